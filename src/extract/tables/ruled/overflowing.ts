import { middleX } from "../../../core/evidence.js";
import { middleOf } from "../middle-of.js";
import type { Word } from "../placed.js";

/** Lines of one cell stand so far apart, in glyph heights. */
const LEADING = { least: 0.95, most: 1.8 };
/** How far from the middle of its cell the middle of a text may stand, in glyph heights. */
const OFF = 0.25;
/** What of a word's height lies above its middle, and below, and surely is ink, in glyph heights. */
const HALF = 0.3;
/** More lines than this are no text that a cell was too low for; more of them across borders are a table whose borders lie elsewhere. */
const MOST_LINES = 12;
const MOST_ACROSS = 200;

/** Where cells are: the index of the one at a place, and its height. */
export interface Cells {
  readonly at: (x: number, y: number) => number;
  readonly heightOf: (cell: number) => readonly [top: number, bottom: number];
}

/**
 * The words of texts that have more lines than their cells have room for, each with its cell: the first of their lines stands across the border above, the last
 * across the border below, and the middle of all in the middle of the cell. By its own place such a line would be another cell's.
 */
export function overflowing(words: readonly Word[], cells: Cells): Map<Word, number> {
  const found = new Map<Word, number>();
  const across = new Set(words.filter((word) => !word.turned && isAcross(word, cells)));
  if (across.size < 2 || across.size > MOST_ACROSS) return found;
  const level = words.filter((word) => !word.turned);
  for (const first of across) {
    if (found.has(first)) continue;
    const lines = [first];
    while (lines.length < MOST_LINES) {
      const last = lines.at(-1)!;
      const next = level.find((word) => isNextLine(last, word));
      if (!next) break;
      lines.push(next);
      if (!across.has(next)) continue;
      const middle = (middleOf(first) + middleOf(next)) / 2;
      const cell = cells.at(middleX(first.box), middle);
      const [top, bottom] = cells.heightOf(cell);
      if (Math.abs((top + bottom) / 2 - middle) > OFF * first.size) continue;
      for (const line of lines) found.set(line, cell);
      break;
    }
  }
  return found;
}

function isAcross(word: Word, { at }: Cells): boolean {
  const x = middleX(word.box);
  const y = middleOf(word);
  return at(x, y - HALF * word.size) !== at(x, y + HALF * word.size);
}

function isNextLine(last: Word, word: Word): boolean {
  const step = word.baseline - last.baseline;
  if (step < LEADING.least * last.size || step > LEADING.most * last.size || Math.abs(word.size - last.size) > 0.1 * last.size)
    return false;
  return Math.min(word.box[2], last.box[2]) - Math.max(word.box[0], last.box[0]) > 0.5 * Math.min(widthOf(word), widthOf(last));
}

function widthOf({ box }: Word): number {
  return box[2] - box[0];
}
