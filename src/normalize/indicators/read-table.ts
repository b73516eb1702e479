import { readPoints } from "../figures/points.js";
import type { Place } from "../prose/paths/place-level.js";
import type { IndicatorRegion, Region } from "../tables/region.js";
import { type Levels, NO_LEVELS } from "./levels/levels.js";
import { partGlued } from "./rows/part-glued.js";
import { besideReasons } from "./rows/reasons-apart.js";
import { RowCells } from "./rows/row-cells.js";
import { TableRows } from "./rows/table-rows.js";
import { settleParts } from "./settle-parts.js";
import { asPoints } from "./shares.js";
import type { ToldIndicator, ToldTable } from "./told.js";

/**
 * Reads the rows under an indicator table's head. `outside`: the levels that the headings above name, for tables without columns
 * for them. `before`: the levels that the table before left in force, where this one goes on with it.
 */
export function readIndicatorTable(
  region: IndicatorRegion,
  { level1: outside, level2 }: Place = NO_LEVELS,
  before: Levels = NO_LEVELS,
): ToldTable {
  const levels: Levels = outside === "" ? { ...before, groups: [] } : { ...NO_LEVELS, level1: outside, secondAbove: level2 };
  const rows = new TableRows(region, outside, levels);
  for (const row of region.body) rows.read(row);
  const { indicators, scores, grades, loose, reasons, unread } = rows;
  const fullMarks = scores.find(({ scope, fullMarks: marks }) => scope === "total" && marks)?.fullMarks?.value ?? "100";
  const whole = partGlued(besideReasons(indicators, reasons), [fullMarks, "100", "90"]);
  const inPoints = asPoints(settleParts(withShared(region, whole), fullMarks), scores);
  return { ...inPoints, grades, levels: rows.levels, loose, unread };
}

/** Rows whose score is one cell over all of them. */
function withShared(region: IndicatorRegion, rows: readonly ToldIndicator[]): readonly ToldIndicator[] {
  const scoreOf = ({ place }: ToldIndicator) => new RowCells(region, place.row).cell("score");
  const tall = rows.map(scoreOf).filter((cell) => cell !== undefined && cell.rowSpan > 1 && readPoints(cell) !== null);
  const shared = new Set(tall.filter((cell, i) => tall.indexOf(cell) !== i));
  return shared.size === 0 ? rows : rows.map((row) => (shared.has(scoreOf(row)) ? { ...row, sharesMarks: true } : row));
}

/** A table with targets but no column for results is one of goals. */
export function isGoalTable({ columns: { of } }: IndicatorRegion): boolean {
  return !of.has("actual") && !of.has("score") && !of.has("deduction") && !of.has("completionRate") && !of.has("review");
}

/** Whether regions hold indicators, and all of these set goals and evaluate nothing. */
export function setsGoals(regions: readonly Region[]): boolean {
  const ofIndicators = regions.filter((region) => region.kind === "indicators");
  return ofIndicators.length > 0 && ofIndicators.every(isGoalTable);
}
