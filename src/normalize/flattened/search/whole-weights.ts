import { sumOf } from "../../../core/decimal.js";
import { pointsOf } from "../../figures/points.js";
import type { Atom } from "../atom.js";
import { foldCell } from "../cells/cell-score.js";
import type { Column } from "../column.js";
import type { TableReading } from "./table-search.js";

/** What weights are worth that come to a round whole: 100, or what is left beside an execution row of 10 or 20. */
export const WHOLES: { readonly [weight: number]: number } = { 100: 6, 90: 5, 80: 4 };

/** Whether the weights of a reading's rows come to such a whole. */
export function comesToWhole(atoms: readonly Atom[], columns: readonly Column[], { rows }: TableReading): boolean {
  const weightAt = columns.findIndex(({ role }) => role === "weight");
  const weights = rows.flatMap(({ kind, cells }) => {
    const cell = cells[weightAt];
    return kind === "row" && cell ? [pointsOf(foldCell(atoms.slice(cell.from, cell.to).reduce((text, atom) => text + atom.text, "")))] : [];
  });
  return sumOf(weights).toFixed() in WHOLES;
}
