import type { Table } from "../../../core/extracted.js";

/** The rows of a table from one up to another (not with it), as a table of their own. */
export function rowsOf(table: Table, from: number, to: number): Table {
  const cells = table.cells
    .filter((cell) => cell.row >= from && cell.row < to)
    .map((cell) => ({
      ...cell,
      row: cell.row - from,
      rowSpan: Math.min(cell.rowSpan, to - cell.row),
      evidence: cell.evidence.map((e) => (e.row === undefined ? e : { ...e, row: e.row - from })),
    }));
  return { ...table, rowCount: to - from, cells };
}
