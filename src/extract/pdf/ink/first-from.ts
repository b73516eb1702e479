import type { InkGlyph } from "./ink.js";

/** The index of the first glyph whose baseline stands at `y` or lower, of glyphs sorted by baseline. */
export function firstFrom(y: number, written: readonly InkGlyph[]): number {
  let low = 0;
  let high = written.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (written[middle]!.y < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
