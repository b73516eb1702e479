import { cellText } from "../../figures/cell-figure.js";
import { saysNature } from "../../figures/operator.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import type { Grid } from "../grid.js";
import { begunAt } from "../grid.js";
import type { Columns } from "../region.js";

/** 指标类型 over 定量, 定性: a head of levels over nothing but natures is that of these. */
export function withNaturesByContent(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const [column] = columns.of.get("levels") ?? [];
  const texts = column === undefined ? [] : body.flatMap((row) => begunAt(grid, row, column) ?? []).map(cellText);
  if (column === undefined || texts.length === 0 || !texts.every(saysNature)) return columns;
  const of = new Map(columns.of);
  of.delete("levels");
  if (!of.has("direction")) of.set("direction", [column]);
  return { of, heads: columns.heads };
}
