import { isFigure } from "../is-figure.js";
import { characterWidth } from "./split-word.js";

/** Quotation marks bind what is before and after them, opening marks what is after, closing marks and full stops what is before. */
const BINDS_NEXT = /[“”‘’"'（(《【［[〈「『]/u;
const BINDS_BEFORE = /[“”‘’"'）)》】］\]〉」』，。、；：！？,.;:!?%‰％]/u;
/** What opens, and the word or figure behind it. */
const WORD = /^[“”‘’"'（(《【［[〈「『]*[\w.,%+-]+/u;

/** The digit that a broken figure goes on with. */
const DIGIT = /^\d?/u;

/**
 * The width of what a line that follows another begins with and may not be broken in, in glyph heights: a Latin word, a figure, or a character, with the marks
 * bound to it. A figure behind a figure is broken only where not one more of its digits has room.
 */
export function firstUnit(text: string, before: string): number {
  const areFigures = isFigure(before) && isFigure(text);
  let unit = (areFigures ? DIGIT : WORD).exec(text)?.[0] ?? "";
  for (const character of text.slice(unit.length)) {
    const last = unit.at(-1);
    if (last !== undefined && !BINDS_NEXT.test(last) && !BINDS_BEFORE.test(character)) break;
    unit += character;
  }
  return [...unit].reduce((sum, character) => sum + characterWidth(character), 0);
}
