import { hasRuledRows } from "../aligned/grid-on-columns.js";
import { keepsToColumn } from "../column-of.js";
import { type Grid, glyphHeight } from "../grid.js";
import { isCaption } from "../is-caption.js";
import type { GridItem, PageItem } from "../page-items.js";
import { SAME_SIZE } from "../stands-in-row.js";
import { lineText, type TextLine, textLines } from "../text-lines.js";
import { withRowAbove } from "./loose-row.js";

/** Farthest that a row's last text stands above the row below it, in glyph heights. */
const NEAR = 3;

/**
 * The table with one row more at its top, of the lines that stand above it on its page, where these stand in its columns right above it; undefined
 * where they are other text. Only for tables whose columns no ruling parts: where rulings do, they reach as far as the row does.
 */
export function restAbove({ grid, page, box }: GridItem, before: readonly PageItem[]): Grid | undefined {
  const lines = before.flatMap((item) => (item.kind === "line" && item.page === page ? [item.line] : []));
  if (grid.origin !== "aligned" || lines.length === 0 || lines.length !== before.length) return undefined;
  if (box[1] - lines.at(-1)!.box[3] > NEAR * lines.at(-1)!.size || lines.some((line) => isCaption(lineText(line)))) return undefined;
  const words = lines.flatMap((line) => line.words);
  const usual = glyphHeight(grid);
  const edges = grid.columns;
  const fits = words.every((word) => Math.abs(word.size - usual) < SAME_SIZE * usual && keepsToColumn(word, edges));
  if (!fits || (!hasRuledRows(grid) && isOfFirstRow(lines, grid))) return undefined;
  return withRowAbove(grid, words, { page, bottom: box[1] });
}

/** How much farther apart than its other lines the first two lines of a text may stand. */
const IN_STEP = 1.15;

/** Whether the last line only begins a wrapped text of the first row, whose lines stand as far apart. */
function isOfFirstRow(lines: readonly TextLine[], grid: Grid): boolean {
  const line = lines.at(-1)!;
  return grid.cells.some(({ row, parts }) => {
    if (row > 0 || !line.words.some(({ box }) => box[0] < parts[0]!.box[2] && box[2] > parts[0]!.box[0])) return false;
    const [next, after] = textLines(parts[0]!.words);
    return next !== undefined && after !== undefined && next.baseline - line.baseline < IN_STEP * (after.baseline - next.baseline);
  });
}

/** Share of the columns in which a row says something, for it to be a row by itself and not only the rest of one. */
const FILLED = 0.5;

/** Whether the first row says enough to be whole. */
export function isWholeRow(grid: Grid): boolean {
  const told = grid.cells.filter((cell) => cell.row === 0 && cell.parts[0]!.words.length > 0).length;
  return told >= Math.max(3, FILLED * grid.columnCount);
}
