import { Fault } from "../../core/fault.js";
import type { FlowBlock, FlowCell, FlowRow, FlowTable } from "../word/flow.js";
import { attribute, child, type Element, integer, value } from "./element.js";

/** A cell, and the content control around it if there is one. */
export interface TableCell {
  readonly cell: Element;
  readonly control?: Element;
}

interface RawCell {
  readonly source: TableCell;
  readonly gridSpan: number;
  readonly width: number | undefined;
  readonly vertical?: FlowCell["vertical"];
  /** `w:hMerge`: an older way to merge, by cells that go on instead of one that spans. */
  readonly goesOn: boolean;
}

interface RawRow {
  readonly before: number;
  readonly widthBefore: number;
  readonly cells: readonly RawCell[];
}

/** Word's own limit is 63; other programs' tables may be wider. */
const MOST_SPAN = 1000;
const MOST_COLUMNS = 20_000;
/** The width of a grid column where the file gives none; only that it is the same for all counts. */
const UNIT = 1000;

/** Reads a `w:tbl`; deleted and hidden rows and cells are left out, horizontally merged cells are one. */
export function readTable(table: Element, readCell: (cell: TableCell) => FlowBlock[]): FlowTable {
  const rows = collect(table, "w:tr").flatMap(({ cell: row }) => readRow(row));
  const edges = widthEdges(rows) ?? gridEdges(table, rows);
  return {
    type: "table",
    rows: rows.map(({ cells }, index): FlowRow => {
      const own = edges[index]!;
      return {
        cells: cells.map(({ source, vertical }, at) => ({
          left: own[at]!,
          right: own[at + 1]!,
          ...(vertical ? { vertical } : {}),
          blocks: readCell(source),
        })),
      };
    }),
  };
}

/** The elements of a name at the next level, looked for inside content controls, custom XML and revisions, but not inside other rows or cells. */
function collect(element: Element, name: string, control?: Element): TableCell[] {
  return element.children.flatMap((each) => {
    if (each.name === name) return [{ cell: each, ...(control ? { control } : {}) }];
    if (each.name === "w:tr" || each.name === "w:tc" || each.name === "w:p" || each.name.endsWith("Pr")) return [];
    if (each.name === "w:del" || each.name === "w:moveFrom") return [];
    return collect(each, name, each.name === "w:sdt" ? each : control);
  });
}

function readRow(row: Element): RawRow[] {
  const properties = child(row, "w:trPr");
  if (child(properties, "w:del") || child(properties, "w:hidden")) return [];
  const cells: RawCell[] = [];
  for (const source of collect(row, "w:tc")) {
    const raw = readCellProperties(source);
    const before = cells.at(-1);
    if (!raw) continue;
    if (before && raw.goesOn)
      cells[cells.length - 1] = { ...before, gridSpan: before.gridSpan + raw.gridSpan, width: (before.width ?? 0) + (raw.width ?? 0) };
    else cells.push(raw);
  }
  const before = integer(value(child(properties, "w:gridBefore"))) ?? 0;
  const widthBefore = integer(attribute(child(properties, "w:wBefore"), "w")) ?? 0;
  return cells.length === 0 ? [] : [{ before: clamp(before, 0), widthBefore: clamp(widthBefore, 0, 1e6), cells }];
}

function readCellProperties(source: TableCell): RawCell | undefined {
  const properties = child(source.cell, "w:tcPr");
  if (child(properties, "w:cellDel")) return undefined;
  // Word 2003 wrote these names in small letters.
  const merge = child(properties, "w:vMerge") ?? child(properties, "w:vmerge");
  const across = child(properties, "w:hMerge") ?? child(properties, "w:hmerge");
  const revised = attribute(child(properties, "w:cellMerge"), "vMerge");
  const width = child(properties, "w:tcW");
  const isAbsolute = /^(dxa|pct)?$/.test(attribute(width, "type") ?? "");
  return {
    source,
    gridSpan: clamp(integer(value(child(properties, "w:gridSpan"))) ?? 1, 1),
    width: isAbsolute ? integer(attribute(width, "w")) : undefined,
    goesOn: across !== undefined && value(across) !== "restart",
    vertical: merge
      ? value(merge) === "restart"
        ? "restart"
        : "continue"
      : revised === "rest"
        ? "restart"
        : revised === "cont"
          ? "continue"
          : undefined,
  };
}

/** Cell edges by the table's grid, as every program writes it that knows of merged cells. */
function gridEdges(table: Element, rows: readonly RawRow[]): number[][] {
  const declared = (child(table, "w:tblGrid")?.children ?? []).map((column) => integer(attribute(column, "w")) ?? 0);
  const count = rows.reduce((most, row) => Math.max(most, columnsOf(row)), 0);
  if (count > MOST_COLUMNS) throw new Fault("too-large", `A table of ${count} columns; the limit is ${MOST_COLUMNS}.`);
  const hasWidths = declared.length >= count && declared.every((width) => width > 0);
  const starts = running(0, hasWidths ? declared : new Array<number>(count).fill(UNIT));
  return rows.map(({ before, cells }) => {
    const columns = running(
      before,
      cells.map(({ gridSpan }) => gridSpan),
    );
    return columns.map((column) => starts[column]!);
  });
}

/**
 * Cell edges by the cells' own widths, where the rows are ragged on the grid yet equally wide: programs that do not write spans leave it to
 * the widths, and so does Word. Undefined when the grid is to be believed.
 */
function widthEdges(rows: readonly RawRow[]): number[][] | undefined {
  const spans = new Set(rows.map(columnsOf));
  if (spans.size < 2 || rows.some(({ before, cells }) => before > 0 || cells.some(({ gridSpan }) => gridSpan > 1))) return undefined;
  const edges = rows.map(({ widthBefore, cells }) =>
    running(
      widthBefore,
      cells.map(({ width }) => (width && width > 0 ? width : Number.NaN)),
    ),
  );
  const ends = edges.map((row) => row.at(-1)!);
  const widest = ends.reduce((most, end) => Math.max(most, end), 0);
  return ends.every((end) => Math.abs(end - widest) <= widest * 0.03) ? edges : undefined;
}

function columnsOf({ before, cells }: RawRow): number {
  return cells.reduce((sum, { gridSpan }) => sum + gridSpan, before);
}

/** The sums so far: `start`, then one more after each step. */
function running(start: number, steps: readonly number[]): number[] {
  const sums = [start];
  for (const step of steps) sums.push(sums.at(-1)! + step);
  return sums;
}

function clamp(number: number, least: number, most = MOST_SPAN): number {
  return Math.min(most, Math.max(least, number));
}
