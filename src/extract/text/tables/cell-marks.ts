import type { SourceLine } from "../lines/source-lines.js";
import { alignShortRows } from "./align-short-rows.js";
import { delimitedTable, type TextCell } from "./delimited-table.js";
import type { TableFinder } from "./find-table.js";
import { headSpans } from "./head-spans.js";

/** Behind each cell, and once more behind each row: how the binary format of Word marks them, and what tools that copy its text leave in it. */
const MARK = "\u0007";
/** Lines that one row's cells may have between them. */
const MOST_LINES = 50;

/** Rows of cells that end with Word's mark of a cell each. A cell that goes on from above (a vertical merge) is empty there. */
export const cellMarks: TableFinder = (lines, from, context) => {
  const rows: (readonly TextCell[])[] = [];
  let to = from;
  for (let row = markedRow(lines, to); row; row = markedRow(lines, to)) {
    rows.push(row.cells);
    to = row.to;
  }
  return rows.length < 2 ? undefined : { to, blocks: [delimitedTable(alignShortRows(headSpans(rows)), 0.9, context)] };
};

/** The row that begins at a line: a paragraph's end within a cell ends a line, the marks of the last cell and of the row end the row's last. */
function markedRow(lines: readonly SourceLine[], from: number): { cells: readonly TextCell[]; to: number } | undefined {
  if (!lines[from]?.text.includes(MARK)) return undefined;
  const cells: { text: string; line: number }[] = [{ text: "", line: lines[from].number }];
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES); at++) {
    const { text, number } = lines[at]!;
    const [first = "", ...others] = text.split(MARK);
    const open = cells.at(-1)!;
    open.text += at === from ? first : `\n${first}`;
    cells.push(...others.map((other) => ({ text: other, line: number })));
    // Behind the row's own mark nothing stands: the cell before that mark, and what is behind it, are none.
    if (text.endsWith(MARK + MARK)) return { cells: cells.slice(0, -2), to: at + 1 };
  }
  return undefined;
}
