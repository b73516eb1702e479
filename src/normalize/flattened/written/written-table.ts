import type { Cell, Line, Table } from "../../../core/extracted.js";
import { cleanText } from "../../../core/text.js";

/** What a cell of a table says that a text wrote out, and the line that says it. */
export interface Entry {
  readonly text: string;
  readonly line: Line;
}

/** A table of rows that a text wrote out; undefined is a cell that it does not tell. Index is set by the caller. */
export function writtenTable(rows: readonly (readonly (Entry | undefined)[])[], confidence: number): Table {
  const columnCount = Math.max(...rows.map(({ length }) => length));
  const cells = rows.flatMap((entries, row) =>
    entries.map(
      (entry, column): Cell => ({
        row,
        column,
        rowSpan: 1,
        colSpan: 1,
        text: cleanText(entry?.text ?? ""),
        evidence: [{ ...(entry ?? entries.find((each) => each !== undefined)!).line.evidence, row, column }],
      }),
    ),
  );
  return { type: "table", index: -1, rowCount: rows.length, columnCount, cells, origin: "delimited", confidence };
}
