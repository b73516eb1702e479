/** Text of bytes, with what they were taken for. */
export interface DecodedText {
  readonly text: string;
  /** The name by which the encoding standard knows it. */
  readonly encoding: string;
  /** Characters that could not be read (shown as U+FFFD). */
  readonly broken: number;
}

/** Above this share of characters that could not be read, the bytes are no text in that encoding. */
const MOST_BROKEN = 0.01;
/** How much likelier Big5 must look than GB18030: reports in Big5 are rare, and short texts look like both. */
const BIG5_MARGIN = 0.2;

/**
 * Decodes text by its byte order mark, else as strict UTF-8, else as UTF-16 where the zeros of its ASCII stand all on one side, else as
 * `declared` (what the document says of itself) where that reads without a fault, else as GB18030 or Big5, whichever has the commoner
 * characters. Undefined when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | undefined {
  const marked = markedEncoding(bytes);
  if (marked) return checked(decode(bytes, marked), marked);
  if (bytes.includes(0)) {
    const wide = wideEncoding(bytes);
    return wide ? checked(decode(bytes, wide), wide) : undefined;
  }
  const strict = strictly(bytes, "utf-8");
  if (strict !== undefined) return checked(strict, "utf-8");
  const legacy = declared === undefined ? undefined : legacyName(declared);
  if (legacy) {
    const text = strictly(bytes, legacy);
    if (text !== undefined) return checked(text, legacy);
  }
  return best([
    checked(decode(bytes, "utf-8"), "utf-8"),
    looksBig5(bytes) ? checked(decode(bytes, "big5"), "big5") : undefined,
    checked(decode(bytes, "gb18030"), "gb18030"),
    mostlyAscii(bytes) ? checked(decode(bytes, "windows-1252"), "windows-1252") : undefined,
  ]);
}

function best(candidates: readonly (DecodedText | undefined)[]): DecodedText | undefined {
  return candidates
    .filter((candidate) => candidate !== undefined)
    .reduce<DecodedText | undefined>((least, each) => (least && least.broken <= each.broken ? least : each), undefined);
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: its line ends, digits and Latin letters have their zero byte all on the same side. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.byteLength % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < bytes.byteLength; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (even > 0 && odd > 0 && Math.min(even, odd) * 20 > Math.max(even, odd)) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** The other multi-byte encodings that a Chinese document may declare; GB2312 and GBK are parts of GB18030. */
function legacyName(declared: string): string | undefined {
  const name = declared.trim().toLowerCase();
  if (/^(?:gb|x-gb|chinese|iso-ir-58|cp936|ms936|windows-936)/u.test(name)) return "gb18030";
  if (/^(?:big5|cn-big5|x-x-big5|cp950|windows-950)/u.test(name)) return "big5";
  return undefined;
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Undefined where too much is unreadable, or control characters show that this is no text. */
function checked(text: string, encoding: string): DecodedText | undefined {
  let broken = 0;
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code === 0 || (code < 0x20 && (code < 0x07 || (code > 0x0d && code !== 0x1a && code !== 0x1b && code < 0x1c)))) controls++;
  }
  if (broken * 4 > text.length || broken > 1 + text.length * MOST_BROKEN || controls > text.length * MOST_BROKEN) return undefined;
  return { text, encoding, broken };
}

/**
 * Whether the two-byte characters read better as Big5: the share of them in its common half (A440–C67E) against the share in GB 2312's
 * symbols and first level (A1A1–D7FE), where three thousand daily characters stand.
 */
function looksBig5(bytes: Uint8Array): boolean {
  let pairs = 0;
  let gb = 0;
  let big5 = 0;
  for (let i = 0; i + 1 < bytes.byteLength; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[++i]!;
    pairs++;
    if (lead >= 0xa1 && lead <= 0xd7 && trail >= 0xa1) gb++;
    if (lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1)) big5++;
  }
  return pairs > 0 && (big5 - gb) / pairs > BIG5_MARGIN;
}

function mostlyAscii(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high++;
  return high * 10 < bytes.byteLength;
}
