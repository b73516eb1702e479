import type { Block, Paragraph, Table } from "../../../core/extracted.js";
import { cleanText } from "../../../core/text.js";

/** The blocks with those tables as lines again that `isOpened` says, each at its index; the very same array where it says none. */
export function withLines(blocks: readonly Block[], isOpened: (table: Table, at: number) => boolean, told?: "row"): readonly Block[] {
  const opened = blocks.map((block, at) => (block.type === "table" && isOpened(block, at) ? tableLines(block, 0, told) : undefined));
  return opened.every((lines) => lines === undefined) ? blocks : blocks.flatMap((block, at) => opened[at] ?? [block]);
}

/** The rows of a table from one on as the lines of text that they were, tabs between what is told in their cells; `told`: these are whole. */
export function tableLines({ cells, rowCount }: Table, from: number, told?: "row"): Paragraph[] {
  return Array.from({ length: rowCount - from }, (_, r) => cells.filter(({ row, text }) => row === from + r && text !== "")).flatMap(
    (own) => {
      if (own.length === 0) return [];
      const { table: _table, row: _row, column: _column, ...place } = own[0]!.evidence[0] ?? {};
      const line = own.map(({ text }) => text).join("\t");
      const evidence = { ...place, quote: cleanText(line) };
      return {
        type: "paragraph",
        text: cleanText(line),
        lines: [{ text: line, evidence, ...(told ? { told } : {}) }],
        evidence: [evidence],
      };
    },
  );
}
