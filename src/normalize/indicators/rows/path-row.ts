import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import { pointsIn } from "../../figures/points.js";
import { readLevelHeading, splitLevels } from "../../lexicon/labels/level.js";
import type { IndicatorRegion } from "../../tables/region.js";
import type { ToldScore } from "../told.js";
import type { TotalRow } from "./total-row.js";

/** A row that only names both levels of those below (产出指标—数量指标（27分）), with the marks of the second; undefined for any other row. */
export function readPathRow({ grid, columns }: IndicatorRegion, row: number): TotalRow | undefined {
  const [label, ...others] = grid.spoken(row);
  if (!label || others.length > 0 || label.rowSpan > 1) return undefined;
  const isAcross = label.colSpan > 1 || !(["level1", "level2", "levels"] as const).some((role) => columns.of.has(role));
  const { name, fullMarks, score } = readLevelHeading(cellText(label));
  const [level1, level2, level3] = splitLevels(name) ?? [];
  if (!isAcross || level1 === undefined || level2 === undefined || level3 !== undefined) return undefined;
  const evidence = cellEvidence(label);
  const told: ToldScore = {
    scope: "level2",
    name: level2,
    score: pointsIn(label, score),
    fullMarks: pointsIn(label, fullMarks),
    evidence,
    place: { table: grid.table.index, row },
  };
  return { scores: told.score || told.fullMarks ? [told] : [], grades: [], level1, level2 };
}
