import { isFigure, isNoFigure } from "../../is-figure.js";
import { firstUnit } from "../first-unit.js";
import { lineText, type TextLine } from "../text-lines.js";

/** What the whole table tells of a column. */
export interface Usage {
  /** How wide its texts may be: as far from both sides as any is. */
  readonly room: number;
  /** It holds figures and nothing else, but for its head. */
  readonly isOfFigures: boolean;
}

/** The lines that a band has in a column. */
export interface Column extends Usage {
  readonly lines: readonly TextLine[];
}

/** A rate is told to its end before another figure; and texts of which both begin with a sign of comparison are two. */
const CLOSED = /\d[%‰％]$/u;
const FIGURE = /^\d/u;
const COMPARED = /^[≥≤＞＜=><＝]/u;

/** （万元）, （%）: what stands in brackets on a line of its own is said of the text above, and no text by itself. Numbers of rows may. */
const BRACKETED = /^[(（][^()（）\d]+[)）]$/u;

/** For each of the heights, whether the texts that end there end for themselves. */
export function endsOf(cuts: readonly number[], columns: readonly Column[]): boolean[][] {
  return cuts.map((cut) => columns.flatMap((column) => endsAt(cut, column)));
}

/** Whether the text that ends at this height does: one that wraps goes on below because its column is full. Empty where none ends. */
function endsAt(cut: number, { lines, room, isOfFigures }: Column): boolean[] {
  const next = lines.findIndex((line) => line.baseline - 0.35 * line.size > cut);
  if (next < 1) return [];
  const before = lines[next - 1]!;
  const [last, first] = [lineText(before), lineText(lines[next]!)];
  if (BRACKETED.test(first)) return [false];
  if (isNoFigure(first) || (isOfFigures && isFigure(first) && !isFigure(last))) return [true];
  if ((CLOSED.test(last) && FIGURE.test(first)) || (COMPARED.test(last) && COMPARED.test(first))) return [true];
  return [before.box[2] - before.box[0] + firstUnit(first, last) * before.size < room];
}

/** Texts that end for themselves, at least, at each place where rows do that no ruling tells. */
export const LEAST_ENDS = 2;

/** Whether at least so many texts end for themselves at each of the places where rows do, and of all of them more than such as fill their columns. */
export function areEnds(ends: readonly (readonly boolean[])[], least: number): boolean {
  const own = ends.map((each) => each.filter((isOwn) => isOwn).length);
  return own.every((count) => count >= least) && 2 * own.reduce((a, b) => a + b, 0) > ends.flat().length;
}
