import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { readPercent } from "../../figures/percent.js";
import {
  type FundRole,
  type IndicatorRole,
  indicatorRole,
  NAMING_ROLES,
  nearestFundRole,
  nearestIndicatorRole,
} from "../../lexicon/labels/head-words.js";
import { isLevel2, readLevel } from "../../lexicon/labels/level.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { readHead } from "../../lexicon/writing/fold.js";
import { begunAt, type Grid, headCell, isBlank } from "../grid.js";
import type { Columns } from "../region.js";
import { saysNames } from "./says-names.js";

const INFERRED: readonly IndicatorRole[] = [
  "level1",
  "level2",
  "level3",
  "target",
  "actual",
  "weight",
  "score",
  "completionRate",
  "reason",
];
const MARKS: ReadonlySet<string> = new Set(["weight", "score"]);
const FUND_INFERRED: readonly FundRole[] = ["initialBudget", "adjustedBudget", "received", "executed", "executionRate", "weight", "score"];
/** Share of a column's cells that must be figures or dashes for it to hold figures. */
const MOSTLY = 0.7;

/**
 * Roles for columns whose heads were garbled beyond the lexicon: of the roles that no column has, the one whose words the head is
 * most like, if what stands below agrees (marks are figures). Heads that are like nothing stay without a role.
 */
export function inferColumns(
  grid: Grid,
  head: readonly number[],
  body: readonly number[],
  columns: Columns<IndicatorRole>,
): Columns<IndicatorRole> {
  return inferred(grid, head, columns, (text, column, free) => {
    // A head that the lexicon knows is not garbled: another column has its role, or it has none that counts.
    if (indicatorRole(text)) return undefined;
    const figures = holdsFigures(grid, body, column);
    const names = saysNames(body.flatMap((row) => begunAt(grid, row, column) ?? []));
    const roles = INFERRED.filter(
      (role) => free(role) && (figures ? role !== "reason" : !MARKS.has(role)) && (names || !NAMING_ROLES.has(role)),
    );
    return nearestIndicatorRole(text, roles);
  });
}

/** The same for a fund table, whose columns all hold figures. */
export function inferFundColumns(
  grid: Grid,
  head: readonly number[],
  body: readonly number[],
  columns: Columns<FundRole>,
): Columns<FundRole> {
  return inferred(grid, head, columns, (text, column, free) => {
    if (!holdsFigures(grid, body, column)) return undefined;
    // Amounts are no percentages: a column of them is the rate where anything is left of that word.
    const percentages = body.some((row) => /[%％]/u.test(grid.at(row, column)?.text ?? ""));
    if (percentages)
      return free("executionRate") && /[执行率]/u.test(text) && !/到位|占|比|增|降/u.test(text) ? "executionRate" : undefined;
    return nearestFundRole(
      text,
      FUND_INFERRED.filter((role) => free(role) && role !== "executionRate"),
    );
  });
}

/** Heads that say rate or share; 完成情况 may hold either that or the result itself. */
const SAYS_RATE = /[率度]|比例|百分比/u;

/** 63项: a result with its unit, among rates. */
const WITH_UNIT = /\d\s*\p{Script=Han}/u;

/**
 * 单项指标完成情况 heads the results themselves where no other column does and its figures are no percentages, or not all of them: there the form prints
 * sign, target and unit in columns of their own and the result in that unit, or each result with its own.
 */
export function withResults(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const column = columns.of.get("completionRate");
  const head = columns.heads.get("completionRate");
  if (!column || columns.of.has("actual") || SAYS_RATE.test(head?.name ?? "率")) return columns;
  const told = body.map((row) => grid.at(row, column[0]!)?.text ?? "");
  if (told.some((text) => /[%％]/u.test(text)) && !told.some((text) => WITH_UNIT.test(text))) return columns;
  const rename = <Value>(map: ReadonlyMap<IndicatorRole, Value>) =>
    new Map([...map].map(([role, value]) => [role === "completionRate" ? "actual" : role, value] as const));
  return { of: rename(columns.of), heads: rename(columns.heads) };
}

/**
 * 指标名称 over two columns of which the first holds the second levels: names that span rows, or that are those of levels, beside names of
 * their own in the columns behind. The first levels must have their column: without one the heads themselves are in doubt.
 */
export function withLevelsUnderName(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const [first, ...names] = columns.of.get("level3") ?? [];
  if (first === undefined || names.length === 0 || columns.of.has("level2") || !columns.of.has("level1")) return columns;
  const parted = body.flatMap((row) => {
    const [level, name] = [grid.at(row, first), grid.at(row, names[0]!)];
    return level && name && level !== name && !isBlank(name) && name.row === row ? [level] : [];
  });
  const levels = parted.filter((cell) => cell.rowSpan > 1 || isLevel2(readLevel(cellText(cell)).name));
  if (parted.length < FEWEST_SHOWN || levels.length < parted.length * MOSTLY) return columns;
  return { of: new Map([...columns.of, ["level2", [first]], ["level3", names]]), heads: columns.heads };
}

/** How many rows must show what a column holds before it is believed without a head. */
const FEWEST_SHOWN = 2;

function inferred<Role>(
  grid: Grid,
  head: readonly number[],
  columns: Columns<Role>,
  roleOf: (text: string, column: number, free: (role: Role) => boolean) => Role | undefined,
): Columns<Role> {
  const of = new Map(columns.of);
  const heads = new Map(columns.heads);
  const taken = new Set([...of.values()].flat());
  for (let column = 0; column < grid.columnCount; column++) {
    if (taken.has(column)) continue;
    const cell = headCell(grid, head, column);
    if (!cell || cell.rowSpan > head.length || cell.column !== column) continue;
    const role = roleOf(cellText(cell), column, (candidate) => !of.has(candidate));
    if (role === undefined) continue;
    of.set(role, range(column, column + cell.colSpan));
    heads.set(role, readHead(cellText(cell)));
  }
  return { of, heads };
}

function holdsFigures(grid: Grid, body: readonly number[], column: number): boolean {
  const cells = body.map((row) => grid.at(row, column)).filter((cell) => !isBlank(cell));
  const figures = cells.filter((cell) => readPercent(cell) !== null);
  return (
    figures.length > 0 && cells.filter((cell) => saysNothing(cellText(cell!)) || readPercent(cell) !== null).length >= cells.length * MOSTLY
  );
}
