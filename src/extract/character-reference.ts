/** The character that a numeric reference of markup names (`&#37;`, `&#x25;`), by its digits; undefined where there is none, or only a sign of control. */
export function referredCharacter(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number.parseInt(decimal, 10);
  return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}
