import { type Box, unionBox } from "../../../core/evidence.js";
import type { Grid, GridCell } from "../grid.js";
import { intervalOf } from "../interval-of.js";
import type { GridItem, PageItem } from "../page-items.js";

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
  const fits = words.every(({ box, size }) => intervalOf(edges, box[0] + 0.3 * size) === intervalOf(edges, box[2] - 0.3 * size));
  const places = words.map(({ box }) => intervalOf(edges, (box[0] + box[2]) / 2));
  if (!fits || new Set(places).size < 2 || whole.columnCount !== last.grid.columnCount) return undefined;
  const box = unionBox(words.map((word) => word.box))!;
  const cells = edges.slice(1).map((right, column): GridCell => {
    const own: Box = [edges[column]!, last.box[3], right, box[3]];
    const held = words.filter((_, i) => places[i] === column);
    return { row: whole.rowCount, column, rowSpan: 1, colSpan: 1, parts: [{ page: last.page, box: own, words: held, nested: [] }] };
  });
  return { ...whole, rowCount: whole.rowCount + 1, cells: [...whole.cells, ...cells], openBottom: whole.openBottom.map(() => true) };
}
