import { unionBox } from "../../../core/evidence.js";
import { columnOf, keepsToColumn } from "../column-of.js";
import type { Grid } from "../grid.js";
import type { GridItem, PageItem } from "../page-items.js";
import { looseRow } from "./loose-row.js";

/** Farthest that a row's first text stands below the last ruling, in glyph heights. */
const NEAR = 3;

/**
 * The table with one row more, of the lines that follow it on its page, where these stand in its columns right below it; undefined where they
 * are other text. Only for tables whose columns no ruling parts: where rulings do, they reach as far as the row does.
 */
export function leftOver(whole: Grid, last: GridItem, after: readonly PageItem[]): Grid | undefined {
  if (last.grid.origin !== "aligned" || after.length === 0) return undefined;
  const lines = after.flatMap((item) => (item.kind === "line" && item.page === last.page ? [item.line] : []));
  if (lines.length !== after.length || lines[0]!.box[1] - last.box[3] > NEAR * lines[0]!.size) return undefined;
  const edges = last.grid.columns;
  const words = lines.flatMap((line) => line.words);
  const isRow = words.every((word) => keepsToColumn(word, edges)) && new Set(words.map((word) => columnOf(word, edges))).size > 1;
  if (!isRow || whole.columnCount !== last.grid.columnCount) return undefined;
  const box = unionBox(words.map((word) => word.box))!;
  const cells = looseRow(words, edges, { row: whole.rowCount, page: last.page, top: last.box[3], bottom: box[3] });
  return { ...whole, rowCount: whole.rowCount + 1, cells: [...whole.cells, ...cells], openBottom: whole.openBottom.map(() => true) };
}
