import { unionBox } from "../../../core/evidence.js";
import type { Grid, GridCell } from "../grid.js";
import type { GridItem } from "../page-items.js";

/** Rows of one sheet lie at the same heights on the pages that it is printed over, and begin at the same margin; points. */
const SAME = 1.5;

/**
 * One table of the two halves of a sheet that was printed over two pages side by side: the rows of both lie at the same heights, and just the cells that the cut
 * goes through are open to it on both pages. Undefined where they are two tables.
 */
export function joinBeside({ grid: left, page }: GridItem, { grid: right, page: next }: GridItem): Grid | undefined {
  const [a, b] = [left.sides, right.sides];
  if (!a || !b || next !== page + 1 || a.rows.length !== b.rows.length || Math.abs(left.box[0] - right.box[0]) > SAME) return undefined;
  if (!a.right.includes(true) || a.right.some((open, row) => open !== b.left[row])) return undefined;
  if (a.rows.some((at, i) => Math.abs(at - b.rows[i]!) > SAME)) return undefined;
  const shift = left.box[2] - right.box[0];
  const cells: GridCell[] = [...left.cells];
  for (const cell of right.cells) {
    const moved = { ...cell, column: cell.column + left.columnCount };
    const cut = cell.column === 0 && a.right[cell.row] ? cells.findIndex((other) => reaches(other, cell, left)) : -1;
    const before = cells[cut];
    if (before) cells[cut] = { ...before, colSpan: before.colSpan + cell.colSpan, parts: [...before.parts, ...cell.parts] };
    else cells.push(moved);
  }
  return {
    ...left,
    columnCount: left.columnCount + right.columnCount,
    columns: [...left.columns, ...right.columns.slice(1).map((edge) => edge + shift)],
    cells,
    openTop: [...left.openTop, ...right.openTop],
    openBottom: [...left.openBottom, ...right.openBottom],
    box: unionBox([left.box, right.box])!,
    sides: { rows: a.rows, left: a.left, right: b.right },
  };
}

function reaches({ row, rowSpan, column, colSpan }: GridCell, cell: GridCell, { columnCount }: Grid): boolean {
  return row === cell.row && rowSpan === cell.rowSpan && column + colSpan === columnCount;
}
