import type { Block, Paragraph } from "../../core/extracted.js";
import { cleanText } from "../../core/text.js";
import { delimitedTable, type TextCell } from "./delimited-table.js";
import type { FindContext, TableFinder } from "./find-table.js";
import { pipeTable } from "./pipe-table.js";
import { isBlankLine, type SourceLine } from "./source-lines.js";

const LEAST_COLUMNS = 4;
const LEAST_ROWS = 3;
/** Rows that bars with nothing between fill up, at least. */
const LEAST_FILLED = 2;
const MOST_LINES = 5000;

/** What stands before a bar. */
interface Barred extends TextCell {
  /** Not even a blank stands between the bar and the one before it. */
  readonly isFill: boolean;
  /** The bar is the last character on its line. */
  readonly endsLine: boolean;
}

/**
 * A web page's table as some dumps write it: a bar behind each cell, on lines of their own or not, and behind a row's last cell one bar for each column
 * that merged cells took from it (某局 | |||||). All rows have as many bars; how many, the filled ones tell. Where cells are never empty but at the end,
 * the dump has left out the empty ones too: its rows are short, and the columns of their cells unknown.
 */
export const filledRows: TableFinder = (lines, from, context) => {
  if (!lines[from]!.text.includes("|") || (from > 0 && lines[from - 1]!.text.includes("|"))) return undefined;
  let to = from;
  while (to < lines.length && to - from < MOST_LINES && !isBlankLine(lines[to]!)) to++;
  // Another table may stand right above.
  for (let start = from; start < to; start++) {
    const barred = barredOf(lines.slice(start, to));
    const columns = columnCount(barred);
    if (columns === undefined) continue;
    const above = start > from ? pipeTable(lines.slice(0, start), from, context) : undefined;
    if (start > from && above?.to !== start) return undefined;
    const whole = barred.length - (barred.length % columns);
    const table = tableOf(barred.slice(0, whole), columns, context);
    return { to, blocks: [...(above?.blocks ?? []), table, ...cutRow(barred.slice(whole))] };
  }
  return undefined;
};

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
      barred.push({ text: told.map((piece) => piece.text.trim()).join("\n"), line: (told[0] ?? pieces[0]!).line, isFill, endsLine });
      pieces = [];
    }
  }
  const rest = pieces.filter(({ text }) => text.trim() !== "");
  if (rest.length > 0)
    barred.push({ text: rest.map(({ text }) => text.trim()).join("\n"), line: rest[0]!.line, isFill: false, endsLine: true });
  return barred;
}

/** The bars of each row: those up to where a row was filled up are so many times as many. Undefined where none can be told. */
function columnCount(barred: readonly Barred[]): number | undefined {
  const ends = barred.flatMap(({ isFill }, at) => (isFill && !barred[at + 1]?.isFill ? [at + 1] : []));
  const columns = ends.reduce(greatestDivisor, 0);
  if (ends.length < LEAST_FILLED || columns < LEAST_COLUMNS || barred.length < columns * LEAST_ROWS) return undefined;
  for (let end = columns; end <= barred.length; end += columns) if (!barred[end - 1]!.endsLine) return undefined;
  return columns;
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
  const rows = Array.from({ length: Math.ceil(barred.length / columns) }, (_, row) => {
    const cells = barred.slice(row * columns, (row + 1) * columns);
    const told = cells.slice(0, cells.findLastIndex(({ text }) => text !== "") + 1);
    return told.length === 1 ? [{ ...told[0]!, colSpan: columns }] : told;
  }).filter((row) => row.length > 0);
  const table = delimitedTable(rows, 0.95, context);
  return rows.some((row) => row.some(({ text }) => text === "")) ? { ...table, origin: "markup" } : table;
}
