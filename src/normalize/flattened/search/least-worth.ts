import type { Atom } from "../atom.js";
import { foldCell } from "../cells/cell-score.js";
import { columnsBelow, type FoundHead } from "../heads/find-heads.js";
import { ratesBearOut } from "./row-arithmetic.js";
import type { TableReading } from "./table-search.js";

/** What the rows of a table must be worth on average, and how many there must be. */
export interface Least {
  readonly worth: number;
  readonly rows: number;
}

export const LEAST_WORTH: { readonly lines: Least; readonly flowed: Least } = {
  lines: { worth: 6, rows: 1 },
  flowed: { worth: 12, rows: 2 },
};

/** Whether a reading has rows enough, and worth as much. */
export function isWorth({ rows }: TableReading, { worth, rows: count }: Least): boolean {
  const own = rows.filter((row) => row.kind === "row");
  return own.length >= count && own.reduce((sum, row) => sum + row.score, 0) >= worth * own.length;
}

/** Whether the amounts of funds, of one row too, give the rates told beside them. */
export function isProven(reading: TableReading, head: FoundHead, atoms: readonly Atom[]): boolean {
  const textOf = (from: number, to: number) => foldCell(atoms.slice(from, to).reduce((text, atom) => text + atom.text, ""));
  const texts = reading.rows.map(({ cells }) => cells.map(({ from, to }) => textOf(from, to)));
  return head.about === "funds" && !reading.cut && ratesBearOut(columnsBelow(head), texts);
}
