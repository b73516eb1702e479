import type { Cell } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { pointsOf } from "../figures/points.js";
import { type Head, readHead } from "../lexicon/fold.js";
import type { Grid } from "./grid.js";
import { isBlank } from "./grid.js";
import type { Columns } from "./region.js";

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

/**
 * How many rows a head takes that begins in `row`: the height that most of its cells have or are below, and rows below that hold nothing
 * but heads. The first cell may stand beside the whole block and be taller.
 */
export function headHeight<Role>(grid: Grid, row: number, recognised: readonly { cell: Cell }[], roleOf: RoleOf<Role>): number {
  const beside = Math.min(...grid.spoken(row).map((cell) => cell.column));
  const heights = recognised.filter(({ cell }) => cell.column !== beside).map(({ cell }) => cell.rowSpan);
  let height = Math.max(1, ...(heights.length > 0 ? heights : recognised.map(({ cell }) => cell.rowSpan)));
  while (height < TALLEST_HEAD && row + height < grid.rowCount && continuesHead(grid, row, row + height, roleOf)) height++;
  return height;
}

/** A row below a head that only names parts of it: every cell a head under one that spans it, no figure, blank elsewhere. */
function continuesHead<Role>(grid: Grid, top: number, row: number, roleOf: RoleOf<Role>): boolean {
  const cells = grid.spoken(row);
  if (cells.length === 0 || cells.length >= grid.own(top).length) return false;
  return cells.every((cell) => {
    const text = cellText(cell);
    if (pointsOf(text) !== undefined || !(roleOf(text)?.exact || VALUE_ITSELF.test(readHead(text).name))) return false;
    const above = grid.at(row - 1, cell.column);
    return above !== undefined && (above.colSpan > 1 || isBlank(above) || isBlank(grid.at(row - 1, cell.column + 1)));
  });
}

/**
 * The role of each column under a head of `height` rows: the lowest cell's own, else that of its path joined, else its parent's.
 * Cells taller than the head stand beside the block and head nothing.
 */
export function columnRoles<Role>(
  grid: Grid,
  top: number,
  height: number,
  roleOf: RoleOf<Role>,
): Map<number, { role: Role; exact: boolean; head: Head; cell: Cell }> {
  const roles = new Map<number, { role: Role; exact: boolean; head: Head; cell: Cell }>();
  for (let column = 0; column < grid.columnCount; column++) {
    const path = [...new Set(Array.from({ length: height }, (_, i) => grid.at(top + i, column)))].filter(
      (cell): cell is Cell => cell !== undefined && !isBlank(cell) && cell.row + cell.rowSpan <= top + height,
    );
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
      roles.set(column, { ...found, head, cell: leaf });
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
