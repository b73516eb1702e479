/** Whether a glyph's text shows nothing. Nearly all texts are one printable character of ASCII or an ideograph, for which one look is enough. */
export function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  if ((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code < 0xa000)) return false;
  return text.trim() === "";
}
