/** Characters that a fixed-pitch font draws two columns wide: ideographs, kana, CJK punctuation, fullwidth forms. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x20000 ||
    code === 0x3000
  );
}

/** Fonts of Chinese code pages draw all that ASCII has not as wide as an ideograph: ≥, —, × and rules too. */
export function isWideInCodePage(code: number): boolean {
  return code > 0xa0;
}

/** Columns that a text takes in a fixed-pitch font. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0)!) ? 2 : 1;
  return width;
}
