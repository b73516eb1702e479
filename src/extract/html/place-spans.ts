import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { rankOf } from "../rank-of.js";

/** What a row says of a cell: how far it reaches, and what is in it. `rowSpan` 0 reaches to the end of the row's group. */
export interface SpanningCell<Content> {
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly content: Content;
}

export interface SpannedRow<Content> {
  readonly cells: readonly SpanningCell<Content>[];
  /** Rows of one group (thead, tbody, tfoot): no cell reaches out of it. */
  readonly group: number;
}

/** A cell on the grid; without content where the source left a hole. */
export interface PlacedCell<Content> {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly content?: Content;
}

export interface PlacedGrid<Content> {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly PlacedCell<Content>[];
}

/** Spans beyond these are clipped, as browsers do. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

/**
 * Rows of spanning cells on a grid that is covered without overlap: a cell goes to the first free column and is cut where it would run into
 * one from above; rows and columns in which no cell begins are left out; holes become cells without content.
 * The HTML table model: https://html.spec.whatwg.org/multipage/tables.html#forming-a-table. Faults: `too-large` (cells).
 */
export function placeSpans<Content>(rows: readonly SpannedRow<Content>[], limits: Limits): PlacedGrid<Content> {
  const ends = groupEnds(rows);
  const occupiedUntil: number[] = [];
  const placed: (PlacedCell<Content> & { readonly content: Content })[] = [];
  let positions = 0;
  for (const [row, { cells }] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while ((occupiedUntil[column] ?? 0) > row) column++;
      const rowSpan = cell.rowSpan === 0 ? ends[row]! - row : Math.min(cell.rowSpan, MOST_ROWS, ends[row]! - row);
      const wanted = Math.min(Math.max(1, cell.colSpan), MOST_COLUMNS);
      let colSpan = 0;
      while (colSpan < wanted && (occupiedUntil[column + colSpan] ?? 0) <= row) occupiedUntil[column + colSpan++] = row + rowSpan;
      positions += colSpan;
      if (positions > limits.cells) throw tooLarge(limits);
      placed.push({ row, column, rowSpan, colSpan, content: cell.content });
      column += colSpan;
    }
  }
  return settleGrid(placed, limits);
}

function groupEnds(rows: readonly { readonly group: number }[]): number[] {
  const ends = new Array<number>(rows.length);
  for (let row = rows.length - 1; row >= 0; row--) ends[row] = rows[row + 1]?.group === rows[row]!.group ? ends[row + 1]! : row + 1;
  return ends;
}

/** Placed cells on the least grid that holds them, each position covered once: a cell that overlaps one before it loses its spans. */
export function settleGrid<Content>(placed: readonly PlacedCell<Content>[], limits: Limits): PlacedGrid<Content> {
  const grid = compact(placed);
  if (grid.rowCount * grid.columnCount > limits.cells) throw tooLarge(limits);
  return covered(grid);
}

/** Without the rows and columns in which no cell begins. */
function compact<Content>(cells: readonly PlacedCell<Content>[]): PlacedGrid<Content> {
  const rows = distinct(cells.map((cell) => cell.row));
  const columns = distinct(cells.map((cell) => cell.column));
  return {
    rowCount: rows.length,
    columnCount: columns.length,
    cells: cells.map((cell) => {
      const row = rankOf(rows, cell.row);
      const column = rankOf(columns, cell.column);
      return {
        ...cell,
        row,
        column,
        rowSpan: rankOf(rows, cell.row + cell.rowSpan) - row,
        colSpan: rankOf(columns, cell.column + cell.colSpan) - column,
      };
    }),
  };
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** With a cell for each hole and none for what is taken, so that every position belongs to one cell. */
function covered<Content>({ rowCount, columnCount, cells }: PlacedGrid<Content>): PlacedGrid<Content> {
  const taken = new Uint8Array(rowCount * columnCount);
  const kept: PlacedCell<Content>[] = [];
  for (const cell of cells) {
    const { row, column, rowSpan, colSpan } = isFree(taken, cell, columnCount) ? cell : { ...cell, rowSpan: 1, colSpan: 1 };
    if (taken[row * columnCount + column]) continue;
    for (let at = row; at < row + rowSpan; at++) taken.fill(1, at * columnCount + column, at * columnCount + column + colSpan);
    kept.push({ ...cell, rowSpan, colSpan });
  }
  for (let at = taken.indexOf(0); at !== -1; at = taken.indexOf(0, at + 1))
    kept.push({ row: Math.floor(at / columnCount), column: at % columnCount, rowSpan: 1, colSpan: 1 });
  return { rowCount, columnCount, cells: kept.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function isFree(taken: Uint8Array, { row, column, rowSpan, colSpan }: PlacedCell<unknown>, columnCount: number): boolean {
  for (let at = row; at < row + rowSpan; at++)
    if (taken.subarray(at * columnCount + column, at * columnCount + column + colSpan).includes(1)) return false;
  return true;
}

function tooLarge(limits: Limits): Fault {
  return new Fault("too-large", `A table spans more than ${limits.cells} positions (limit cells).`);
}
