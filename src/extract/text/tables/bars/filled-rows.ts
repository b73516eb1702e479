import type { Block, Paragraph } from "../../../../core/extracted.js";
import { cleanText } from "../../../../core/text.js";
import { isBlankLine, type SourceLine } from "../../lines/source-lines.js";
import { delimitedTable, type TextCell } from "../delimited-table.js";
import type { FindContext, TableFinder } from "../find-table.js";
import { isFirstWithBar } from "./is-first-with-bar.js";
import { pipeRow } from "./pipe-row.js";
import { pipeTable } from "./pipe-table.js";

const LEAST_COLUMNS = 4;
const LEAST_ROWS = 3;
/** Rows that bars with nothing between fill up, at least. */
const LEAST_FILLED = 2;
const MOST_LINES = 5000;

/** What stands before a bar. */
interface Barred extends TextCell {
  /** Not even a blank stands between the bar and the one before it. */
  readonly isFill: boolean;
  /** It begins its line; its bar ends one. */
  readonly beginsLine: boolean;
  readonly endsLine: boolean;
}

/**
 * A web page's table as some dumps write it: a bar behind each cell, on lines of their own or not, and behind a row's last cell one bar for each column
 * that merged cells took from it (某局 | |||||). All rows have as many bars; how many, the filled ones tell. Where cells are never empty but at the end,
 * the dump has left out the empty ones too: its rows are short, and the columns of their cells unknown.
 */
export const filledRows: TableFinder = (lines, from, context) => {
  if (!lines[from]!.text.includes("|") || !isFirstWithBar(lines, from)) return undefined;
  // A rule below the head: its rows are lines, as Markdown has them.
  if (lines[from + 1] && pipeRow(lines[from + 1]!)?.isRule) return undefined;
  let to = from;
  for (let at = from; at < lines.length && at - from < MOST_LINES && !isBlankLine(lines[at]!); at++)
    if (lines[at]!.text.includes("|")) to = at + 1;
  const all = barredOf(lines.slice(from, to));
  const ends = all.flatMap(({ isFill }, at) => (isFill && !all[at + 1]?.isFill ? [at + 1] : []));
  if (ends.length < LEAST_FILLED) return undefined;
  const found = gridFrom(all, ends, 0) ?? gridBelow(all, ends);
  if (!found) return undefined;
  const start = found.from === 0 ? from : from + all[found.from]!.line - lines[from]!.number;
  const above = start > from ? pipeTable(lines.slice(0, start), from, context) : undefined;
  if (start > from && above?.to !== start) return undefined;
  const barred = all.slice(found.from);
  const whole = barred.length - (barred.length % found.columns);
  const table = tableOf(barred.slice(0, whole), found.columns, context);
  return { to, blocks: [...(above?.blocks ?? []), table, ...cutRow(barred.slice(whole))] };
};

/** Where a grid of bars begins, and the bars of each of its rows. */
interface Grid {
  readonly from: number;
  readonly columns: number;
}

/** The grid from a bar on: those up to where a row was filled up (`ends`) are so many times as many. */
function gridFrom(barred: readonly Barred[], ends: readonly number[], from: number): Grid | undefined {
  const columns = ends.reduce((divisor, end) => greatestDivisor(divisor, end - from), 0);
  if (columns < LEAST_COLUMNS || barred.length - from < columns * LEAST_ROWS) return undefined;
  for (let end = from + columns; end <= barred.length; end += columns) if (!barred[end - 1]!.endsLine) return undefined;
  return { from, columns };
}

/** The grid below a table of other rows: as many bars as stand between filled rows. */
function gridBelow(barred: readonly Barred[], ends: readonly number[]): Grid | undefined {
  const [first] = ends as [number];
  const columns = ends.reduce((divisor, end) => greatestDivisor(divisor, end - first), 0);
  const from = columns < LEAST_COLUMNS ? -1 : barred.findIndex((bar, at) => at < first && (first - at) % columns === 0 && bar.beginsLine);
  return from < 0 ? undefined : gridFrom(barred, ends, from);
}

function barredOf(lines: readonly SourceLine[]): Barred[] {
  const barred: Barred[] = [];
  let pieces: { text: string; line: number }[] = [];
  for (const { text, number } of lines) {
    const parts = text.trimEnd().split("|");
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1;
      if (part.trim() !== "" || pieces.length === 0) pieces.push({ text: part, line: number });
      if (isLast) continue;
      const told = pieces.filter((piece) => piece.text.trim() !== "");
      const isFill = index > 0 && part === "";
      const endsLine = index === parts.length - 2 && parts.at(-1) === "";
      const cell = told.map((piece) => piece.text.trim()).join("\n");
      barred.push({ text: cell, line: (told[0] ?? pieces[0]!).line, isFill, beginsLine: index === 0, endsLine });
      pieces = [];
    }
  }
  const rest = pieces.filter(({ text }) => text.trim() !== "");
  if (rest.length > 0)
    barred.push({
      text: rest.map(({ text }) => text.trim()).join("\n"),
      line: rest[0]!.line,
      isFill: false,
      beginsLine: true,
      endsLine: true,
    });
  return barred;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** A row that breaks off where the text does, as a line: of what it lacks the author is not to be accused. */
function cutRow(cells: readonly Barred[]): Paragraph[] {
  const told = cells.filter(({ text }) => text !== "");
  if (told.length === 0) return [];
  const text = told.map((cell) => cleanText(cell.text)).join("\t");
  const evidence = { line: told[0]!.line, quote: cleanText(text) };
  return [{ type: "paragraph", text: cleanText(text), lines: [{ text, evidence, told: "row" }], evidence: [evidence] }];
}

function tableOf(barred: readonly Barred[], columns: number, context: FindContext): Block {
  const all = Array.from({ length: barred.length / columns }, (_, row) => barred.slice(row * columns, (row + 1) * columns));
  // A bar before each row is the table's frame.
  const isFramed = all.every(([first]) => first!.text === "" && first!.beginsLine);
  const rows = all.map((row) => {
    const cells = row.slice(isFramed ? 1 : 0);
    const told = cells.slice(0, cells.findLastIndex(({ text }) => text !== "") + 1);
    return told.length === 1 ? [{ ...told[0]!, colSpan: cells.length }] : told;
  });
  const told = rows.filter((row) => row.length > 0);
  const table = delimitedTable(told, 0.95, context);
  return told.some((row) => row.some(({ text }) => text === "")) ? { ...table, origin: "markup" } : table;
}
