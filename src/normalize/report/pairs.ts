import type { Cell } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { type Grid, isBlank } from "../tables/grid.js";

/** A cell, and the one to its right: what a form's rows are made of. */
export interface Pair {
  readonly label: Cell;
  readonly value: Cell | undefined;
  /** The row's cells behind the value. */
  readonly rest: readonly Cell[];
  readonly row: number;
}

/** Every cell that says something and begins in the row, with its right neighbour. */
export function pairsOf(grid: Grid, row: number): Pair[] {
  const cells = grid.row(row);
  return cells.flatMap((label, i) =>
    label.row === row && !isBlank(label) ? [{ label, value: cells[i + 1], rest: cells.slice(i + 2), row }] : [],
  );
}

/** The text of a value cell; empty where there is none. */
export function valueText(pair: Pair): string {
  return pair.value ? cellText(pair.value) : "";
}
