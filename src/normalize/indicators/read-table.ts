import type { Cell } from "../../core/extracted.js";
import type { Indicator } from "../../core/record.js";
import { cellText } from "../figures/cell-figure.js";
import { readPoints } from "../figures/points.js";
import type { IndicatorRole } from "../lexicon/labels/head-words.js";
import { metaField } from "../lexicon/labels/meta-label.js";
import { saysNothing } from "../lexicon/lexicon.js";
import type { Place } from "../prose/indicators/place-level.js";
import type { IndicatorRegion } from "../tables/region.js";
import { LevelRows } from "./levels/level-rows.js";
import { type Levels, NO_LEVELS, readLevels } from "./levels/levels.js";
import { scoreLeft } from "./rows/deduction.js";
import { readExecutionPairs } from "./rows/execution-pairs.js";
import { partGlued } from "./rows/part-glued.js";
import { readRow } from "./rows/read-row.js";
import { besideReasons, isReasonAlone } from "./rows/reasons-apart.js";
import { resultsIn } from "./rows/results-in.js";
import { RowCells, VALUE_ROLES } from "./rows/row-cells.js";
import { added, NO_SUMS } from "./rows/subtotal.js";
import { readTotalRow } from "./rows/total-row.js";
import { settleParts } from "./settle-parts.js";
import { asPoints } from "./shares.js";
import type { ToldGrade, ToldIndicator, ToldScore, ToldTable } from "./told.js";

const COLUMNS = ["target", "actual", "weight", "score", "completionRate", "deviationReason"] as const;
/** What a form prints where a name is to be filled in. */
const PLACEHOLDER = /^(?:指标\s?\d{0,2}\s?[:：]?|[.…·]+|第?\d+|…+|[XxＸｘ×*＊_＿]{2,})$/u;
/** A value where a name should stand: the row's cells are not under their heads, and nothing in it is to be believed. Hostile names begin with the same signs. */
const VALUE = /^\s*[≥≤≧≦⩾⩽＝=＜<＞>]\s*\d[\d.,，]*\s*[%％‰]?\p{Script=Han}{0,4}\s*$/u;

/**
 * Reads the rows under an indicator table's head. `outside`: the levels that the headings above name, for tables without columns
 * for them. `before`: the levels that the table before left in force, where this one goes on with it.
 */
export function readIndicatorTable(
  region: IndicatorRegion,
  { level1: outside, level2 }: Place = NO_LEVELS,
  before: Levels = NO_LEVELS,
): ToldTable {
  const indicators: ToldIndicator[] = [];
  const scores: ToldScore[] = [];
  const grades: ToldGrade[] = [];
  const loose: number[] = [];
  const unread: string[] = [];
  const reasons: number[] = [];
  const columns = columnsOf(region);
  const levelRows = new LevelRows(region);
  let levels: Levels = outside === "" ? { ...before, groups: [] } : { ...NO_LEVELS, level1: outside, secondAbove: level2 };
  let closed = false;
  let sums = NO_SUMS;
  for (const row of region.body) {
    const cells = new RowCells(region, row);
    if (region.grid.spoken(row).length === 0) continue;
    const place = { table: region.grid.table.index, row };
    const lose = (role: "weight" | "score") => {
      const text = cells.text(role);
      if (isLost(cells.cell(role), text)) unread.push(text);
    };
    const confidence = region.grid.table.confidence;
    const execution = readExecutionPairs(region.grid.spoken(row), { place, confidence });
    if (execution) {
      indicators.push(execution);
      continue;
    }
    const results = resultsIn(region.grid, row);
    const total = results === "alone" ? undefined : readTotalRow(region, cells, levels, { summed: sums, levelRows });
    if (!total && results) {
      closed = true;
      loose.push(row);
      continue;
    }
    if (total) {
      if (total.scores.some(({ scope, score }) => scope === "total" && !score)) lose("score");
      if (total.scores.length === 0 && total.grades.length === 0) loose.push(row);
      scores.push(...total.scores);
      grades.push(...total.grades);
      closed ||= total.scores.some(({ scope }) => scope === "total");
      const level = total.level1 ?? total.scores.find(({ scope }) => scope === "level1")?.name;
      if (total.level2 !== undefined) levels = { ...levels, level2: total.level2, level3: "", groups: [], secondAbove: total.level2 };
      else if (level !== undefined) levels = { ...NO_LEVELS, level1: level, rowAbove: level };
      else if (total.scores.length === 0 && total.grades.length === 0) levels = readLevels(cells, levels, outside);
      continue;
    }
    if (!isIndicatorRow(region, cells) || (closed && !hasResult(cells))) {
      if (!closed && isReasonAlone(region, cells)) reasons.push(row);
      loose.push(row);
      continue;
    }
    levels = readLevels(cells, levels, outside);
    scores.push(...levels.groups.map((group) => ({ ...group, place })));
    if (levels.level3 === "" || PLACEHOLDER.test(levels.level3) || VALUE.test(levels.level3)) {
      loose.push(row);
      continue;
    }
    lose("weight");
    lose("score");
    const printed = readRow(cells, levels, { place, columns, confidence, parent: indicators });
    const told = { ...printed, score: printed.score ?? scoreLeft(region, cells, printed.weight) };
    sums = added(sums, told, indicators.at(-1));
    indicators.push(told);
  }
  const fullMarks = scores.find(({ scope, fullMarks: marks }) => scope === "total" && marks)?.fullMarks?.value ?? "100";
  const whole = partGlued(besideReasons(indicators, reasons), [fullMarks, "100", "90"]);
  const inPoints = asPoints(settleParts(withShared(region, whole), fullMarks), scores);
  return { ...inPoints, grades, levels, loose, unread };
}

/** Whether a figure stands in a cell and could not be read: digits of which none can be made, or ink of which nothing was. */
function isLost(cell: Cell | undefined, text: string): boolean {
  return (/\d/u.test(text) || (text === "" && cell?.reading !== undefined)) && !readPoints(cell);
}

/** Rows whose score is one cell over all of them. */
function withShared(region: IndicatorRegion, rows: readonly ToldIndicator[]): readonly ToldIndicator[] {
  const scoreOf = ({ place }: ToldIndicator) => new RowCells(region, place.row).cell("score");
  const tall = rows.map(scoreOf).filter((cell) => cell !== undefined && cell.rowSpan > 1 && readPoints(cell) !== null);
  const shared = new Set(tall.filter((cell, i) => tall.indexOf(cell) !== i));
  return shared.size === 0 ? rows : rows.map((row) => (shared.has(scoreOf(row)) ? { ...row, sharesMarks: true } : row));
}

function columnsOf(region: IndicatorRegion): Indicator["columns"] {
  return COLUMNS.filter((name) => region.columns.of.has(name === "deviationReason" ? "reason" : name));
}

/** Behind the total row stand signatures and notes: only a row with marks, or with target and actual, is an indicator there. */
function hasResult(cells: RowCells): boolean {
  if ((["weight", "score", "completionRate"] as const).some((role) => readPoints(cells.cell(role)))) return true;
  return cells.text("target") !== "" && cells.text("actual") !== "";
}

/** 填报单位（盖章）, 负责人（签字） */
const SIGNED = /[(（](?:盖章|签字|签章|公章|签名)[)）]/u;

/** 审核人, 填报日期：2024年3月: a label of the form, by itself or before its value. */
function ofTheForm(text: string): boolean {
  return metaField(/^[^:：]{2,10}(?=[:：])/u.exec(text)?.[0] ?? text) !== undefined;
}

/** A row with a name of its own that does not run into the value columns, and something in one of these. */
function isIndicatorRow(region: IndicatorRegion, cells: RowCells): boolean {
  const name = ["level4", "level3", "level2", "levels", "level1"]
    .map((role) => cells.cell(role as IndicatorRole))
    .find((cell) => cell && cell.row === cells.row && cellText(cell) !== "");
  // One name over several rows, each with marks of its own.
  if (!name)
    return cells.text("level3") !== "" && (["weight", "score"] as const).some((role) => cells.begins(role) && readPoints(cells.cell(role)));
  const values = VALUE_ROLES.flatMap((role) => cells.cells(role)).filter((cell) => cell !== name);
  // 填表人： | | 联系电话： | : a row of the form.
  if (region.grid.spoken(cells.row).some((cell) => /[:：]$/u.test(cellText(cell)) && metaField(cellText(cell)) !== undefined)) return false;
  const own = region.grid.own(cells.row).filter((cell) => cellText(cell) !== "");
  if (own.some((cell) => SIGNED.test(cellText(cell))) || own.every((cell) => ofTheForm(cellText(cell)))) return false;
  if (VALUE_ROLES.some((role) => cells.cell(role) === name)) return false;
  if (values.some((cell) => cell.row === cells.row && cellText(cell) !== ""))
    return new Set(values).size > 1 || VALUE_ROLES.filter((role) => cells.has(role)).length === 1;
  // A form that was published empty still names its indicators.
  return (
    cells.begins("level3") &&
    !saysNothing(cells.text("level3")) &&
    values.length > 1 &&
    region.grid.spoken(cells.row).length <= 3 &&
    cells.cell("level3") === name
  );
}

/** A table with targets but no column for results is one of goals. */
export function isGoalTable({ columns: { of } }: IndicatorRegion): boolean {
  return !of.has("actual") && !of.has("score") && !of.has("deduction") && !of.has("completionRate") && !of.has("review");
}
