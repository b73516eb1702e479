import type { Grid, GridCell } from "../grid.js";
import { isSameEdge } from "./match-columns.js";

/**
 * The part below a page break with the columns that it lacks at its left: where a merged cell reaches over the break from above (绩效指标 beside all rows)
 * and has no ruling of its own on the page, nothing is drawn there. They are one cell each, which says nothing.
 */
export function withOpenColumns(above: Grid, below: Grid): Grid {
  const lacking = above.columns.findIndex((edge) => isSameEdge(edge, below.columns[0]!));
  if (lacking < 1 || above.origin === "aligned" || below.origin === "aligned") return below;
  const isOpen = above.openBottom.slice(0, lacking).every(Boolean) && below.openTop.every(Boolean);
  const rest = above.columns.slice(lacking);
  if (!isOpen || rest.length !== below.columns.length || !rest.every((edge, i) => isSameEdge(edge, below.columns[i]!))) return below;
  const edges = above.columns.slice(0, lacking + 1);
  const [, top, right, bottom] = below.box;
  const added = edges.slice(1).map(
    (edge, column): GridCell => ({
      row: 0,
      column,
      rowSpan: below.rowCount,
      colSpan: 1,
      parts: [{ page: below.page, box: [edges[column]!, top, edge, bottom], words: [], nested: [] }],
    }),
  );
  const open = added.map(() => true);
  return {
    ...below,
    box: [edges[0]!, top, right, bottom],
    columns: [...edges.slice(0, -1), ...below.columns],
    columnCount: below.columnCount + lacking,
    cells: [...added, ...below.cells.map((cell) => ({ ...cell, column: cell.column + lacking }))],
    openTop: [...open, ...below.openTop],
    openBottom: [...open, ...below.openBottom],
  };
}
