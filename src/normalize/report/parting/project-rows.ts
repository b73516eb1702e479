import type { Cell, Table } from "../../../core/extracted.js";
import { groupBy } from "../../../core/group-by.js";
import { range } from "../../../core/range.js";
import { isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { fundRole, indicatorRole, NAMING_ROLES, RESULT_ROLES } from "../../lexicon/labels/head-words.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { begunAt, type Grid, isBlank, toGrid } from "../../tables/grid.js";

/** How far down a sheet its head may stand. */
const HEAD_REACH = 4;
/** Fewer rows, or indicators of a row, make no list of projects with theirs. */
const FEWEST = 2;

/** What stands in a cell, wherever it is put. */
type Content = Pick<Cell, "text" | "evidence" | "reading" | "nested">;

/** Columns side by side under one head (数量指标 over 指标内容 | 目标值 | 完成值 | 分值 | 得分), whose path stands above from the top. */
interface Group {
  readonly path: readonly Cell[];
  readonly columns: readonly number[];
}

const LEVELS = ["一级指标", "二级指标", "三级指标"];

/**
 * A list of projects whose indicators stand beside them (项目名称 | 预算执行 | 产出指标 | 效益指标 … with one row for each project): a form for each row.
 * Undefined for other tables. Cells keep their evidence.
 */
export function formsOfRows(table: Table): readonly Table[] | undefined {
  const grid = toGrid(table);
  for (let top = 0; grid && top < Math.min(HEAD_REACH, grid.rowCount); top++) {
    const named = grid.own(top).find((cell) => metaField(cellText(cell)) === "projectName");
    if (!named || named.rowSpan < FEWEST) continue;
    const leaf = top + named.rowSpan - 1;
    const groups = groupsUnder(grid, top, leaf);
    const indicators = groups.filter(({ columns }) => holdsIndicator(grid, leaf, columns));
    const body = range(leaf + 1, grid.rowCount).filter((row) => begunAt(grid, row, named.column));
    const names = new Set(body.map((row) => cellText(grid.at(row, named.column)!)));
    if (indicators.length < FEWEST || names.size < FEWEST || names.size < body.length) return undefined;
    return body.map((row) => formOf(grid, { top, leaf, row }, groups, indicators));
  }
  return undefined;
}

/** The columns that share a head above their own; undivided columns have none. */
function groupsUnder(grid: Grid, top: number, leaf: number): Group[] {
  const above = (column: number) => [...new Set(range(top, leaf).flatMap((row) => grid.at(row, column) ?? []))];
  const lowest = (column: number) => grid.at(leaf - 1, column);
  const grouped = range(0, grid.columnCount).filter((column) => lowest(column) !== grid.at(leaf, column));
  return [...groupBy(grouped, lowest).values()].map((columns) => ({ path: above(columns[0]!), columns }));
}

function holdsIndicator(grid: Grid, leaf: number, columns: readonly number[]): boolean {
  const roles = columns.flatMap((column) => indicatorRole(cellText(grid.at(leaf, column)!))?.role ?? []);
  return roles.some((role) => RESULT_ROLES.has(role)) && roles.some((role) => NAMING_ROLES.has(role) || role === "target");
}

function holdsFunds(grid: Grid, leaf: number, columns: readonly number[]): boolean {
  return columns.some((column) => isFundAmount(fundRole(cellText(grid.at(leaf, column)!))?.role ?? ""));
}

interface Place {
  readonly top: number;
  readonly leaf: number;
  readonly row: number;
}

/** The form of one project: its labels, its money, its indicators, and what is told behind these. */
function formOf(grid: Grid, { top, leaf, row }: Place, groups: readonly Group[], indicators: readonly Group[]): Table {
  const at = (of: number, column: number): Content => grid.at(of, column)!;
  const apart = range(0, grid.columnCount).filter((column) => {
    const head = grid.at(top, column);
    return head?.column === column && head.row + head.rowSpan - 1 === leaf && !isBlank(head) && !isBlank(grid.at(row, column));
  });
  const first = indicators[0]!.columns[0]!;
  const pairs = (columns: readonly number[]) => columns.map((column) => [at(top, column), at(row, column)]);
  const funds = groups
    .filter((group) => !indicators.includes(group) && holdsFunds(grid, leaf, group.columns))
    .flatMap(({ path, columns }) => [
      [said(""), ...columns.map((column) => at(leaf, column))],
      [path.at(-1)!, ...columns.map((column) => at(row, column))],
    ]);
  const isName = (column: number) => NAMING_ROLES.has(indicatorRole(cellText(grid.at(leaf, column)!))?.role ?? "target");
  const valuesOf = ({ columns }: Group) => columns.filter((column) => !isName(column));
  const rows = indicators.map((group): Content[] => {
    const name = group.columns.find(isName);
    const [level1, level2] = name === undefined ? [...group.path.slice(0, -1)] : group.path;
    const own = name === undefined ? group.path.at(-1)! : at(row, name);
    return [level1 ?? said(""), level2 ?? said(""), own, ...valuesOf(group).map((column) => at(row, column))];
  });
  const heads = [...LEVELS.map(said), ...valuesOf(indicators[0]!).map((column) => at(leaf, column))];
  const behind = pairs(apart.filter((column) => column > first)).flat();
  return laidOut(grid.table, [
    ...pairs(apart.filter((column) => column < first)),
    ...funds,
    heads,
    ...rows,
    ...(behind.length > 0 ? [behind] : []),
  ]);
}

function said(text: string): Content {
  return { text, evidence: [] };
}

/** Rows of contents as a table of single cells, blanks to the right. */
function laidOut(table: Table, rows: readonly (readonly Content[])[]): Table {
  const columnCount = Math.max(...rows.map(({ length }) => length));
  const cells = rows.flatMap((contents, row) =>
    range(0, columnCount).map((column): Cell => {
      const { text, evidence, reading, nested } = contents[column] ?? said("");
      return { row, column, rowSpan: 1, colSpan: 1, text, evidence, ...(reading ? { reading } : {}), ...(nested ? { nested } : {}) };
    }),
  );
  return { ...table, rowCount: rows.length, columnCount, cells };
}
