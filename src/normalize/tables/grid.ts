import type { Cell, Table } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";

/** A table as rows and columns: each position answers with the cell that covers it. */
export interface Grid {
  readonly table: Table;
  readonly rowCount: number;
  readonly columnCount: number;
  at(row: number, column: number): Cell | undefined;
  /** The cells that cover a row, left to right, each once. */
  row(row: number): readonly Cell[];
  /** The cells that begin in a row, left to right. */
  own(row: number): readonly Cell[];
  /** Those of them that say something. */
  spoken(row: number): readonly Cell[];
}

/** Positions of one grid; spans are the author's and may be absurd. */
const MOST_POSITIONS = 2_000_000;

/** Every reader of a table asks for its grid. */
const known = new WeakMap<Table, Grid>();

/** Undefined for a grid whose spans claim more positions than any report has. */
export function toGrid(table: Table): Grid | undefined {
  if (table.rowCount * table.columnCount > MOST_POSITIONS) return undefined;
  let grid = known.get(table);
  if (!grid) {
    grid = gridOf(table);
    known.set(table, grid);
  }
  return grid;
}

function gridOf(table: Table): Grid {
  const { rowCount, columnCount } = table;
  const covering: (Cell | undefined)[][] = Array.from({ length: rowCount }, () => new Array<Cell | undefined>(columnCount));
  for (const cell of table.cells) {
    const bottom = Math.min(rowCount, cell.row + cell.rowSpan);
    const right = Math.min(columnCount, cell.column + cell.colSpan);
    for (let row = cell.row; row < bottom; row++) {
      for (let column = cell.column; column < right; column++) covering[row]![column] ??= cell;
    }
  }
  const distinct = covering.map((cells) => [...new Set(cells.filter((cell): cell is Cell => cell !== undefined))]);
  const own = distinct.map((cells, row) => cells.filter((cell) => cell.row === row));
  const spoken = own.map((cells) => cells.filter((cell) => !isBlank(cell)));
  return {
    table,
    rowCount,
    columnCount,
    at: (row, column) => covering[row]?.[column],
    row: (row) => distinct[row] ?? [],
    own: (row) => own[row] ?? [],
    spoken: (row) => spoken[row] ?? [],
  };
}

/** The cell that begins at a place of the grid and says something. */
export function begunAt(grid: Grid, row: number, column: number): Cell | undefined {
  const cell = grid.at(row, column);
  return cell?.row === row && cell.column === column && !isBlank(cell) ? cell : undefined;
}

/** The lowest cell over a column that says something, in the rows of its head. */
export function headCell(grid: Grid, head: readonly number[], column: number): Cell | undefined {
  return head.map((row) => grid.at(row, column)).findLast((cell) => !isBlank(cell));
}

/** Tables of the blocks in reading order, those inside cells behind the one that holds them. */
export function withNested(table: Table): readonly Table[] {
  return [table, ...table.cells.flatMap((cell) => cell.nested ?? []).flatMap(withNested)];
}

/** Whether a place of the grid holds no text, or no cell at all. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cellText(cell) === "";
}
