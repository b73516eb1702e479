import { type Exact, exact, sumOf } from "../../../core/decimal.js";
import type { Cell, Line, Table } from "../../../core/extracted.js";
import { isFundAmount } from "../../../core/record.js";
import { cleanText } from "../../../core/text.js";
import { readAmount } from "../../figures/money.js";
import type { FundRole } from "../../lexicon/labels/head-words.js";
import type { SourceHead } from "./source-head.js";

/** A cell of such a table. */
export const SOURCE_FIGURE = /^[-−]?\d[\d,，]*(?:\.\d+)?[%％]?$|^[-—–/／]{1,2}$/u;

interface Word {
  readonly text: string;
}

/** A row of amounts, one a source: its label, what it prints beside it, and its cells by column. */
export interface SourceRow<W extends Word> {
  readonly label: readonly W[];
  readonly serial: readonly W[];
  readonly cells: readonly (W | undefined)[];
  readonly role: FundRole;
}

/** In how many rows of amounts the sums hold when the columns `from` to `to` are a subtotal and its parts, and the first column the whole. */
export function agreement(rows: readonly SourceRow<Word>[], { from, to }: { readonly from: number; readonly to: number }): number {
  const amounts = rows.filter(({ role }) => isFundAmount(role)).map(({ cells }) => cells.map(amountOf));
  const holding = amounts.filter((cells) => {
    const parts = cells.slice(from + 1, to);
    const whole = from === 0 ? undefined : cells[0]!;
    const others = [...cells.slice(1, from), ...cells.slice(to)];
    return sumOf(parts).eq(cells[from]!) && (whole === undefined || sumOf(others).plus(cells[from]!).eq(whole));
  });
  return holding.length / amounts.length;
}

function amountOf(word: Word | undefined): Exact {
  const value = word && readAmount(word.text)?.value;
  return exact(value ?? 0);
}

/** A fund table whose columns are sources as a table block; `lineOf` tells where a word stands. Index is set by the caller. */
export function transposedTable<W extends Word>(
  { corner, columns }: Pick<SourceHead<W>, "corner" | "columns">,
  rows: readonly SourceRow<W>[],
  lineOf: (word: W) => Line,
  confidence: number,
): Table {
  const cells: Cell[] = [];
  const add = (row: number, column: number, words: readonly W[], span: { rowSpan?: number; colSpan?: number } = {}) => {
    if (words.length === 0) return;
    const evidence = words.slice(0, 2).map((word) => ({ ...lineOf(word).evidence, row, column }));
    cells.push({ row, column, rowSpan: 1, colSpan: 1, ...span, text: cleanText(words.map(({ text }) => text).join("")), evidence });
  };
  const headRows = columns.some(({ under }) => under !== undefined) ? 2 : 1;
  const hasSerial = rows.some(({ serial }) => serial.length > 0);
  const first = hasSerial ? 2 : 1;
  corner.slice(0, first).forEach((words, c) => {
    add(0, c, words, { rowSpan: headRows });
  });
  columns.forEach(({ words, under }, c) => {
    const isFirstBelow = under !== undefined && columns[c - 1]?.under !== under;
    if (isFirstBelow) add(0, first + c, under, { colSpan: columns.filter((other) => other.under === under).length });
    add(under === undefined ? 0 : 1, first + c, words, under === undefined ? { rowSpan: headRows } : {});
  });
  rows.forEach(({ label, serial, cells: own }, r) => {
    add(headRows + r, 0, label);
    add(headRows + r, 1, serial);
    own.forEach((word, c) => {
      if (word) add(headRows + r, first + c, [word]);
    });
  });
  return {
    type: "table",
    index: -1,
    rowCount: headRows + rows.length,
    columnCount: first + columns.length,
    cells,
    origin: "delimited",
    confidence,
  };
}
