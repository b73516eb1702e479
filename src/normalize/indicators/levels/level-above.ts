import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import { pointsIn } from "../../figures/points.js";
import { isLevel1, readLevelHeading } from "../../lexicon/labels/level.js";
import type { IndicatorRegion } from "../../tables/region.js";
import type { ToldScore } from "../told.js";

/** （一）产出指标（50分）, alone in the row above a table's head: the first level of the rows below, as a score with its marks if it tells any. */
export function levelAbove({ grid, head }: IndicatorRegion): { readonly name: string; readonly scores: readonly ToldScore[] } | undefined {
  const row = (head[0] ?? 0) - 1;
  const [cell, ...others] = row < 0 ? [] : grid.spoken(row);
  if (!cell || others.length > 0) return undefined;
  const { name, fullMarks, score } = readLevelHeading(cellText(cell));
  if (!isLevel1(name)) return undefined;
  const evidence = cellEvidence(cell);
  const told = { scope: "level1" as const, name, score: pointsIn(cell, score), fullMarks: pointsIn(cell, fullMarks), evidence };
  return { name, scores: told.score || told.fullMarks ? [{ ...told, place: { table: grid.table.index, row } }] : [] };
}
