import type { Block, Cell, Paragraph } from "../../core/extracted.js";
import type { Limits } from "../../core/limits.js";
import { cleanText, joinLines } from "../../core/text.js";
import { authorParagraphs } from "../html/author-paragraphs.js";
import { settleGrid } from "../html/place-spans.js";
import { cellTexts } from "../html/stacked-cells.js";
import { isFigure } from "../is-figure.js";
import type { VisibleCell, VisibleGrid, VisibleRow } from "./visible-grid.js";

/** A caption row may hold so many things side by side: who reports, when, the unit. */
const MOST_CAPTIONS = 4;

/**
 * A sheet as a report: title, notes and captions that stand in rows of their own above and below a table are paragraphs, the rest are tables,
 * parted where rows are left blank. Tables are not yet numbered. Faults: `too-large` (cells).
 */
export function sheetBlocks({ rows }: VisibleGrid, name: string, limits: Limits): Block[] {
  return chunksOf(rows)
    .flatMap(partAtHeads)
    .flatMap((chunk) => {
      const [left, right] = reach(chunk);
      const alone = chunk.map((row) => isLine(row, left, right));
      let from = 0;
      while (from < chunk.length && alone[from]) from++;
      let to = chunk.length;
      while (to > from && alone[to - 1]) to--;
      return [
        ...chunk.slice(0, from).flatMap(toParagraphs),
        ...toTable(chunk.slice(from, to), name, limits),
        ...chunk.slice(to).flatMap(toParagraphs),
      ];
    });
}

/** Rows parted by others with nothing in them, not even a format, where no merged cell goes on. Empty rows of a form that somebody drew belong to it. */
function chunksOf(rows: readonly VisibleRow[]): VisibleRow[][] {
  const chunks: VisibleRow[][] = [];
  let current: VisibleRow[] = [];
  /** Index behind the last row that a merge reaches. */
  let spannedTo = 0;
  const finish = () => {
    while (current.length > 0 && isBlank(current.at(-1)!)) current.pop();
    if (current.length > 0) chunks.push(current);
    current = [];
  };
  for (const [index, row] of rows.entries()) {
    if (index >= spannedTo && row.gapBefore) finish();
    if (current.length > 0 || !isBlank(row)) current.push(row);
    for (const cell of row.cells) spannedTo = Math.max(spannedTo, index + cell.rowSpan);
  }
  finish();
  return chunks;
}

/**
 * The chunk parted before each text across it, or alone with nothing drawn beside it, below which a new head begins: a section of a report that was laid
 * out, or pasted, in one sheet. Where rows of figures go on below it, it names a group of them, and they need the head above.
 */
function partAtHeads(chunk: readonly VisibleRow[]): VisibleRow[][] {
  const [left, right] = reach(chunk);
  const across = chunk.map((row) => isAcross(row, left, right) || isAlone(row, left));
  const parts: VisibleRow[][] = [[]];
  for (const [index, row] of chunk.entries()) {
    const begins = across[index] && index > 0 && !across[index - 1];
    if (begins) {
      const below = chunk.slice(index).find((_, offset) => !across[index + offset]);
      if (!below || !filled(below).some((cell) => isFigure(cleanText(cell.text)))) parts.push([]);
    }
    parts.at(-1)!.push(row);
  }
  return parts;
}

function isAcross(row: VisibleRow, left: number, right: number): boolean {
  const [only, ...others] = filled(row);
  return only !== undefined && others.length === 0 && only.rowSpan === 1 && only.column <= left && only.column + only.colSpan >= right;
}

/** A paragraph in the first column that goes on over the columns beside it, where nobody drew a cell. */
function isAlone(row: VisibleRow, left: number): boolean {
  const [only, ...others] = row.cells;
  return only !== undefined && others.length === 0 && only.rowSpan === 1 && only.column === left && row.drawn.length === 0;
}

function isBlank(row: VisibleRow): boolean {
  return filled(row).length === 0;
}

function filled(row: VisibleRow): VisibleCell[] {
  return row.cells.filter((cell) => cleanText(cell.text) !== "");
}

/** First column of the chunk's text and the one behind its last. */
function reach(rows: readonly VisibleRow[]): [number, number] {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows)
    for (const { column, colSpan } of filled(row)) {
      left = Math.min(left, column);
      right = Math.max(right, column + colSpan);
    }
  return [left, right];
}

/** A row that is no row of a table: one text across it or with nothing drawn beside it, or a few that each bring their own label (单位：万元). */
function isLine(row: VisibleRow, left: number, right: number): boolean {
  const texts = filled(row);
  if (texts.length === 0) return true;
  if (texts.some((cell) => cell.rowSpan > 1)) return false;
  if (texts.length > 1)
    return texts.length <= MOST_CAPTIONS && texts.every((cell) => /.[：:]/u.test(cleanText(cell.text)) && !/[\n]/u.test(cell.text.trim()));
  const [only] = texts as [VisibleCell];
  if (only.column <= left && only.column + only.colSpan >= right) return true;
  const beside =
    row.cells.some((cell) => cell !== only) || row.drawn.some((column) => column < only.column || column >= only.column + only.colSpan);
  // A label whose value was left empty stands in the first column; a unit or a date stands at the right.
  return !beside || (only.column > left && !row.cells.some((cell) => cell !== only));
}

function toParagraphs(row: VisibleRow): Paragraph[] {
  return filled(row).flatMap((cell) =>
    authorParagraphs(cell.text).map((lines): Paragraph => {
      const text = joinLines(lines);
      const evidence = { line: row.line, quote: text };
      return {
        type: "paragraph",
        text,
        lines: lines.map((line) => ({ text: line.normalize("NFC").trim(), evidence: { line: row.line, quote: cleanText(line) } })),
        evidence: [evidence],
      };
    }),
  );
}

function toTable(rows: readonly VisibleRow[], caption: string, limits: Limits): Block[] {
  if (rows.length === 0) return [];
  const [left, right] = reach(rows);
  if (right - left === 1) return rows.flatMap(toParagraphs);
  const placed = rows.flatMap((row, index) =>
    row.cells.map((cell) => ({
      row: index,
      column: cell.column,
      rowSpan: Math.min(cell.rowSpan, rows.length - index),
      colSpan: cell.colSpan,
      content: { text: cell.text, line: row.line },
    })),
  );
  const grid = settleGrid(placed, limits);
  const texts = cellTexts(grid.cells.map(({ content, row }) => ({ row, text: content?.text ?? "" })));
  const cells = grid.cells.map(({ content, ...place }, i): Cell => {
    const text = texts[i]!;
    return { ...place, text, evidence: content ? [{ line: content.line, ...(text === "" ? {} : { quote: text }) }] : [] };
  });
  return [
    { type: "table", index: 0, rowCount: grid.rowCount, columnCount: grid.columnCount, cells, origin: "markup", confidence: 1, caption },
  ];
}
