import type { Grid, GridCell } from "./grid.js";

/** The cells that start in each row, from left to right. */
export type Rows = readonly (readonly GridCell[])[];

const known = new WeakMap<Grid, Rows>();

/** The rows of a grid, sorted once and remembered for it. */
export function cellsByRow(grid: Grid): Rows {
  const before = known.get(grid);
  if (before) return before;
  const rows = rowsOf(grid.cells, 0, grid.rowCount);
  known.set(grid, rows);
  return rows;
}

/** Remembers the rows of a grid that has `lower` under `upper`: a table of hundreds of pages is not sorted anew at each of its breaks. */
export function rememberStacked(whole: Grid, upper: Grid, lower: readonly GridCell[]): void {
  known.set(whole, [...cellsByRow(upper), ...rowsOf(lower, upper.rowCount, whole.rowCount)]);
}

function rowsOf(cells: readonly GridCell[], from: number, to: number): Rows {
  const rows: GridCell[][] = Array.from({ length: to - from }, () => []);
  for (const cell of cells) rows[cell.row - from]!.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}
