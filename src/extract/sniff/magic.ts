/** The first bytes of a file as a text of as many characters. */
export function head(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString("latin1");
}

/** Whether a text begins with a signature; `?` in it stands for any byte. */
export function beginsWith(text: string, signature: string): boolean {
  if (text.length < signature.length) return false;
  for (let i = 0; i < signature.length; i++) if (signature[i] !== "?" && signature[i] !== text[i]) return false;
  return true;
}
