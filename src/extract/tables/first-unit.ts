import { characterWidth } from "./split-word.js";

/** Quotation marks bind what is before and after them, opening marks what is after, closing marks and full stops what is before. */
const BINDS_NEXT = /[“”‘’"'（(《【［[〈「『]/u;
const BINDS_BEFORE = /[“”‘’"'）)》】］\]〉」』，。、；：！？,.;:!?%‰％]/u;
/** What opens, and the word or figure behind it. */
const WORD = /^[“”‘’"'（(《【［[〈「『]*[\w.,%+-]+/u;

/** The width of a digit, in glyph heights. */
export const DIGIT = characterWidth("0");

/** The width of what a line may not break at its start, in glyph heights: a Latin word, a figure, or a character with the marks bound to it. */
export function firstUnit(text: string): number {
  let unit = WORD.exec(text)?.[0] ?? "";
  for (const character of text.slice(unit.length)) {
    const before = unit.at(-1);
    if (before !== undefined && !BINDS_NEXT.test(before) && !BINDS_BEFORE.test(character)) break;
    unit += character;
  }
  return [...unit].reduce((sum, character) => sum + characterWidth(character), 0);
}
