import type { Grid } from "../grid.js";
import type { Columns } from "../region.js";

/** How many columns some rows of a table have by themselves, and which of these each of the table's is: edges that only its other blocks have part no cell of theirs. */
export interface OwnColumns {
  readonly count: number;
  readonly of: readonly number[];
}

/** The columns that cells of those rows begin. */
export function ownColumns(grid: Grid, rows: readonly number[]): OwnColumns {
  const starts = new Set(rows.flatMap((row) => grid.row(row).map(({ column }) => column)));
  let count = 0;
  const of = Array.from({ length: grid.columnCount }, (_, column) => {
    if (starts.has(column)) count++;
    return Math.max(0, count - 1);
  });
  return { count, of };
}

/** The roles of a table's columns as those of its own ones. */
export function onOwnColumns<Role>({ of, heads }: Columns<Role>, own: OwnColumns): Columns<Role> {
  return { heads, of: new Map([...of].map(([role, columns]) => [role, [...new Set(columns.map((column) => own.of[column]!))]] as const)) };
}
