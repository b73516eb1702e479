import type { Grid, GridCell } from "./grid.js";

/** The cells that start in each row, from left to right. */
export function cellsByRow(grid: Grid): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of grid.cells) rows[cell.row]!.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}
