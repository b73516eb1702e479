import type { Cell } from "../../core/extracted.js";
import { groupBy } from "../../core/group-by.js";
import { type KindsLikely, kindOf, likelyKinds, MARGIN } from "../text/tables/cell-kinds.js";

/** Rows with all cells that it takes to know what stands in each column. */
const LEAST_FULL_ROWS = 2;

/** The cells of a grid as placed, row by row; a hole is what its source left out. */
export interface HoledGrid {
  readonly columnCount: number;
  readonly cells: readonly Cell[];
  readonly isHole: (cell: Cell) => boolean;
}

/**
 * Rows that end before the table does, because the span of a cell above them was lost (产出指标 over three rows, printed as one): moved to the table's
 * right edge where what stands in the columns of whole rows makes that clearly the likelier place. Other rows stay as they were.
 */
export function shiftShortRows({ columnCount, cells, isHole }: HoledGrid): readonly Cell[] {
  const rows = [...groupBy(cells, ({ row }) => row).values()];
  const isWhole = (row: readonly Cell[]) => row.length === columnCount && row.every((cell) => cell.colSpan === 1 && !isHole(cell));
  const whole = rows.filter(isWhole);
  if (whole.length < LEAST_FULL_ROWS) return cells;
  const likely = likelyKinds(whole.map((row) => row.map(({ text }) => text)));
  return rows.flatMap((row) => shifted(row, columnCount, likely, isHole));
}

function shifted(row: readonly Cell[], columnCount: number, likely: KindsLikely, isHole: (cell: Cell) => boolean): readonly Cell[] {
  const said = row.filter((cell) => !isHole(cell));
  const holes = row.slice(said.length);
  const reachesEdge = row.every((cell, i) => cell.colSpan === 1 && cell.rowSpan === 1 && cell.column === row[0]!.column + i);
  const isShort = holes.length > 0 && holes.every(isHole) && said.length > 1 && row.at(-1)!.column === columnCount - 1;
  if (!reachesEdge || !isShort) return row;
  const fits = (by: number) => said.reduce((sum, cell) => sum + likely[cell.column + by]![kindOf(cell.text)], 0);
  if (fits(holes.length) - fits(0) < MARGIN) return row;
  const moved = said.map((cell) => ({ ...cell, column: cell.column + holes.length }));
  const freed = holes.map((cell, i) => ({ ...cell, column: said[0]!.column + i }));
  return [...freed, ...moved];
}
