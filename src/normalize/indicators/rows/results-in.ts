import type { Cell } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import { LEAST_TOTAL, namesResult, totalKind } from "../../lexicon/labels/total-words.js";
import type { Grid } from "../../tables/grid.js";
import { pairsOf, valueText } from "../../tables/pairs.js";

/**
 * Whether a row tells the whole's result behind labels of its own, several of them: nothing else (满分 | 100 | 自评总得分 | 98.5 | 自评等级 | 优, or each label
 * in one cell with its value), or the score among others (… | 复核得分 | 98 | …).
 */
export function resultsIn(grid: Grid, row: number): "alone" | "among others" | undefined {
  const labels = pairsOf(grid, row).filter(({ label }) => namesResult(cellText(label)));
  const cells = grid.spoken(row);
  if (labels.length < 2 || labels[0]!.label.column !== cells[0]!.column) return undefined;
  const figures = labels.map((pair) => ({ kind: totalKind(cellText(pair.label)), value: pointsOf(valueText(pair)) }));
  const labelled = new Set<Cell["column"]>(labels.flatMap(({ label, value }) => [label.column, ...(value ? [value.column] : [])]));
  const areApart = labels.every(({ value }) => value === undefined || !namesResult(cellText(value)));
  if (areApart && cells.every(({ column }) => labelled.has(column)) && figures.some(({ value }) => value !== undefined)) return "alone";
  return figures.some(({ kind, value }) => kind === "total" && Number(value ?? 0) >= LEAST_TOTAL) ? "among others" : undefined;
}
