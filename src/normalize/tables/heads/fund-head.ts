import type { Cell } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { FUND_AMOUNTS, isFundAmount, type MoneyUnit } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { isMasked } from "../../figures/masked.js";
import { readAmount } from "../../figures/money.js";
import { pointsOf } from "../../figures/points.js";
import { unglue } from "../../figures/unglue.js";
import { ADJUSTED_BUDGET } from "../../lexicon/labels/adjusted-budget.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { type FundRole, fundRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { metaField, ORGANISATIONS } from "../../lexicon/labels/meta-label.js";
import { foldLabel, type Head, readHead } from "../../lexicon/writing/fold.js";
import { holdsRates } from "../columns/amounts-by-rate.js";
import type { Grid } from "../grid.js";
import { isBlank } from "../grid.js";
import type { Columns } from "../region.js";
import { columnRoles, columnsByRole, firstExact, headHeight, namesBlock, rolesInHead, rolesInRow } from "./head-rows.js";
import { ofOtherTimes } from "./other-times.js";
import { readSerial } from "./printed-formula.js";
import { nameBalance } from "./printed-head.js";

const VALUES: ReadonlySet<FundRole> = new Set([...FUND_AMOUNTS, "executionRate", "score", "weight"]);
const LEVELS = new Set(["level1", "level2", "levels", "level3"]);

export interface FundHead {
  readonly height: number;
  readonly columns: Columns<FundRole>;
  readonly labels: readonly number[];
  readonly side?: Cell;
  readonly ofTasks?: true;
}

/** Rows that are looked at for rates that bear the heads out. */
const MOST_ROWS = 6;

/** Marks may stand left of the amounts. */
const MARKS: ReadonlySet<FundRole | undefined> = new Set(["weight", "score"]);

/**
 * Whether a fund table's head begins in a row: an amount's name beside another's or a rate's, one of them word for word, no figure in the row, figures
 * below. One name will do, and none word for word (年初 | 调整 | 执行 | 执行比), where rates below are quotients of the amounts. `titled`: the year that
 * the title above tells.
 */
export function fundHead(grid: Grid, row: number, titled?: number): FundHead | undefined {
  const found = rolesInHead(grid, row, fundRole);
  const amounts = found.filter(({ role }) => isFundAmount(role));
  const rates = found.filter(({ role }) => role === "executionRate");
  if (amounts.length + rates.length === 0) return undefined;
  // 收入 | 决算数 | 支出 | 决算数: one amount told twice is a table of accounts.
  const distinct = new Set(amounts.map(({ role }) => role)).size;
  const isNamed = amounts.length > 0 && distinct + rates.length >= 2 && found.some(({ exact }) => exact);
  if (rolesInRow(grid, row, indicatorRole).some(({ role, exact }) => exact && LEVELS.has(role))) return undefined;
  if (grid.spoken(row).some((cell) => readAmount(cellText(cell)) !== null)) return undefined;
  // 预算执行（10分） | 预算执行率 | 10分 | 100%: words of an amount among marks are a row's own. Heads of several hold marks too: 执行率 | 10分 | 得分.
  if (distinct < 2 && grid.spoken(row).some((cell) => pointsOf(cellText(cell)) !== undefined)) return undefined;
  const aboutTasks = grid.spoken(row).filter((cell) => TASKS.test(readHead(cellText(cell)).name));
  if (aboutTasks.length === 0 && listsProjects(grid, row)) return undefined;
  let height = headHeight(grid, row, found, fundRole);
  while (row + height < grid.rowCount && (isSerials(grid, row + height) || isUnits(grid, row + height))) height++;
  const roles = columnRoles(grid, row, height, fundRole);
  for (const [column, { role }] of roles)
    if (isFundAmount(role) && (namesBlock(grid, row, height, column) || holdsLabels(grid, row + height, column))) roles.delete(column);
  for (const column of ofOtherTimes(roles, [VALUES], titled)) roles.delete(column);
  tellBudgetsApart(roles);
  nameBalance(grid, range(row, row + height), roles);
  const columns = withUnits(grid, row + height - 1, columnsByRole(roles, preferred));
  const first = Math.min(...[...columns.of].filter(([role]) => isFundAmount(role) || role === "executionRate").map(([, list]) => list[0]!));
  if (!Number.isFinite(first) || !figuresBelow(grid, row + height, columns)) return undefined;
  if (!isNamed && !holdsRates(grid, range(row + height, Math.min(grid.rowCount, row + height + MOST_ROWS)), columns)) return undefined;
  const side = sideLabel(grid, row, height, first);
  const tasks = aboutTasks.find((cell) => cell.rowSpan <= height && cell.column < first);
  if (tasks) return { height, columns, labels: [tasks.column], ...(side ? { side } : {}), ofTasks: true };
  const labels = range(0, first).filter(
    (column) => !MARKS.has(roles.get(column)?.role) && (!side || side.row + side.rowSpan <= row + height || grid.at(row, column) !== side),
  );
  // Forms of which the columns run from right to left have their labels behind the amounts.
  const behind = labels.length > 0 ? [] : range(first + 1, grid.columnCount).filter((column) => holdsLabels(grid, row + height, column));
  return { height, columns, labels: [...labels, ...behind], ...(side ? { side } : {}) };
}

interface Role {
  readonly role: FundRole;
  readonly exact: boolean;
  readonly head: Head;
  readonly cell: Cell;
}

/** 预算数 | 调整预算数, 预算数 | 追加（减）数: a budget that says nothing of itself is the initial one beside one, or a change, that says that it was adjusted. */
function tellBudgetsApart(roles: Map<number, Role>): void {
  const entries = [...roles].filter(([, { role }]) => role === "adjustedBudget");
  if ([...roles.values()].some(({ role }) => role === "initialBudget")) return;
  const plain = entries.filter(([, { head }]) => !ADJUSTED_BUDGET.test(head.whole));
  const isAdjusted = plain.length < entries.length || [...roles.values()].some(({ role }) => role === "adjustment");
  if (!isAdjusted || new Set(plain.map(([, { cell }]) => cell)).size !== 1) return;
  for (const [column, entry] of plain) roles.set(column, { ...entry, role: "initialBudget" });
}

/** 行次 | (1) | (2) | (3)=(1)-(2), or 栏次 | 1 | 2 | 3=1-2: the columns' numbers under their heads. */
function isSerials(grid: Grid, row: number): boolean {
  const [first, ...others] = grid.spoken(row);
  if (first === undefined || others.length < 2 || others.some((cell) => readSerial(cellText(cell)) === undefined)) return false;
  const named = fundRole(cellText(first))?.role === "serial";
  // Bare numbers under no 行次 are amounts.
  return named || [first, ...others].every((cell) => /^\(/u.test(foldLabel(cellText(cell))));
}

/** （单位） | 万元 | 万元 | % | 分: the units of the columns under their heads. */
function isUnits(grid: Grid, row: number): boolean {
  const units = grid.spoken(row).filter((cell) => !UNIT_LABEL.test(foldLabel(cellText(cell))));
  return units.length > 1 && units.every((cell) => COLUMN_UNIT.test(foldLabel(cellText(cell))));
}

/** The heads with what the head's last row says of their columns' units, where it says nothing else. */
function withUnits(grid: Grid, row: number, { of, heads }: Columns<FundRole>): Columns<FundRole> {
  if (!isUnits(grid, row)) return { of, heads };
  const unitOf = (role: FundRole) => MONEY_UNIT.exec(grid.at(row, of.get(role)![0]!)?.text ?? "")?.[0] as MoneyUnit | undefined;
  const told = [...heads].map(([role, head]) => {
    const unit = unitOf(role);
    return [role, unit ? { ...head, unit } : head] as const;
  });
  return { of, heads: new Map(told) };
}

const MONEY_UNIT = /[万亿]?元/u;
const UNIT_LABEL = /^\(?(?:计量|金额)?单位\)?$/u;
const COLUMN_UNIT = /^\(?(?:[万亿]?元|分|%)\)?$/u;

/** Of several columns of scores (单项得分 of a hundred, 折算得分 of the weight) the one that counts. */
function preferred(role: FundRole, heads: readonly { head: Head; exact: boolean }[]): number {
  const best = role === "score" ? heads.findIndex(({ head }) => /折算/u.test(head.name)) : -1;
  return best >= 0 ? best : firstExact(heads);
}

/** 任务, 任务名称, 重点工作内容: the head of tasks. */
const TASKS =
  /^(?:年度|全年|本年度?|部门|主要|重点|履职)*(?:工作)?任务(?:名称|内容|事项)?$|^(?:年度)?(?:主要|重点)工作(?:名称|内容|事项)?$/u;

/** 项目名称 | 预算数 | 执行数 …: a list of projects or units, not of one project's money — unless sources stand below. */
function listsProjects(grid: Grid, row: number): boolean {
  if (rolesInRow(grid, row, fundRole).some(({ role, exact }) => role === "label" && exact)) return false;
  const named = grid.spoken(row).find((cell) => {
    const field = metaField(cellText(cell));
    return field !== undefined && (field === "projectName" || ORGANISATIONS.has(field));
  });
  return named !== undefined && fundSource(grid.at(row + named.rowSpan, named.column)?.text ?? "") === undefined;
}

/** Some forms head the labels' column with words of an amount (年度预算数): what stands below decides. */
function holdsLabels(grid: Grid, row: number, column: number): boolean {
  const cell = grid.at(row, column);
  return cell !== undefined && readAmount(cellText(cell)) === null && !unglue(cellText(cell)) && fundSource(cellText(cell)) !== undefined;
}

/** The cell left of the amounts that names the block: taller than the head; in grids without spans, one that tells a unit or marks. */
function sideLabel(grid: Grid, row: number, height: number, first: number): Cell | undefined {
  const left = Array.from({ length: first }, (_, column) => grid.at(row, column)).filter((cell) => cell && !isBlank(cell));
  return left.find((cell) => cell!.row + cell!.rowSpan > row + height) ?? left.find((cell) => tellsUnitOrMarks(cellText(cell!)));
}

function tellsUnitOrMarks(text: string): boolean {
  const { unit, marks } = readHead(text);
  return unit !== undefined || marks !== undefined;
}

function figuresBelow(grid: Grid, from: number, columns: Columns<FundRole>): boolean {
  for (let row = from; row < Math.min(grid.rowCount, from + 4); row++) {
    for (const [role, list] of columns.of) {
      const cell = isFundAmount(role) ? grid.at(row, list[0]!) : undefined;
      if (cell && isMasked(cellText(cell))) return true;
      if (cell && (readAmount(cellText(cell)) !== null || (list[0] === 0 && unglue(cellText(cell)) !== undefined))) return true;
    }
  }
  return false;
}
