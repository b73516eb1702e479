import type { Block, Table } from "../../src/core/extracted.js";

/** Paragraphs as text, tables as rows of cells; a spanning cell shows its spans: `产出指标 [2×1]` (rows × columns). */
export function shownBlocks(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => (block.type === "paragraph" ? block.text : shownTable(block)));
}

export function shownTable(table: Table): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map(({ text, rowSpan, colSpan }) => (rowSpan * colSpan === 1 ? text : `${text} [${rowSpan}×${colSpan}]`)),
  );
}

/** Positions of the grid that no cell covers or that two cover. */
export function uncovered(table: Table): string[] {
  const times = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++)
    for (let column = 0; column < table.columnCount; column++) times.set(`${row}/${column}`, 0);
  for (const cell of table.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.colSpan; column++)
        times.set(`${row}/${column}`, (times.get(`${row}/${column}`) ?? 10) + 1);
  return [...times].flatMap(([position, count]) => (count === 1 ? [] : [position]));
}
