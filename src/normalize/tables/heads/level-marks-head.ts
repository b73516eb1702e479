import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { readPoints } from "../../figures/points.js";
import { type IndicatorRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { isLevel1, readLevel } from "../../lexicon/labels/level.js";
import { readHead } from "../../lexicon/writing/fold.js";
import { begunAt, type Grid } from "../grid.js";
import { columnRoles, type HeadColumn, headHeight, type rolesInHead } from "./head-rows.js";

/** One level alone may be an indicator's class. */
const FEWEST_LEVELS = 2;

/** A head of levels and their own marks alone (评价维度 | 满分 | 得分 over 产出指标 | 50 | 49.5), whatever word the levels stand under. */
export function levelMarksHead(grid: Grid, row: number, found: ReturnType<typeof rolesInHead<IndicatorRole>>) {
  const has = (role: IndicatorRole) => found.some((one) => one.role === role && one.exact);
  if (!has("weight") || !has("score") || has("target") || has("actual")) return undefined;
  const height = headHeight(grid, row, found, indicatorRole);
  const roles = columnRoles(grid, row, height, indicatorRole);
  const first = Math.min(...[...roles].flatMap(([column, { role }]) => (role === "weight" || role === "score" ? [column] : [])));
  const rows = range(row + height, grid.rowCount).slice(0, FEWEST_LEVELS);
  const [column, cell] = [first - 1, grid.at(row + height - 1, first - 1)];
  if (!cell || rows.length < FEWEST_LEVELS || !rows.every((below) => tellsLevel(grid, below, column))) return undefined;
  const named: HeadColumn<IndicatorRole> = { role: "level3", exact: false, head: readHead(cellText(cell)), cell, path: cellText(cell) };
  const others = [...roles].filter(([at, { role }]) => at >= first || role === "serial");
  return { height, roles: new Map<number, HeadColumn<IndicatorRole>>([[column, named], ...others]) };
}

/** Whether a row names a level at a column, and tells figures alone beside it. */
function tellsLevel(grid: Grid, row: number, column: number): boolean {
  const level = begunAt(grid, row, column);
  const isTold = grid.spoken(row).every((cell) => cell === level || readPoints(cell) !== null);
  return level !== undefined && isLevel1(readLevel(cellText(level)).name) && isTold;
}
