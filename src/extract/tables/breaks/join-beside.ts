import { unionBox } from "../../../core/evidence.js";
import type { Grid, GridCell } from "../grid.js";
import type { GridItem } from "../page-items.js";

/** Rows of one sheet lie at the same heights on the pages that it is printed over, and begin at the same margin; points. */
const SAME = 1.5;

/**
 * One table of the two halves of a sheet that was printed over two pages side by side: the rows of the right one lie at the same heights as those of the left
 * one, and just the cells that the cut goes through are open to it on both pages. The left one may have more rows, all of which the cut goes through: a title
 * whose cell is closed on one page alone. Undefined where they are two tables.
 */
export function joinBeside({ grid: left, page }: GridItem, { grid: right, page: next }: GridItem): Grid | undefined {
  const [a, b] = [left.sides, right.sides];
  if (!a || !b || next !== page + 1 || Math.abs(left.box[0] - right.box[0]) > SAME || !a.right.includes(true)) return undefined;
  /** For each edge of the right one's rows the left one's. */
  const edges = b.rows.map((at) => a.rows.findIndex((other) => Math.abs(other - at) <= SAME));
  if (edges.some((edge, i) => edge < 0 || (i > 0 && edge <= edges[i - 1]!))) return undefined;
  /** For each row of the left one the right one's. */
  const rowOf = a.right.map((_, row) => edges.findIndex((edge, i) => edge <= row && row < (edges[i + 1] ?? 0)));
  if (a.right.some((open, row) => open !== (b.left[rowOf[row]!] ?? true))) return undefined;
  const shift = left.box[2] - right.box[0];
  const cells = left.cells.map((cell) =>
    rowOf[cell.row]! < 0 && reachesSide(cell, left) ? { ...cell, colSpan: cell.colSpan + right.columnCount } : cell,
  );
  for (const cell of right.cells) {
    const row = edges[cell.row]!;
    const moved = { ...cell, row, rowSpan: edges[cell.row + cell.rowSpan]! - row, column: cell.column + left.columnCount };
    const cut = cell.column === 0 && a.right[row] ? cells.findIndex((other) => goesOn(other, moved, left)) : -1;
    const before = cells[cut];
    if (before) cells[cut] = { ...before, colSpan: before.colSpan + cell.colSpan, parts: [...before.parts, ...cell.parts] };
    else cells.push(moved);
  }
  return {
    ...left,
    columnCount: left.columnCount + right.columnCount,
    columns: [...left.columns, ...right.columns.slice(1).map((edge) => edge + shift)],
    cells,
    confidence: Math.min(left.confidence, right.confidence),
    openTop: [...left.openTop, ...right.openTop],
    openBottom: [...left.openBottom, ...right.openBottom],
    box: unionBox([left.box, right.box])!,
    sides: { rows: a.rows, left: a.left, right: rowOf.map((row) => b.right[row] ?? true) },
  };
}

function goesOn(before: GridCell, cell: GridCell, left: Grid): boolean {
  return before.row === cell.row && before.rowSpan === cell.rowSpan && reachesSide(before, left);
}

function reachesSide({ column, colSpan }: GridCell, { columnCount }: Grid): boolean {
  return column + colSpan === columnCount;
}
