import type { Word } from "../../placed.js";

/** How much of a closing mark of a character's width is empty on its right, in glyph heights: where a line is full, that may reach into the next column. */
const HALF_EMPTY = 0.45;
const CLOSING = /[）】〕》」』，。、；：]$/u;

/** The word with a box that ends where its ink does. */
export function inked(word: Word): Word {
  const { text, box, size } = word;
  return CLOSING.test(text) ? { ...word, box: [box[0], box[1], box[2] - HALF_EMPTY * size, box[3]] } : word;
}
