import type { Cell } from "../../core/extracted.js";
import type { IndicatorRole } from "../lexicon/labels/head-words.js";
import type { Grid } from "./grid.js";
import { isBlank } from "./grid.js";
import type { Columns } from "./region.js";

/** Whether a row has an indicator's name in the column of the names, and something told of it: a total and a remark have not. */
export function tellsIndicator(grid: Grid, row: number, { of }: Columns<IndicatorRole>): boolean {
  const list = of.get("level3") ?? of.get("level2") ?? of.get("level1") ?? [];
  const name = grid.at(row, list[0] ?? -1);
  const values = (["target", "actual", "weight", "score"] as const).flatMap((role) => of.get(role) ?? []);
  return name !== undefined && !isBlank(name) && isWithin(name, list[0]!, list.length) && values.some((at) => !isBlank(grid.at(row, at)));
}

/** Whether a cell keeps to `span` columns from `column` on. */
export function isWithin(cell: Cell, column: number, span: number): boolean {
  return cell.column >= column && cell.column + cell.colSpan <= column + span;
}
