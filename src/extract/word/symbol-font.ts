import { codePoint } from "dingbat-to-unicode";

/** Fonts whose codes are not characters but pictures, as the mapping names them. */
const FONTS = new Map(["Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Symbol"].map((name) => [name.toLowerCase(), name]));

/** Pictures of one meaning, as forms print them: ticks, crosses, boxes, dots. */
const ALIKE: readonly (readonly [string, string])[] = [
  ["√", "✓✔🗸"],
  ["×", "✕✖✗✘🗴🗶🗙🞨🞩🞪🞫🞬🞭"],
  ["☑", "☑🗹"],
  ["☒", "☒🗷🗵⌧⮽⮾"],
  ["☐", "□◻⬜🞎🞏🞐🞑❏❐❑❒🗆"],
  ["■", "◼⬛"],
  ["●", "⚫⬤"],
  ["○", "⭘🔾🔿"],
];
const PLAIN = new Map(ALIKE.flatMap(([plain, fancy]) => Array.from(fancy, (picture) => [picture, plain] as const)));

/** Whether a font's codes are pictures and no letters. */
export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && FONTS.has(font.toLowerCase());
}

/** The character that a code of a symbol font shows, undefined when it is not known. Codes may stand at F000–F0FF, as Word stores them. */
export function symbolText(font: string, code: number): string | undefined {
  const face = FONTS.get(font.toLowerCase());
  if (!face) return undefined;
  const text = codePoint(face, code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code)?.string;
  return text === undefined ? undefined : (PLAIN.get(text) ?? text);
}

/** A list's bullet: codes of a picture font that does not stand beside them are dots. */
export function bulletText(font: string | undefined, text: string): string {
  return isSymbolFont(font) ? symbolRun(font!, text) : text.replace(/[\uf000-\uf0ff]/g, "•");
}

/** Text that was typed in a symbol font ("R" in Wingdings 2 is a ticked box). Characters that the font has no picture for stay. */
export function symbolRun(font: string, text: string): string {
  return Array.from(text, (character) => symbolText(font, character.codePointAt(0)!) ?? character).join("");
}
