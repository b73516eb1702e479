import type { Cell } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import { fundRole, type IndicatorRole, indicatorRole, RESULT_ROLES, TELLING_ROLES } from "../../lexicon/labels/head-words.js";
import { isLevel1, readLevel } from "../../lexicon/labels/level.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { readHead } from "../../lexicon/writing/fold.js";
import { namingPlaces, type Places } from "../columns/levels-by-place.js";
import { sumToWhole, withMarksByContent } from "../columns/marks-by-content.js";
import { withValuesByUnits } from "../columns/values-by-units.js";
import type { Grid } from "../grid.js";
import { begunAt } from "../grid.js";
import { columnRoles, columnsByRole, firstExact, type HeadColumn, headHeight, type rolesInHead, rolesInRow } from "./head-rows.js";
import { ofOtherTimes } from "./other-times.js";

type FoundRole = ReturnType<typeof rolesInHead<IndicatorRole>>[number];

/** What each column holds that a head of `height` rows stands over. */
export interface HeadByPlace {
  readonly height: number;
  readonly roles: Map<number, HeadColumn<IndicatorRole>>;
}

/** Rows that are looked at for what stands under a head. */
const MOST_ROWS = 60;
/** A name, a target, a result, marks and a score: so many columns have those tables whose heads say nothing. */
const FEWEST_COLUMNS = 5;

/**
 * A head whose words for levels and names are the office's own (维度 | 类别 | 要点): names stand left of the figures below. It names marks beside targets or
 * results, or what stands below says which they are: 约定 | 取得 | 分额 | 判得 over two columns of figures in one unit row for row, and two of points that
 * sum to a whole. It names no money.
 */
export function headByPlace(grid: Grid, row: number, found: readonly FoundRole[], titled?: number): HeadByPlace | undefined {
  const has = (...roles: IndicatorRole[]) => found.some(({ role }) => roles.includes(role));
  const isTold = has("weight", "score") && has("target", "actual");
  if (!isTold && !mayHead(grid, row)) return undefined;
  // 年末结果 is like an amount's head, and none between targets and marks.
  if (rolesInRow(grid, row, fundRole).filter(({ role }) => isFundAmount(role)).length > (isTold ? 0 : 1)) return undefined;
  const height = headHeight(grid, row, found, indicatorRole);
  const roles = columnRoles(grid, row, height, indicatorRole);
  for (const column of ofOtherTimes(roles, [RESULT_ROLES, TELLING_ROLES], titled)) roles.delete(column);
  const rows = range(row + height, Math.min(grid.rowCount, row + height + MOST_ROWS));
  const put = (column: number, role: IndicatorRole) => {
    const cell = grid.at(row + height - 1, column);
    if (cell) roles.set(column, { role, exact: false, head: readHead(cellText(cell)), cell, path: cellText(cell) });
  };
  if (!isTold) {
    // 订立标准 may head the targets, 兑现程度 the results: what stands in the column tells.
    const sure = new Map([...roles].filter(([, { role }]) => role !== "standard" && role !== "completionRate"));
    const told = columnsByRole(sure, (_, heads) => firstExact(heads));
    const { of } = withValuesByUnits(grid, range(row, row + height), rows, withMarksByContent(grid, rows, told));
    const [weight, score] = [of.get("weight")?.[0], of.get("score")?.[0]];
    if (weight === undefined || score === undefined) return undefined;
    // 自查问题 | 自查结论 | 本题满分 | 自打分: marks alone, where they sum to a whole.
    if (!(of.has("target") && of.has("actual")) && !sumToWhole(grid, rows, weight, score)) return undefined;
    for (const role of ["weight", "score", "target", "actual"] as const) {
      const column = of.get(role)?.[0];
      if (column !== undefined && roles.get(column)?.role !== role) put(column, role);
    }
  }
  const places = namingPlaces(grid, rows, (column) => roles.get(column)?.role);
  if (!places || (!tellsValues(roles) && namesLevels(grid, rows, places.level3))) return undefined;
  for (const column of [...roles.keys()]) if (column <= places.level3) roles.delete(column);
  for (const [role, column] of Object.entries(places) as [keyof Places, number][]) put(column, role);
  return { height, roles };
}

function tellsValues(roles: HeadByPlace["roles"]): boolean {
  return [...roles.values()].some(({ role }) => role === "target" || role === "actual");
}

/** 产出指标 | 50 | 49.5, 效益指标 | 30 | 30: the levels' own marks, told once more. */
function namesLevels(grid: Grid, rows: readonly number[], column: number): boolean {
  return rows.some((row) => isLevel1(readLevel(begunAt(grid, row, column)?.text ?? "").name));
}

/** Whether a row of words stands right above one with marks and a score. Recognised heads may be what is left of others: their columns may be lost. */
function mayHead(grid: Grid, row: number): boolean {
  const words = grid.spoken(row);
  if (words.length < FEWEST_COLUMNS || row + 1 >= grid.rowCount) return false;
  if (words.some((cell) => cell.reading !== undefined || !isWord(cellText(cell))) || tellsFields(words)) return false;
  const below = range(0, grid.columnCount).filter((column) => pointsOf(begunAt(grid, row + 1, column)?.text ?? "") !== undefined);
  return below.length >= 2;
}

/** 项目名称 | 某项目 | 主管部门 | 某局: labels of a form, each before its value, are heads of nothing. */
function tellsFields(words: readonly Cell[]): boolean {
  const isLabel = words.map((cell) => metaField(cellText(cell)) !== undefined);
  return isLabel.filter((is, i) => is && isLabel[i + 1] === false).length >= 2;
}

function isWord(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/[\d%％。；;：:]/u.test(text);
}
