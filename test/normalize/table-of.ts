import type { Block, Cell, Extracted, Paragraph, Table } from "../../src/core/extracted.js";

/**
 * A table as it looks: one array a row, one string a column. `<` belongs to the cell on its left, `^` to the cell above. Trailing columns may
 * be left out.
 */
export function tableOf(rows: readonly (readonly string[])[], options: Partial<Table> = {}): Table {
  const columnCount = Math.max(...rows.map((row) => row.length));
  const index = options.index ?? 0;
  const owner: (Cell & { rowSpan: number; colSpan: number })[][] = [];
  const cells: (Cell & { rowSpan: number; colSpan: number })[] = [];
  rows.forEach((row, r) => {
    owner[r] = [];
    for (let c = 0; c < columnCount; c++) {
      const text = row[c] ?? "";
      const source = text === "<" ? owner[r]![c - 1] : text === "^" ? owner[r - 1]?.[c] : undefined;
      if (source) {
        source.rowSpan = Math.max(source.rowSpan, r - source.row + 1);
        source.colSpan = Math.max(source.colSpan, c - source.column + 1);
        owner[r]![c] = source;
        continue;
      }
      const cell = { row: r, column: c, rowSpan: 1, colSpan: 1, text, evidence: [{ page: 1, table: index, row: r, column: c }] };
      owner[r]![c] = cell;
      cells.push(cell);
    }
  });
  return { type: "table", index, rowCount: rows.length, columnCount, cells, origin: "markup", confidence: 1, ...options };
}

export function paragraph(text: string, options: Partial<Paragraph> = {}): Paragraph {
  const evidence = { page: 1 };
  return { type: "paragraph", text, lines: [{ text, evidence }], evidence: [evidence], ...options };
}

/** A document of the blocks, tables numbered in order; a string is a paragraph. */
export function documentOf(...blocks: (Block | string)[]): Extracted {
  let next = 0;
  return {
    mediaType: "text/html",
    pages: [],
    flow: "flowed",
    warnings: [],
    blocks: blocks.map((block) => {
      if (typeof block === "string") return paragraph(block);
      if (block.type === "paragraph") return block;
      const index = next++;
      const cells = block.cells.map((cell) => ({ ...cell, evidence: cell.evidence.map((evidence) => ({ ...evidence, table: index })) }));
      return { ...block, index, cells };
    }),
  };
}
