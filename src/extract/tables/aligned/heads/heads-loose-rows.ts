import type { Grid } from "../../grid.js";
import type { Word } from "../../placed.js";
import { textLines } from "../../text-lines.js";
import { CELL_GAP, coveredRuns } from "../columns/line-columns.js";
import type { RuleStack } from "../rule-stacks.js";

/** Rows of a head, at most; and texts side by side that a head has at least, and a row below it. */
const MOST_HEAD = 2;
const LEAST_TEXTS = 3;
/** How far below the last ruling the first full row stands at most, in glyph heights. */
const NEAR = 10;
const DIGIT = /\d/u;

/**
 * Whether a table that rulings close is no more than the head of rows that stand below its last ruling, which the end of the page, or nothing at all, closes:
 * head and rows tell their columns together. `words`: those of the page, `stacks` its other rulings.
 */
export function headsLooseRows(
  grid: Grid,
  words: readonly Word[],
  { levels }: RuleStack,
  stacks: readonly RuleStack[],
  glyph: number,
): boolean {
  const heads = grid.cells.flatMap(({ parts }) => parts[0]!.words);
  const bottom = grid.box[3];
  if (grid.rowCount > MOST_HEAD || bottom < levels.at(-1)! || heads.some(({ text }) => DIGIT.test(text))) return false;
  if (coveredRuns(heads, CELL_GAP * glyph).length < LEAST_TEXTS) return false;
  const [left, , right] = grid.box;
  const next = Math.min(bottom + NEAR * glyph, ...stacks.flatMap(({ box }) => (box[1] > bottom ? [box[1]] : [])));
  const below = words.filter(({ box }) => box[1] >= bottom && box[3] <= next && box[2] > left && box[0] < right);
  const row = textLines(below).find((line) => coveredRuns(line.words, CELL_GAP * glyph).length >= LEAST_TEXTS);
  return row?.words.some(({ text }) => DIGIT.test(text)) ?? false;
}
