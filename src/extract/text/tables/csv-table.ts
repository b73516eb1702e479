import { isBlankLine, type SourceLine } from "../lines/source-lines.js";
import { delimitedTable, type TextCell } from "./delimited-table.js";
import type { TableFinder } from "./find-table.js";
import { withoutBlankRims } from "./without-blank-rims.js";

/** Fewer records, or fewer cells in each, are chance. */
const LEAST = 3;
const LONGEST_CELL = 50;
const LONGEST_BESIDE = 30;
/** What a comma between digits may be instead of a delimiter. */
const GROUPED = /^\d{1,3}$/u;
const GROUP = /^\d{3}(?:\.\d+)?$/u;

/** Records up to the third of the first three alike, at most. */
const MOST_BEFORE = 16;

/**
 * Comma-separated values (RFC 4180): three or more records of the same three or more cells. Records of another size beside them, as a form has them above its
 * table of indicators, are rows of the same grid. A record that has too many cells because an amount was written with its thousands separator and without
 * quotes is mended where that gives the right number.
 */
export const csvTable: TableFinder = (lines, from, context) => {
  if (!lines[from]!.text.includes(",")) return undefined;
  const sections = sectionsFrom(lines, from);
  const records = sections.flatMap((section) => section.records);
  return sections.some(isTable)
    ? { to: sections.at(-1)!.to, blocks: [delimitedTable(withoutBlankRims(records, lines.slice(0, from)), 0.85, context)] }
    : undefined;
};

/** Records of one size, one behind the other. */
interface Section {
  readonly size: number;
  readonly records: TextCell[][];
  /** Cells of a form: in quotes, or short and no sentence. */
  isForm: boolean;
  to: number;
}

/** The sections from a line on that are tables, or may stand beside one. */
function sectionsFrom(lines: readonly SourceLine[], from: number): Section[] {
  const sections: Section[] = [];
  let count = 0;
  for (let record = csvRecord(lines, from); record; record = csvRecord(lines, behindBlanks(lines, record.to))) {
    if (++count > MOST_BEFORE && !sections.some(isTable)) break;
    const last = sections.at(-1);
    const cells = last && record.cells.length > last.size ? mended(record.cells, last.size) : record.cells;
    if (last && cells.length === last.size) {
      last.records.push(cells);
      last.isForm &&= isForm(record);
      last.to = record.to;
    } else if (isSplitAmount(cells) || (last && !last.isForm && !isTable(last))) break;
    else sections.push({ size: cells.length, records: [cells], isForm: isForm(record), to: record.to });
  }
  const until = sections.findIndex((section) => !isTable(section) && !section.isForm);
  return until < 0 ? sections : sections.slice(0, until);
}

function behindBlanks(lines: readonly SourceLine[], from: number): number {
  let at = from;
  while (at < lines.length && isBlankLine(lines[at]!)) at++;
  return at;
}

function isTable({ size, records }: Section): boolean {
  return size >= LEAST && records.length >= LEAST && !records.slice(0, LEAST).every(isGroupedNumbers);
}

function isForm({ cells, isQuoted }: CsvRecord): boolean {
  return isQuoted || cells.every(({ text }) => text.length <= LONGEST_BESIDE && !/[。；;]/u.test(text));
}

interface CsvRecord {
  readonly cells: TextCell[];
  readonly isQuoted: boolean;
  readonly to: number;
}

function csvRecord(lines: readonly SourceLine[], from: number): CsvRecord | undefined {
  // A cell in quotes may be broken before the record's first comma.
  if (!lines[from] || isBlankLine(lines[from]) || !/^"|,/u.test(lines[from]!.text)) return undefined;
  const cells: TextCell[] = [];
  let at = from;
  let text = lines[from]!.text;
  let position = 0;
  let isQuoted = false;
  for (;;) {
    const line = lines[at]!.number;
    if (text[position] === '"') {
      isQuoted = true;
      let end = closingQuote(text, position + 1);
      while (end === undefined && at + 1 < lines.length && at - from < LONGEST_CELL) {
        text += `\n${lines[++at]!.text}`;
        end = closingQuote(text, position + 1);
      }
      if (end === undefined || (end + 1 < text.length && text[end + 1] !== ",")) return undefined;
      cells.push({ text: text.slice(position + 1, end).replaceAll('""', '"'), line });
      position = end + 1;
    } else {
      const comma = text.indexOf(",", position);
      const end = comma < 0 ? text.length : comma;
      cells.push({ text: text.slice(position, end), line });
      position = end;
    }
    if (position >= text.length) return { cells, isQuoted, to: at + 1 };
    position++;
  }
}

function closingQuote(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return undefined;
}

/** 年初预算,1,135.00 alone: one amount or two. */
function isSplitAmount(cells: readonly TextCell[]): boolean {
  return cells.some(({ text }, i) => GROUP.test(text) && GROUPED.test(cells[i - 1]?.text ?? ""));
}

/** The record with its amounts put together again, when there is one way to come to `size` cells: all of them. */
function mended(cells: readonly TextCell[], size: number): TextCell[] {
  const merged: TextCell[] = [];
  for (const cell of cells) {
    const before = merged.at(-1);
    if (before && GROUP.test(cell.text) && (GROUPED.test(before.text) || /^\d{1,3}(?:,\d{3})+$/u.test(before.text)))
      merged[merged.length - 1] = { ...before, text: `${before.text},${cell.text}` };
    else merged.push(cell);
  }
  return merged.length === size ? merged : [...cells];
}

/** A line of amounts with thousands separators, parted by spaces. */
function isGroupedNumbers(cells: readonly TextCell[]): boolean {
  return cells.every(({ text }, index) => index === 0 || /^\d{3}(?!\d)/u.test(text));
}
