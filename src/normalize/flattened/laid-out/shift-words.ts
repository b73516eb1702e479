import { foldCell, scoreCell } from "../cells/cell-score.js";
import type { Column } from "../column.js";
import { rowArithmetic } from "../search/row-arithmetic.js";

/** The words of a row: by column, then by line. */
export type RowWords = readonly (readonly (string | undefined)[])[];

/** What a row must gain, in the score's unit, for words to be taken for the next column's. */
const LEAST_GAIN = 2.5;
const IMPOSSIBLE = -12;
const MOST_MOVES = 3;

/**
 * Words of a row that stand between two columns, where their kinds say better than their place whose they are: ≥1.8万, 1.8万亩 and 亩 in one cell beside an
 * empty one are a target and what was achieved. One line's words at a time. `placed`: those that stand within their column.
 */
export function shiftWords(row: RowWords, columns: readonly Column[], placed: readonly (readonly boolean[])[]): RowWords {
  let best = row;
  let worth = rowWorth(row, columns);
  for (let move = 0; move < MOST_MOVES; move++) {
    const better = moves(best, placed)
      .map((words) => ({ words, worth: rowWorth(words, columns) }))
      .reduce((most, each) => (each.worth > most.worth ? each : most), { words: best, worth });
    if (better.worth < worth + LEAST_GAIN) break;
    ({ words: best, worth } = better);
  }
  return best;
}

/** Each way to give a line's words to a neighbouring column that has none on this line. */
function moves(row: RowWords, placed: readonly (readonly boolean[])[]): RowWords[] {
  return row.flatMap((lines, c) =>
    lines.flatMap((text, line) =>
      [c - 1, c + 1].flatMap((to) => {
        if (text === undefined || placed[c]![line] || !row[to] || row[to]![line] !== undefined) return [];
        const moved = (own: readonly (string | undefined)[], value: string | undefined) =>
          own.map((each, l) => (l === line ? value : each));
        return [row.map((own, column) => (column === c ? moved(own, undefined) : column === to ? moved(own, text) : own))];
      }),
    ),
  );
}

function rowWorth(row: RowWords, columns: readonly Column[]): number {
  const texts = row.map((lines) => foldCell(lines.map((text) => text ?? "").join("")));
  const cells = texts.reduce((sum, text, c) => sum + cellWorth(text, columns[c]!), 0);
  return cells + rowArithmetic(columns, texts);
}

function cellWorth(text: string, { kind }: Column): number {
  if (text === "") return kind === "text" || kind === "standard" || kind === "rate" || kind === "unit" ? 0 : EMPTY;
  return Math.max(IMPOSSIBLE, scoreCell(kind, text));
}

const EMPTY = -4;
