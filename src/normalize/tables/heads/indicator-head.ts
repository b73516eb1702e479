import { range } from "../../../core/range.js";
import { isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import {
  fundRole,
  gluedRoles,
  type IndicatorRole,
  indicatorRole,
  NAMING_ROLES,
  RESULT_ROLES,
  TELLING_ROLES,
} from "../../lexicon/labels/head-words.js";
import { isLevel1, readLevel, splitLevels } from "../../lexicon/labels/level.js";
import type { Head } from "../../lexicon/writing/fold.js";
import type { Grid } from "../grid.js";
import type { Columns } from "../region.js";
import { headByPlace } from "./head-by-place.js";
import { columnRoles, columnsByRole, firstExact, headHeight, namesBlock, rolesInHead, rolesInRow } from "./head-rows.js";
import { levelMarksHead } from "./level-marks-head.js";
import { withNameColumn } from "./name-column.js";
import { ofOtherTimes } from "./other-times.js";

export interface IndicatorHead {
  readonly height: number;
  readonly columns: Columns<IndicatorRole>;
}

/**
 * Whether an indicator table's head begins in a row: names of levels beside names of values, at least two of them word for
 * word. Heads of fund tables (two columns of amounts, no level) are none. `titled`: the year that the title above tells.
 */
export function indicatorHead(grid: Grid, row: number, titled?: number): IndicatorHead | undefined {
  if (hasMarks(grid, row)) return undefined;
  const found = rolesInHead(grid, row, indicatorRole);
  const naming = found.filter(({ role }) => NAMING_ROLES.has(role));
  const values = found.filter(({ role }) => TELLING_ROLES.has(role) || role === "direction" || role === "operator");
  const ofLevels = naming.every(({ role }) => role === "levels") ? levelMarksHead(grid, row, found) : undefined;
  if (ofLevels) return { height: ofLevels.height, columns: settled(ofLevels.roles) };
  const isNamed = naming.length > 0 && values.length > 0 && naming.length + values.length >= 3;
  if (!isNamed || found.filter(({ exact }) => exact).length < 2) {
    const open = headByPlace(grid, row, found, titled);
    return open && { height: open.height, columns: settled(open.roles) };
  }
  const levels = naming.filter(({ role }) => role !== "level3?");
  if (levels.length === 0 && rolesInRow(grid, row, fundRole).filter(({ role }) => isFundAmount(role)).length >= 2) return undefined;
  const height = headHeight(grid, row, found, indicatorRole);
  const roles = columnRoles(grid, row, height, indicatorRole);
  // 绩效指标完成情况 beside the table is no column of results; levels may be blank where they were told above.
  for (const [column, { role }] of [...roles]) if (!NAMING_ROLES.has(role) && namesBlock(grid, row, height, column)) roles.delete(column);
  for (const column of leftOfNames(roles)) roles.delete(column);
  if (comparesYears(roles)) return undefined;
  // The results' year is the report's, where a table also tells next year's targets.
  for (const column of ofOtherTimes(roles, [RESULT_ROLES, TELLING_ROLES], titled)) roles.delete(column);
  const columns = withGlued(withNameColumn(settled(marksOfLevels(byOrder(inTurn(grid, row + height, roles))))), roles);
  return columns.of.has("level3") || columns.of.has("level2") || columns.of.has("level1") ? { height, columns } : undefined;
}

/** 指标名称 | 2017年实际值 | 2018年实际值: results of several years and neither targets nor marks evaluate none of them. */
function comparesYears(roles: Roles): boolean {
  const told = [...roles.values()].filter(({ role }) => TELLING_ROLES.has(role));
  const years = new Set(told.map(({ time }) => time));
  return years.size > 1 && told.every(({ role, time }) => role === "actual" && typeof time === "number");
}

/** What an indicator can have at most: 2022 may head a column. */
const MOST_MARKS = 100;

/** 目标设定 | 绩效目标合理性 | 5 | 不符合不得分 | 5: a row with figures of its own heads nothing, whatever its words. */
function hasMarks(grid: Grid, row: number): boolean {
  return grid.spoken(row).some((cell) => Number(pointsOf(cellText(cell))) <= MOST_MARKS);
}

/** 年度绩效目标1 | 一级指标 | … | 年初目标值: of two columns that tell the same, the one left of all names stands beside the block. */
function leftOfNames(roles: Roles): number[] {
  const naming = [...roles].flatMap(([column, { role }]) => (NAMING_ROLES.has(role) ? [column] : []));
  const [first, last] = [Math.min(...naming), Math.max(...naming)];
  return [...roles].flatMap(([column, { role }]) => {
    const isToldBehind = [...roles].some(([other, found]) => other > last && found.role === role);
    return column < first && TELLING_ROLES.has(role) && isToldBehind ? [column] : [];
  });
}

/** The columns by role, once each head's words are weighed against those beside it. */
function settled(roles: Roles): Columns<IndicatorRole> {
  return columnsByRole(withAdjusted(withOperator(withScore(withGiven(roles)))), preferred);
}

/** A weight's head that ran into the target's heads a column of both: the rows are parted by their figures. */
function withGlued(columns: Columns<IndicatorRole>, roles: Roles): Columns<IndicatorRole> {
  const of = new Map(columns.of);
  for (const [column, { cell }] of roles) {
    const [first, second] = gluedRoles(cellText(cell)) ?? [];
    if (first === "weight" && second === "target" && !of.has("target")) of.set("target", [column]);
  }
  return { of, heads: columns.heads };
}

type Roles = ReturnType<typeof columnRoles<IndicatorRole>>;

/**
 * 指标类别 | 指标维度 | 指标名称: of two heads side by side that each may tell both levels, the first tells the first and the second the second, where no cell below the
 * first tells two.
 */
function inTurn(grid: Grid, body: number, roles: Roles): Roles {
  const both = [...roles].filter(([, { role }]) => role === "levels").sort(([a], [b]) => a - b);
  const [first, second, ...others] = [...new Set(both.map(([, { cell }]) => cell))];
  if (!first || !second || others.length > 0 || [...roles.values()].some(({ role }) => role === "level1" || role === "level2"))
    return roles;
  const names = range(body, grid.rowCount).flatMap((row) => grid.spoken(row).filter(({ column }) => column === first.column));
  if (!names.some((cell) => isLevel1(readLevel(cellText(cell)).name)) || names.some((cell) => splitLevels(cellText(cell)))) return roles;
  return new Map([
    ...roles,
    ...both.map(([column, found]) => [column, { ...found, role: found.cell === first ? "level1" : "level2" }] as const),
  ]);
}

/** Gives levels whose numeral was lost their place: left or right of those that are known, else in order. */
function byOrder(roles: Roles): Roles {
  const known = new Map([...roles].map(([column, { role }]) => [role, column] as const));
  const lost = [...roles].filter(([, { role }]) => role === "level?").sort(([a], [b]) => a - b);
  const settled: Roles = new Map(roles);
  for (const [column, found] of lost) {
    const free = (["level1", "level2", "level3"] as const).filter((role) => !known.has(role));
    const fits = free.filter((role) => [...known].every(([other, at]) => !/^level[123]$/u.test(other) || other < role === at < column));
    const role = (fits[0] ?? free[0]) as IndicatorRole | undefined;
    if (role === undefined) continue;
    known.set(role, column);
    for (const [at, { cell }] of roles) if (cell === found.cell) settled.set(at, { ...found, role });
  }
  return settled;
}

/** 一级指标 | 分值 | 得分 | 二级指标 | 分值 | 得分 | 三级指标 | 分值 | 得分: each column of marks or scores is of the level on its left. */
function marksOfLevels(roles: Roles): Roles {
  const settled: Roles = new Map(roles);
  for (const kind of ["weight", "score"] as const) {
    const columns = [...roles].filter(([, { role }]) => role === kind);
    if (new Set(columns.map(([, { cell }]) => cell)).size < 2) continue;
    const placed = columns.flatMap(([column, found]) => {
      const level = levelLeftOf(roles, column);
      return level ? [[column, { ...found, role: `${kind}${level}` as const }] as const] : [];
    });
    // One of them is the indicators' own.
    if (placed.length < columns.length) for (const [column, found] of placed) settled.set(column, found);
  }
  return settled;
}

/**
 * The level, 1 or 2, that a column of marks stands behind, with other columns of marks alone between. A head that says nothing (评价维度) is of the level that no other
 * names, in its place left of the names.
 */
function levelLeftOf(roles: Roles, column: number): 1 | 2 | undefined {
  let left = column - 1;
  while (roles.get(left)?.role === "weight" || roles.get(left)?.role === "score") left--;
  const role = roles.get(left)?.role;
  if (role !== undefined || left < 0) return role === "level1" || role === "levels" ? 1 : role === "level2" ? 2 : undefined;
  const names = [...roles].filter(([, each]) => NAMING_ROLES.has(each.role) && each.role !== "level3?");
  const [before, behind] = [names.filter(([at]) => at < left), names.filter(([at]) => at > column)].map((found) =>
    found.map(([, each]) => each.role),
  );
  if (behind!.length === 0 || behind!.includes("level1") || behind!.includes("levels")) return undefined;
  if (before!.length === 0) return 1;
  return before!.join() === "level1" && !behind!.includes("level2") ? 2 : undefined;
}

/** 分数 beside 分值 is what was given of it. */
function withScore(roles: Roles): Roles {
  const weights = [...roles].filter(([, { role }]) => role === "weight");
  const given = weights.find(([, { head }]) => head.name === "分数");
  if (!given || weights.length !== 2 || [...roles.values()].some(({ role }) => role === "score")) return roles;
  return new Map(roles).set(given[0], { ...given[1], role: "score" });
}

/** 核定得分 alone is the evaluation's own, unless its head says who gave it. */
function withGiven(roles: Roles): Roles {
  const given = [...roles].filter(([, { role }]) => role === "review");
  const isScored = [...roles.values()].some(({ role }) => role === "score" || role === "itemScore");
  if (isScored || new Set(given.map(([, { cell }]) => cell)).size !== 1 || OF_OTHERS.test(given[0]![1].head.name)) return roles;
  return new Map([...roles, ...given.map(([column, found]) => [column, { ...found, role: "score" }] as const)]);
}

/** Words for those who look at an evaluation once more. */
const OF_OTHERS = /财政|主管|部门|上级|第三方|专家|抽|[复终再]/u;

/** 指标性质（正向） beside 指标方向（大于等于）: the first says which side is good, the second is the sign. */
function withOperator(roles: Roles): Roles {
  const sides = [...roles].filter(([, { role }]) => role === "direction");
  const sign = sides.find(([, { head }]) => /方向|符号/u.test(head.name));
  if (!sign || sides.length < 2 || [...roles.values()].some(({ role }) => role === "operator")) return roles;
  return new Map(roles).set(sign[0], { ...sign[1], role: "operator" });
}

/** 年初目标值 | 调整后目标值: the second holds where something stands in it. */
function withAdjusted(roles: Roles): Roles {
  const targets = [...roles].filter(([, { role }]) => role === "target");
  const adjusted = targets.filter(([, { path }]) => ADJUSTED_TARGET.test(path));
  if (adjusted.length === targets.length) return roles;
  return new Map([...roles, ...adjusted.map(([column, found]) => [column, { ...found, role: "adjustedTarget" }] as const)]);
}

const ADJUSTED_TARGET = /调整|变更|修订|修正/u;

/** Words by which one of several heads with one role holds, the most telling first: the unit's own score, a reason rather than a remark, what says that it is the third level. */
const TELLING: { readonly [role in IndicatorRole]?: readonly RegExp[] } = {
  score: [/折算|折合|换算|加权/u, /自评/u],
  reason: [/原因|偏差/u],
  level3: [/三级/u],
};
const STANDARD = /标准|方法|规则|办法|细则|计分|评分/u;
/** 参考值 or 申报目标 beside 指标值 is what the target was set by. */
const SET_BY = /参考|参照|标准|申报|建议/u;

/** Which of several heads with one role holds. */
function preferred(role: IndicatorRole, heads: readonly { head: Head; exact: boolean }[]): number {
  const best = (test: RegExp) => heads.findIndex(({ head }) => test.test(head.name));
  if (role === "level3?") return heads.length - 1;
  if (role === "standard") return Math.max(0, best(STANDARD));
  if (role === "target") {
    const set = heads.filter(({ head }) => !SET_BY.test(head.name));
    return heads.indexOf([...set, ...heads].find(({ exact }) => exact) ?? set[0] ?? heads[0]!);
  }
  return TELLING[role]?.map(best).find((i) => i >= 0) ?? firstExact(heads);
}
