import { columnOf } from "../column-of.js";
import { type Grid, glyphHeight, writtenIn } from "../grid.js";
import { isCaption } from "../is-caption.js";
import type { GridItem, PageItem } from "../page-items.js";
import { isLabelled, SAME_SIZE } from "../stands-in-row.js";
import { lineText, type TextLine, WRAPPED } from "../text-lines.js";
import { withRowAbove } from "./loose-row.js";

/** The head stands at most so far above the first row on its page, in glyph heights. */
const NEAR = 3;
/** Fewer texts are no head; nor are those of fewer than this share of the columns. */
const LEAST_HEADS = 3;
const FILLED = 0.5;

/**
 * A table whose rows nothing heads, under the head that stands alone above it, on its page or at the foot of the one before: the last lines of `before`, all
 * words without a digit, in most of its columns. Only for tables whose columns no ruling parts: where rulings do, they reach as far as the head does.
 */
export function headAbove(
  { grid, page, box }: GridItem,
  before: readonly PageItem[],
): { readonly grid: Grid; readonly lines: number } | undefined {
  const first = grid.cells.filter(({ row }) => row === 0);
  if (grid.origin !== "aligned" || !first.some((cell) => /\d/u.test(writtenIn(cell)))) return undefined;
  const lines: TextLine[] = [];
  const own = before.at(-1)?.page;
  for (const item of before.toReversed()) {
    const below = lines[0];
    if (item.kind !== "line" || item.page !== own || (below && below.baseline - item.line.baseline > WRAPPED * below.size)) break;
    lines.unshift(item.line);
  }
  const last = lines.at(-1);
  if (!last || own === undefined || (own === page && box[1] - last.box[3] > NEAR * last.size)) return undefined;
  const told = lines.map((line) => headsOf(line, grid));
  if (told.includes(undefined) || new Set(told.flat()).size < Math.max(LEAST_HEADS, FILLED * grid.columnCount)) return undefined;
  const words = lines.flatMap((line) => line.words);
  return { grid: withRowAbove(grid, words, { page: own, bottom: own === page ? box[1] : last.box[3] }), lines: lines.length };
}

/** The columns over which the words of a line stand, each over one of its own; undefined where they are no heads. A head may be wider than what it heads. */
function headsOf(line: TextLine, grid: Grid): readonly number[] | undefined {
  const text = lineText(line);
  const isAlike = Math.abs(line.size - glyphHeight(grid)) <= SAME_SIZE * line.size;
  const columns = line.words.map((word) => columnOf(word, grid.columns));
  const areOver = line.words.every(({ box }) => box[2] > grid.box[0] && box[0] < grid.box[2]);
  const isHead =
    isAlike && areOver && new Set(columns).size === columns.length && !/\d/u.test(text) && !isLabelled(text) && !isCaption(text);
  return isHead ? columns : undefined;
}
