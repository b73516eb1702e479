import type { Block, Cell, Table } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { type Grid, toGrid } from "../../tables/grid.js";
import { fundHead } from "../../tables/heads/fund-head.js";
import { indicatorHead } from "../../tables/heads/indicator-head.js";
import type { Columns } from "../../tables/region.js";
import { isWithin, tellsIndicator } from "../../tables/tells-indicator.js";

/** How far down a sheet its head may stand. */
const HEAD_REACH = 4;

/**
 * Sheets of rows of several projects (an export: 项目名称 | 一级指标 | …), each project's rows brought together as tables of its own, where the
 * first of the sheets stands. Other blocks stay.
 */
export function byProject(blocks: readonly Block[]): readonly Block[] {
  const parted = blocks.map((block) => (block.type === "table" ? rowsByProject(block) : undefined));
  const names = new Set(parted.flatMap((part) => (part?.kind === "indicators" ? [...part.tables.keys()] : [])));
  if (names.size < 2) return blocks;
  const at = parted.findIndex((part) => part?.kind === "indicators");
  const belongs = (i: number) => parted[i] !== undefined && [...parted[i].tables.keys()].every((name) => names.has(name));
  return blocks.flatMap((block, i): readonly Block[] => {
    if (i === at) return [...names].flatMap((name) => parted.flatMap((part, k) => (belongs(k) ? (part!.tables.get(name) ?? []) : [])));
    return belongs(i) ? [] : [block];
  });
}

/** A table's rows under its head, by what their column of project names says; undefined where it has none. */
function rowsByProject(table: Table): { kind: "indicators" | "funds"; tables: Map<string, Table> } | undefined {
  const grid = toGrid(table);
  for (let row = 0; grid && row < Math.min(HEAD_REACH, grid.rowCount); row++) {
    const named = grid.own(row).find((cell) => metaField(cellText(cell)) === "projectName");
    const indicators = named && indicatorHead(grid, row);
    const head = indicators ?? (named && fundHead(grid, row));
    if (!named || !head) continue;
    const body = range(row + head.height, grid.rowCount);
    const groups = groupsOf(grid, body, named, indicators?.columns);
    if (!groups) return undefined;
    const heads = range(row, row + head.height);
    const tables = new Map([...groups].map(([name, rows]) => [name, tableOf(grid, [...heads, ...rows])]));
    return { kind: indicators ? "indicators" : "funds", tables };
  }
  return undefined;
}

/**
 * Rows by the name in the column of projects. Totals, remarks over several columns and rows that tell no indicator are of the project above;
 * a total under the last of several projects, where those before have none, is of them all and so of no report.
 *
 * @returns undefined where a row names no project, or none stands above one that must go with it
 */
function groupsOf(grid: Grid, body: readonly number[], named: Cell, columns?: Columns<IndicatorRole>): Map<string, number[]> | undefined {
  const names = body.map((row) => {
    const cell = grid.at(row, named.column);
    return cell && { text: cellText(cell), isWithin: isWithin(cell, named.column, named.colSpan) };
  });
  const telling = new Set(
    names.flatMap((name, i) => (name?.isWithin && (!columns || tellsIndicator(grid, body[i]!, columns)) ? [name.text] : [])),
  );
  const groups = new Map<string, number[]>();
  const totals = new Map<string, number[]>();
  let above: string | undefined;
  for (const [i, row] of body.entries()) {
    const { text = "", isWithin: fits = false } = names[i] ?? {};
    if (text === "") return undefined;
    const isTotal = totalKind(text) !== undefined;
    if (fits && !isTotal && telling.has(text)) above = text;
    if (above === undefined) return undefined;
    const list = isTotal ? totals : groups;
    list.set(above, [...(list.get(above) ?? []), row]);
  }
  const ofAll = totals.size === 1 && groups.size > 1 && totals.has([...groups.keys()].at(-1)!);
  return ofAll ? groups : new Map([...groups].map(([name, rows]) => [name, [...rows, ...(totals.get(name) ?? [])].sort((a, b) => a - b)]));
}

/** The given rows as a table; cells that span others are cut to them. */
function tableOf(grid: Grid, rows: readonly number[]): Table {
  const cells = rows.flatMap((row, i) =>
    grid.row(row).flatMap((cell) => {
      const before = i > 0 && grid.at(rows[i - 1]!, cell.column) === cell;
      const rowSpan = rows.slice(i).findIndex((other) => grid.at(other, cell.column) !== cell);
      return before ? [] : [{ ...cell, row: i, rowSpan: rowSpan < 0 ? rows.length - i : rowSpan }];
    }),
  );
  return { ...grid.table, rowCount: rows.length, cells };
}
