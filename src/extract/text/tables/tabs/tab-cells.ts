import { cleanText } from "../../../../core/text.js";
import { isBlankLine, type SourceLine } from "../../lines/source-lines.js";
import { alignShortRows } from "../align-short-rows.js";
import { delimitedTable, type TextCell } from "../delimited-table.js";
import type { FindContext, TableFinder } from "../find-table.js";
import { headSpans } from "../head-spans.js";

/** A line that is one cell of a dump: a tab, then the cell's text, if any. */
const CELL = /^\t[^\t]*$/u;
/** Longer than this and ended like a sentence, a line after a tab is rather an indented paragraph. */
const LONG_CELL = 30;

/**
 * Cells one a line behind a tab, rows parted by a blank line, as converters of Word files write tables. A cell that goes on from above (a vertical
 * merge) is an empty line there. Tab-indented prose looks alike, and is told from it by its rows of one cell and its long sentences.
 */
export const tabCells: TableFinder = (lines, from, context) => {
  if (!CELL.test(lines[from]!.text) || isJudged(lines, from)) return undefined;
  const rows: SourceLine[][] = [];
  let to = from;
  for (;;) {
    const row: SourceLine[] = [];
    while (to < lines.length && CELL.test(lines[to]!.text)) row.push(lines[to++]!);
    rows.push(row);
    // One blank line parts rows; two end the table.
    if (!(lines[to] && isEmptyLine(lines[to]!) && lines[to + 1] && CELL.test(lines[to + 1]!.text))) break;
    to++;
  }
  return isTable(rows) ? { to, blocks: [build(rows, context)] } : undefined;
};

/** Inside a run that was found to be no table at its first line. */
function isJudged(lines: readonly SourceLine[], from: number): boolean {
  const isCell = (at: number) => at >= 0 && CELL.test(lines[at]!.text);
  return isCell(from - 1) || (from >= 2 && isEmptyLine(lines[from - 1]!) && isCell(from - 2));
}

function isEmptyLine(line: SourceLine): boolean {
  return isBlankLine(line) && !line.text.includes("\t");
}

function isTable(rows: readonly (readonly SourceLine[])[]): boolean {
  const several = rows.filter((row) => row.length >= 2);
  if (rows.length === 1 && isPairs(rows[0]!)) return true;
  if (several.length < 2 || several.length * 2 < rows.length) return false;
  const cells = several.flat();
  const prose = cells.filter(({ text }) => cleanText(text).length > LONG_CELL && /[。；]\s*$/u.test(text));
  return prose.length * 3 < cells.length;
}

/** 综合得分 / 98 / 自评等次 / 优: one row of labels and values, told from an indented signature by its length. */
function isPairs(row: readonly SourceLine[]): boolean {
  return (
    row.length >= 4 && row.length % 2 === 0 && row.every(({ text }) => cleanText(text).length <= LONG_CELL && !/[。；]\s*$/u.test(text))
  );
}

function build(rows: readonly (readonly SourceLine[])[], context: FindContext) {
  const cells = rows.map((row) => row.map(({ text, number }): TextCell => ({ text: text.slice(1), line: number })));
  return delimitedTable(alignShortRows(headSpans(cells)), 0.9, context);
}
