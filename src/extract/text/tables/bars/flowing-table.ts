import { isBlankLine, type SourceLine } from "../../lines/source-lines.js";
import { delimitedTable, type TextCell } from "../delimited-table.js";
import type { TableFinder } from "../find-table.js";
import { isFirstWithBar } from "./is-first-with-bar.js";

const LEAST_COLUMNS = 4;
const LEAST_ROWS = 3;
const MOST_LINES = 5000;

/**
 * A table wider than the page that a dump (antiword's) wrote as one run of cells and broke wherever the line was full: bars part its cells, two bars end
 * its rows. Its head tells how many columns there are; every row behind it must end where that says.
 */
export const flowingTable: TableFinder = (lines, from, context) => {
  if (!lines[from]!.text.includes("|") || !isFirstWithBar(lines, from)) return undefined;
  let to = from;
  while (to < lines.length && to - from < MOST_LINES && !isBlankLine(lines[to]!)) to++;
  const cells = cellsOf(lines.slice(from, to));
  const columns = cells.findIndex(({ text }) => text === "");
  const head = cells.slice(0, columns);
  if (columns < LEAST_COLUMNS || head.some(({ text }) => /\d/u.test(text))) return undefined;
  // Behind the last row's end nothing, or a last bar.
  const period = columns + 1;
  const rows = Array.from({ length: Math.ceil(cells.length / period) }, (_, row) => cells.slice(row * period, (row + 1) * period));
  while (rows.at(-1)?.every(({ text }) => text === "")) rows.pop();
  if (rows.length < LEAST_ROWS || !rows.every((row) => row.length >= columns && (row[columns]?.text ?? "") === "")) return undefined;
  const table = delimitedTable(
    rows.map((row) => row.slice(0, columns)),
    0.95,
    context,
  );
  // Cells between bars are the author's own.
  return { to, blocks: [{ ...table, origin: "markup" }] };
};

/** The cells of all lines as one run; a line's end is none of a cell's. */
function cellsOf(lines: readonly SourceLine[]): TextCell[] {
  const cells: { pieces: string[]; line: number }[] = [{ pieces: [], line: lines[0]!.number }];
  for (const { text, number } of lines) {
    for (const [index, piece] of text.split("|").entries()) {
      if (index > 0) cells.push({ pieces: [], line: number });
      if (piece.trim() !== "") cells.at(-1)!.pieces.push(piece.trim());
    }
  }
  return cells.map(({ pieces, line }) => ({ text: pieces.join(" "), line }));
}
