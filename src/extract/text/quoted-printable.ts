/** A line's end that is none of the text's: the encoding keeps lines short. */
const SOFT_BREAK = /=[ \t]*\r?\n/gu;
const ESCAPE = /=[\dA-F]{2}/gu;
const HIGH_ESCAPE = /=[89A-F][\dA-F]/gu;
/** What remains of the escapes where a mail was saved with its characters decoded: blanks, line ends, the sign itself. */
const PLAIN_ESCAPE = /=(?:3D|20|09|0D|0A)/gu;
/** Bytes that three characters of Chinese take. */
const LEAST_ESCAPES = 9;
const LEAST_BREAKS = 3;

/** The bytes of a body in quoted-printable (RFC 2045), which is given as Latin-1. */
export function fromQuotedPrintable(body: string): Uint8Array {
  const plain = body
    .replace(SOFT_BREAK, "")
    .replace(/=([\dA-F]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, "latin1");
}

/**
 * The bytes of a text that was saved from a mail without undoing its encoding; undefined where it is none: every `=` begins an escape or ends a line,
 * and nothing else says Chinese, or most lines end so.
 */
export function undoQuotedPrintable(bytes: Uint8Array): Uint8Array | undefined {
  if (!bytes.includes(0x3d)) return undefined;
  const body = Buffer.from(bytes).toString("latin1");
  const signs = count(body, /=/gu);
  const breaks = count(body, SOFT_BREAK);
  const isAscii = !/[\u0080-\u00ff]/u.test(body);
  const escapes = count(body, isAscii ? ESCAPE : PLAIN_ESCAPE);
  if (escapes + breaks !== signs) return undefined;
  const lines = count(body, /\S[^\n]*(?:\n|$)/gu);
  const isEncoded = isAscii
    ? count(body, HIGH_ESCAPE) >= LEAST_ESCAPES
    : breaks >= LEAST_BREAKS && breaks * 2 >= lines && !/^=\s*$/mu.test(body);
  return isEncoded ? fromQuotedPrintable(body) : undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
