import { cleanText } from "../../../../core/text.js";
import { isBlankLine, type SourceLine } from "../../lines/source-lines.js";
import { delimitedTable, type TextCell } from "../delimited-table.js";
import type { TableFinder } from "../find-table.js";
import { headSpans } from "../head-spans.js";
import { withoutBlankRims } from "../without-blank-rims.js";
import { withBlanksForTabs } from "./blanks-for-tabs.js";
import { joinBrokenTabRows } from "./broken-tab-rows.js";
import { completeShortRows } from "./complete-short-rows.js";

interface TabRow {
  readonly cells: readonly TextCell[];
  /** Lines that it takes: a quoted cell may go over several. */
  readonly to: number;
}

/** 一、 or 1.1 before a tab is how a heading or an item of a list is set off. */
const NUMBERING =
  /^\s*(?:[（(]?[一二三四五六七八九十百\d]{1,3}[）)、.．]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|第[一二三四五六七八九十\d]{1,3}[章节条]|[•●■◆▪·*-])\s*$/u;
const EMPTY_ROW = /^ *\t[\t ]*$/u;
const PAGE_NUMBER = /^\s*(?:[-—]?\s*\d{1,4}\s*[-—]?|[ivxIVX]{1,6})\s*$/u;

/**
 * Rows of cells parted by tabs, as spreadsheets, vision models and copies from the web have them. Rows may be short. One blank line (a page's end)
 * does not end the table where no more columns follow. Headings set off by a tab and lines of contents with page numbers are no tables.
 */
export const tabRows: TableFinder = (lines, from, context) => {
  const first = tabRow(lines, from);
  // Behind a row the run was found to be no table at its first line.
  if (!first || (from > 0 && tabRow(lines, from - 1))) return undefined;
  const rows = [first];
  let to = first.to;
  for (;;) {
    // Rows of nothing but tabs belong to the table when another row follows.
    let at = to;
    while (EMPTY_ROW.test(lines[at]?.text ?? "")) at++;
    let row = tabRow(lines, at);
    if (!row && lines[at] && isBlankLine(lines[at]!)) {
      row = tabRow(lines, at + 1);
      if (row && row.cells.length > Math.max(...rows.slice(-50).map(({ cells }) => cells.length))) break;
    }
    const rest = row ? undefined : restOfCell(lines, to, rows.at(-1)!);
    if (rest) {
      rows[rows.length - 1] = rest;
      to = rest.to;
      continue;
    }
    if (!row) break;
    rows.push(...lines.slice(to, at).map((line) => ({ cells: [{ text: "", line: line.number }], to: at })), row);
    to = row.to;
  }
  const isContents = rows.every(
    ({ cells }) => cells.length === 2 && PAGE_NUMBER.test(cells[1]!.text) && cleanText(cells[0]!.text).length > 3,
  );
  if (rows.length < 2 || (isContents && rows.length > 2)) return undefined;
  const cells = withoutBlankRims(
    rows.map((row) => row.cells),
    lines.slice(0, from),
  );
  return {
    to,
    blocks: [delimitedTable(headSpans(completeShortRows(withBlanksForTabs(joinBrokenTabRows(cells), context))), 0.9, context)],
  };
};

const MID_SENTENCE = /[，、；：（]\s*$/u;

/** The row above with the line as the rest of its last cell, which stops in mid-sentence, where the next line is a row again. */
function restOfCell(lines: readonly SourceLine[], at: number, above: TabRow): TabRow | undefined {
  const line = lines[at];
  const last = above.cells.at(-1)!;
  if (!line || isBlankLine(line) || !MID_SENTENCE.test(last.text) || !tabRow(lines, at + 1)) return undefined;
  return { cells: [...above.cells.slice(0, -1), { ...last, text: `${last.text}\n${line.text}` }], to: at + 1 };
}

function tabRow(lines: readonly SourceLine[], from: number): TabRow | undefined {
  const line = lines[from];
  // The first cell, too, may go over several lines.
  if (!line?.text.includes("\t") && !line?.text.startsWith('"')) return undefined;
  const row = splitRow(lines, from);
  const filled = row.cells.filter((cell) => cell.text.trim() !== "");
  // A lone indented line, and a number before its heading, are no rows.
  if (row.cells.length < 2 || (filled.length < 2 && row.cells.length < 3) || filled.length === 0) return undefined;
  if (filled.length === 2 && row.cells.length === 2 && NUMBERING.test(filled[0]!.text)) return undefined;
  return row;
}

/** Cells of a line; one that begins with a quote goes on to the quote that closes it, also over line ends (as spreadsheets copy cells). */
function splitRow(lines: readonly SourceLine[], from: number): TabRow {
  const cells: TextCell[] = [];
  let at = from;
  let rest: string | undefined = lines[from]!.text;
  while (rest !== undefined) {
    const quoted: QuotedCell | undefined = rest.startsWith('"') ? quotedCell(lines, at, rest) : undefined;
    if (quoted) {
      cells.push({ text: quoted.text, line: lines[at]!.number });
      at = quoted.at;
      rest = quoted.rest;
      continue;
    }
    const tab: number = rest.indexOf("\t");
    cells.push({ text: tab < 0 ? rest : rest.slice(0, tab), line: lines[at]!.number });
    rest = tab < 0 ? undefined : rest.slice(tab + 1);
  }
  return { cells, to: at + 1 };
}

interface QuotedCell {
  readonly text: string;
  readonly at: number;
  readonly rest: string | undefined;
}

/** A cell of more lines than this was never closed. */
const LONGEST_CELL = 50;

function quotedCell(lines: readonly SourceLine[], from: number, start: string): QuotedCell | undefined {
  let text = start.slice(1);
  for (let at = from; at < Math.min(lines.length, from + LONGEST_CELL); at++) {
    if (at > from) text += `\n${lines[at]!.text}`;
    const end = closingQuote(text);
    if (end === undefined) continue;
    const rest = text.slice(end + 1);
    if (rest !== "" && !rest.startsWith("\t")) return undefined;
    return { text: text.slice(0, end).replaceAll('""', '"'), at, rest: rest === "" ? undefined : rest.slice(1) };
  }
  return undefined;
}

/** Where a quote stands that is not doubled. */
function closingQuote(text: string): number | undefined {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return undefined;
}
