import type { Cell, Table } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { type IndicatorRole, indicatorRole, NAMING_ROLES, RESULT_ROLES } from "../../lexicon/labels/head-words.js";
import type { Grid } from "../grid.js";

/** A value of a name at least, and a result. */
const FEWEST_FIELDS = 2;
/** How many names must have their values so before it is believed. */
const FEWEST_NAMES = 2;

/** A label and the cell behind it, one of several such rows beside a name. */
interface Field {
  readonly role: IndicatorRole;
  readonly label: Cell;
  readonly value: Cell;
}

/** The rows beside one name, from `top` on. */
interface Group {
  readonly top: number;
  readonly fields: readonly Field[];
}

/**
 * A table that tells each indicator's values in rows beside its name (巡查次数 | 目标 | ≥20次 over 完成 | 22次 over 得分 | 15), whose labels stand below a head of all
 * of them: a row for each name, and a column for each label. Undefined where none is. Cells keep their evidence.
 */
export function spreadFields(grid: Grid): Table | undefined {
  for (const column of labelColumns(grid)) {
    const groups = groupsIn(grid, column);
    if (groups.length >= FEWEST_NAMES && isHeaded(grid, groups[0]!.top, column)) return spread(grid, column, groups);
  }
  return undefined;
}

/** The columns in which some row's last cell but one begins, from left to right. */
function labelColumns(grid: Grid): number[] {
  const columns = new Set<number>();
  for (let row = 0; row < grid.rowCount; row++) columns.add(grid.own(row).at(-2)?.column ?? 0);
  columns.delete(0);
  return [...columns].sort((a, b) => a - b);
}

/** The groups of a column that stand one right below the other. */
function groupsIn(grid: Grid, column: number): readonly Group[] {
  const groups: Group[] = [];
  for (let row = 0; row < grid.rowCount; ) {
    const group = groupAt(grid, row, column);
    if (group) groups.push(group);
    else if (groups.length > 0) break;
    row += group?.fields.length ?? 1;
  }
  return groups;
}

/** The rows of labels beside a name that begins in the row and covers as many. */
function groupAt(grid: Grid, top: number, column: number): Group | undefined {
  if (grid.own(top).at(-2)?.column !== column) return undefined;
  const name = grid.own(top).findLast((cell) => cell.column < column);
  if (!name || name.rowSpan < FEWEST_FIELDS) return undefined;
  const fields: Field[] = [];
  for (let row = top; row < top + name.rowSpan; row++) {
    const [label, value, ...more] = grid.own(row).filter((cell) => cell.column >= column);
    const found = label && indicatorRole(cellText(label));
    if (label?.column !== column || !value || more.length > 0 || !found?.exact || label.rowSpan > 1 || value.rowSpan > 1) return undefined;
    fields.push({ role: found.role, label, value });
  }
  const roles = new Set(fields.map(({ role }) => role));
  const isTold = roles.size === fields.length && fields.some(({ role }) => RESULT_ROLES.has(role));
  return isTold && !fields.some(({ role }) => NAMING_ROLES.has(role)) ? { top, fields } : undefined;
}

/** Whether the row above heads names left of the column, and nothing is told twice. */
function isHeaded(grid: Grid, top: number, column: number): boolean {
  const head = top > 0 ? grid.own(top - 1) : [];
  return (
    head.some((cell) => cell.column < column && NAMING_ROLES.has(indicatorRole(cellText(cell))?.role as IndicatorRole)) &&
    head.every((cell) => cell.column >= column || cell.column + cell.colSpan <= column)
  );
}

function spread(grid: Grid, column: number, groups: readonly Group[]): Table {
  const roles = [...new Set(groups.flatMap(({ fields }) => fields.map(({ role }) => role)))];
  // The score last: a total below stands under the last column.
  const columns = roles.sort((a, b) => Number(a === "score") - Number(b === "score"));
  const behind = Math.min(...groups.flatMap(({ fields }) => fields.map(({ value }) => value.column)));
  const added = Math.max(0, columns.length - 1 - (behind - column));
  const right = (at: number) => (at >= behind ? at + added : at);
  const first = groups[0]!.top;
  const last = groups.at(-1)!;
  const end = last.top + last.fields.length;
  const place = (row: number): number => {
    const lost = groups.filter(({ top }) => top < row).map(({ top, fields }) => Math.min(row - top, fields.length) - 1);
    return row - lost.reduce((sum, each) => sum + each, 0);
  };
  const under = (cell: Cell, role: IndicatorRole, row: number): Cell => {
    const at = columns.indexOf(role);
    const isLast = at === columns.length - 1;
    const next = at === columns.length - 2 ? right(behind) : column + at + 1;
    const from = isLast ? right(behind) : column + at;
    return { ...cell, row, rowSpan: 1, column: from, colSpan: (isLast ? grid.columnCount + added : next) - from };
  };
  const outside = grid.table.cells
    .filter(({ row, ...cell }) => cell.column < column || row < first - 1 || row >= end)
    .map((cell): Cell => {
      const [row, left] = [place(cell.row), right(cell.column)];
      return {
        ...cell,
        row,
        rowSpan: Math.max(1, place(cell.row + cell.rowSpan) - row),
        column: left,
        colSpan: right(cell.column + cell.colSpan) - left,
      };
    });
  const heads = columns.map((role) => {
    const { label } = groups.flatMap(({ fields }) => fields).find((field) => field.role === role)!;
    return under(label, role, place(first - 1));
  });
  const values = groups.flatMap(({ top, fields }) => fields.map(({ role, value }) => under(value, role, place(top))));
  return { ...grid.table, rowCount: place(grid.rowCount), columnCount: grid.columnCount + added, cells: [...outside, ...heads, ...values] };
}
