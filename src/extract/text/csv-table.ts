import { delimitedTable, type TextCell } from "./delimited-table.js";
import type { TableFinder } from "./find-table.js";
import { isBlankLine, type SourceLine } from "./source-lines.js";

/** Fewer records, or fewer cells in each, are chance. */
const LEAST = 3;
const LONGEST_CELL = 50;
/** What a comma between digits may be instead of a delimiter. */
const GROUPED = /^\d{1,3}$/u;
const GROUP = /^\d{3}(?:\.\d+)?%?$/u;

/**
 * Comma-separated values (RFC 4180): three or more records of the same three or more cells, most of the lines. A record that has too many cells
 * because an amount was written with its thousands separator and without quotes is mended where that gives the right number.
 */
export const csvTable: TableFinder = (lines, from, context) => {
  if (!lines[from]!.text.includes(",")) return undefined;
  const records: TextCell[][] = [];
  let to = from;
  let size = 0;
  while (to < lines.length) {
    const record = csvRecord(lines, to);
    if (!record) break;
    if (records.length === 0) size = record.cells.length;
    const cells = record.cells.length > size ? mended(record.cells, size) : record.cells;
    if (cells.length !== size || size < LEAST) break;
    records.push(cells);
    to = record.to;
    if (records.length === LEAST && records.every(isGroupedNumbers)) return undefined;
  }
  if (records.length < LEAST) return undefined;
  return { to, blocks: [delimitedTable(records, 0.85, context)] };
};

interface CsvRecord {
  readonly cells: TextCell[];
  readonly to: number;
}

function csvRecord(lines: readonly SourceLine[], from: number): CsvRecord | undefined {
  if (isBlankLine(lines[from]!) || !lines[from]!.text.includes(",")) return undefined;
  const cells: TextCell[] = [];
  let at = from;
  let text = lines[from]!.text;
  let position = 0;
  for (;;) {
    const line = lines[at]!.number;
    if (text[position] === '"') {
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
    if (position >= text.length) return { cells, to: at + 1 };
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
