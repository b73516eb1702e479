import { middleX } from "../../../../core/evidence.js";
import type { Word } from "../../placed.js";
import { CELL_GAP, coveredRuns } from "./line-columns.js";

/** A text of several characters and no figure: figures are not cut, and single characters may be of one text that is spread. */
const TEXT = /^[^\d]{2,}$/u;

/**
 * Whether two texts of a row stand well apart on the two sides of one of a table's edges, though one of them may reach over it: heads that are wider than the
 * figures below.
 */
export function areBeside(words: readonly Word[], edge: number, edges: readonly number[], glyph: number): boolean {
  const from = Math.max(...edges.filter((other) => other < edge));
  const to = Math.min(...edges.filter((other) => other > edge));
  const own = words.filter(({ box }) => middleX(box) > from && middleX(box) < to);
  const [left, right, ...others] = coveredRuns(own, CELL_GAP * glyph);
  if (!left || !right || others.length > 0 || !own.every(({ text }) => TEXT.test(text))) return false;
  return (left.from + left.to) / 2 < edge && (right.from + right.to) / 2 > edge;
}
