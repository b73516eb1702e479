import type { RecordTable } from "../src/core/record.js";

/** The column in which each cell of each row begins: places that a cell of an earlier row spans have no cell of their own. */
export function columnsOf(rows: RecordTable["rows"]): number[][] {
  const taken = new Map<number, number>();
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map(({ rowSpan, colSpan }) => {
      while ((taken.get(column) ?? 0) > row) column++;
      const begins = column;
      for (let i = 0; i < colSpan; i++) taken.set(begins + i, row + rowSpan);
      column += colSpan;
      return begins;
    });
  });
}
