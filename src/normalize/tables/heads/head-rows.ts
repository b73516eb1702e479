import type { Cell } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import { type HeadTime, headTime } from "../../lexicon/labels/head-time.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { type Head, readHead } from "../../lexicon/writing/fold.js";
import type { Grid } from "../grid.js";
import { isBlank } from "../grid.js";
import type { Columns } from "../region.js";

/** Heads stand over at most this many rows. */
const TALLEST_HEAD = 4;
/** Under a head that spans several columns: the part that is the value itself. */
const VALUE_ITSELF = /^(?:值|数值|数|内容|目标|数量|金额|额|具体内容|具体值)$/u;

type RoleOf<Role> = (text: string) => { role: Role; exact: boolean } | undefined;

/** What the cells of a row could head, blanks and side labels left out. */
export function rolesInRow<Role>(grid: Grid, row: number, roleOf: RoleOf<Role>): { cell: Cell; role: Role; exact: boolean }[] {
  return grid.spoken(row).flatMap((cell) => {
    const found = cell.rowSpan > TALLEST_HEAD ? undefined : roleOf(cellText(cell));
    return found ? [{ cell, ...found }] : [];
  });
}

/** What the cells of a head that begins in a row could head: those of the row, and of the row below where this one only groups them. */
export function rolesInHead<Role>(grid: Grid, row: number, roleOf: RoleOf<Role>): { cell: Cell; role: Role; exact: boolean }[] {
  return [...rolesInRow(grid, row, roleOf), ...(groupsBelow(grid, row) ? rolesInRow(grid, row + 1, roleOf) : [])];
}

/**
 * How many rows a head takes that begins in `row`: down to where most of its cells end, and rows below that hold nothing but heads. The first
 * cell may stand beside the whole block and be taller.
 */
export function headHeight<Role>(grid: Grid, row: number, recognised: readonly { cell: Cell }[], roleOf: RoleOf<Role>): number {
  const beside = Math.min(...grid.spoken(row).map((cell) => cell.column));
  const heights = (cells: readonly { cell: Cell }[]) => cells.map(({ cell }) => cell.row + cell.rowSpan - row);
  const inside = heights(recognised.filter(({ cell }) => cell.column !== beside));
  let height = Math.max(1, ...(inside.length > 0 ? inside : heights(recognised)));
  while (height < TALLEST_HEAD && row + height < grid.rowCount && continuesHead(grid, row, row + height, roleOf)) height++;
  return height;
}

/** A row below a head that only names parts of it: every cell a head under one that spans it, no figure, blank elsewhere. */
function continuesHead<Role>(grid: Grid, top: number, row: number, roleOf: RoleOf<Role>): boolean {
  const cells = grid.spoken(row);
  const columns = grid.own(top).reduce((sum, { colSpan }) => sum + colSpan, 0);
  if (cells.length === 0 || cells.length >= columns) return false;
  return cells.every((cell) => {
    const text = cellText(cell);
    if (pointsOf(text) !== undefined || !(roleOf(text)?.exact || VALUE_ITSELF.test(readHead(text).name))) return false;
    const above = grid.at(row - 1, cell.column);
    return above !== undefined && (above.colSpan > 1 || isBlank(above) || isBlank(grid.at(row - 1, cell.column + 1)));
  });
}

/** What a column holds, by the lowest cell of its head, and the time that the head's cells name. */
export interface HeadColumn<Role> {
  readonly role: Role;
  readonly exact: boolean;
  readonly head: Head;
  readonly cell: Cell;
  /** The texts over the column, from the top. */
  readonly path: string;
  readonly time?: HeadTime;
}

/**
 * The role of each column under a head of `height` rows: the lowest cell's own, else that of its path joined, else its parent's.
 * Cells taller than the head stand beside the block and head nothing.
 */
export function columnRoles<Role>(grid: Grid, top: number, height: number, roleOf: RoleOf<Role>): Map<number, HeadColumn<Role>> {
  const roles = new Map<number, HeadColumn<Role>>();
  for (let column = 0; column < grid.columnCount; column++) {
    const lowest = range(top, top + height).findLast((row) => !isBlank(grid.at(row, column))) ?? top;
    const path = [
      ...new Set(range(top, lowest + 1).map((row) => (row < lowest ? groupAt(grid, row, column) : grid.at(row, column)))),
    ].filter((cell): cell is Cell => cell !== undefined && !isBlank(cell) && cell.row + cell.rowSpan <= top + height);
    const leaf = path.at(-1);
    if (!leaf) continue;
    const texts = path.map(cellText);
    const own = texts.at(-1)!;
    const parent = texts.at(-2);
    const itself = parent !== undefined && VALUE_ITSELF.test(readHead(own).name);
    const candidates = itself ? [parent] : [own, ...(parent === undefined ? [] : [parent + own, own + parent, parent])];
    for (const text of candidates) {
      const found = roleOf(text);
      if (!found) continue;
      const head = { ...readHead(texts.join("")), ...readHead(text) };
      const time = texts.map(headTime).findLast((told) => told !== undefined);
      roles.set(column, { ...found, head, cell: leaf, path: texts.join(""), ...(time === undefined ? {} : { time }) });
      break;
    }
  }
  return roles;
}

/** 预算执行情况 | 资金来源 | 年初预算: a head at the left edge with nothing, or itself again, below it names the block beside it. */
export function namesBlock(grid: Grid, row: number, height: number, column: number): boolean {
  const cell = grid.at(row, column);
  const below = grid.at(row + height, column);
  return cell?.column === 0 && (isBlank(below) || below!.row <= row || cellText(below!) === cellText(cell));
}

/**
 * Whether the row below names the parts of what this one names: every cell of it stands under one of this row that ends there, beside cells that reach down
 * into it (一级指标) or under names of times (上年度 | 本年度, 2020年 | 2021年), but under no label of the form.
 */
function groupsBelow(grid: Grid, row: number): boolean {
  const below = grid.spoken(row + 1);
  const groups = new Set(below.map((cell) => groupAt(grid, row, cell.column)));
  if (isLostGroup(grid, row, groups)) return true;
  if (groups.size === 0 || groups.size >= below.length) return false;
  for (const group of groups) if (!group || isBlank(group) || group.row !== row || group.rowSpan > 1) return false;
  const cells = grid.spoken(row);
  if (cells.some((cell) => metaField(cellText(cell)) !== undefined)) return false;
  const times = [...groups].map((group) => headTime(cellText(group!))).filter((time) => time !== undefined);
  const contrast = times.some((time) => time === "other" || time === "wider") || new Set(times).size > 1;
  return contrast || cells.some((cell) => cell.rowSpan > 1 && cell.column > 0);
}

/** Cells side by side that reach down over both storeys of a head, at least. */
const LEAST_TALL = 2;

/** Whether nothing is told over the cells of the row below, and all others of this one reach down beside them: the groups' names stand elsewhere. */
function isLostGroup(grid: Grid, row: number, groups: ReadonlySet<Cell | undefined>): boolean {
  const cells = grid.spoken(row).filter(({ column }) => column > 0);
  const tall = cells.filter(({ rowSpan }) => rowSpan === 2);
  const areWhole = cells.every((cell) => tall.includes(cell) || isBlank(grid.at(row + 1, cell.column)));
  return groups.size > 0 && [...groups].every(isBlank) && tall.length >= LEAST_TALL && areWhole;
}

/**
 * The cell over a column: in a row without spans a blank is part of the group that the last words before it name, if these stand over a cell of
 * their own (上年度 | | 本年度 | | 分值 over 目标值 | 完成值 | 目标值 | 完成值 | blank).
 */
function groupAt(grid: Grid, row: number, column: number): Cell | undefined {
  const cell = grid.at(row, column);
  if (!isBlank(cell) || grid.row(row).some(({ colSpan }) => colSpan > 1)) return cell;
  const named = range(0, column).findLast((left) => !isBlank(grid.at(row, left)));
  return named !== undefined && !isBlank(grid.at(row + 1, named)) && grid.at(row, named)!.rowSpan === 1 ? grid.at(row, named) : cell;
}

/** Roles by column turned round: columns by role. Of several cells with one role the one that `prefer` names is kept. */
export function columnsByRole<Role>(
  roles: ReadonlyMap<number, { role: Role; exact: boolean; head: Head; cell: Cell }>,
  prefer: (role: Role, heads: readonly { head: Head; exact: boolean }[]) => number,
): Columns<Role> {
  const groups = new Map<Role, { cell: Cell; head: Head; exact: boolean; columns: number[] }[]>();
  for (const [column, { role, exact, head, cell }] of roles) {
    const list = groups.get(role) ?? [];
    const same = list.find((entry) => entry.cell === cell);
    if (same) same.columns.push(column);
    else list.push({ cell, head, exact, columns: [column] });
    groups.set(role, list);
  }
  const of = new Map<Role, readonly number[]>();
  const heads = new Map<Role, Head>();
  for (const [role, list] of groups) {
    const kept = list[prefer(role, list)] ?? list[0]!;
    of.set(role, kept.columns);
    heads.set(role, kept.head);
  }
  return { of, heads };
}

/** Which of several heads with one role holds where nothing else tells: the first that the lexicon knows, else the first. */
export function firstExact(heads: readonly { readonly exact: boolean }[]): number {
  const first = heads.findIndex(({ exact }) => exact);
  return Math.max(0, first);
}
