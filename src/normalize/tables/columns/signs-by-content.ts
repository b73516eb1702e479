import { cellText } from "../../figures/cell-figure.js";
import { operatorOf } from "../../figures/operator.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import type { Grid } from "../grid.js";
import { begunAt } from "../grid.js";
import type { Columns } from "../region.js";
import { columnsWithoutRole } from "./columns-without-role.js";

/** How many rows must show what the column holds. */
const FEWEST_SHOWN = 2;
/** Of the words of comparison those that set a bound: 达到 and 高于 may tell how the result compares. */
const BOUND = /^[^\p{Script=Han}\d]+$|等于$|^不|定性|文字|区间|向/u;

/** The column of nothing but signs (≥, ≤, 大于等于) under a head that no list knows: without it a target's side is lost. Where several are, none is believed. */
export function withSignsByContent(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const { of, heads } = columns;
  if (of.has("operator")) return columns;
  const [column, ...others] = columnsWithoutRole(grid, body, columns).filter((column) => holdsSigns(grid, body, column));
  return column === undefined || others.length > 0 ? columns : { of: new Map([...of, ["operator", [column]]]), heads };
}

function holdsSigns(grid: Grid, body: readonly number[], column: number): boolean {
  const texts = body.flatMap((row) => begunAt(grid, row, column) ?? []).map(cellText);
  return texts.length >= FEWEST_SHOWN && texts.every((text) => operatorOf(text) !== undefined && BOUND.test(text));
}
