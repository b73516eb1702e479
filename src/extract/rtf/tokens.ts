/** A piece of RTF. `text` are the bytes of plain text and of \'hh, whose code page the font decides. */
export type Token =
  | { readonly type: "open" | "close" }
  | { readonly type: "word"; readonly name: string; readonly value: number | undefined }
  | { readonly type: "symbol"; readonly name: string }
  | { readonly type: "text"; readonly bytes: Uint8Array };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const MINUS = 0x2d;
const QUOTE = 0x27;

/** Splits RTF into its tokens (RTF specification 1.9.1). Line ends mean nothing; binary data is skipped. */
export function* readTokens(bytes: Uint8Array): Generator<Token> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === OPEN || byte === CLOSE) {
      at++;
      yield { type: byte === OPEN ? "open" : "close" };
    } else if (byte !== BACKSLASH || bytes[at + 1] === QUOTE) {
      const { text, end } = readText(bytes, at);
      at = end;
      if (text.length > 0) yield { type: "text", bytes: text };
    } else if (isLetter(bytes[at + 1])) {
      const { name, value, end } = readWord(bytes, at + 1);
      at = name === "bin" ? end + Math.max(0, value ?? 0) : end;
      if (name !== "bin") yield { type: "word", name, value };
    } else {
      if (at + 1 < bytes.length) yield { type: "symbol", name: String.fromCharCode(bytes[at + 1]!) };
      at += 2;
    }
  }
}

/** Plain characters and \'hh in a row belong together: a Chinese character is two of them. */
function readText(bytes: Uint8Array, start: number): { text: Uint8Array; end: number } {
  const text: number[] = [];
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === OPEN || byte === CLOSE) break;
    if (byte === BACKSLASH) {
      if (bytes[at + 1] !== QUOTE) break;
      const code = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16);
      if (!Number.isNaN(code)) text.push(code);
      at += 4;
    } else {
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) text.push(byte);
      at++;
    }
  }
  return { text: Uint8Array.from(text), end: at };
}

function readWord(bytes: Uint8Array, start: number): { name: string; value: number | undefined; end: number } {
  let at = start;
  while (isLetter(bytes[at]) && at - start < 32) at++;
  const name = String.fromCharCode(...bytes.subarray(start, at));
  const digits = at;
  if (bytes[at] === MINUS) at++;
  while (isDigit(bytes[at]) && at - digits < 11) at++;
  const value = at > digits ? Number(String.fromCharCode(...bytes.subarray(digits, at))) : undefined;
  return { name, value: Number.isNaN(value) ? undefined : value, end: bytes[at] === SPACE ? at + 1 : at };
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
