import { type Grid, type GridCell, hasText } from "../../grid.js";

/** Whether a row of the grid has a text in each of two columns; what lies over both says nothing about them. */
export function haveBoth({ cells }: Grid, one: number, other: number): boolean {
  const told = cells.filter(hasText);
  const covers = ({ column, colSpan }: GridCell, at: number): boolean => column <= at && at < column + colSpan;
  const rowsWith = (at: number, without: number): number[] =>
    told
      .filter((cell) => covers(cell, at) && !covers(cell, without))
      .flatMap(({ row, rowSpan }) => Array.from({ length: rowSpan }, (_, i) => row + i));
  const rows = new Set(rowsWith(other, one));
  return rowsWith(one, other).some((row) => rows.has(row));
}
