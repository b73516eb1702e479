import { isFigure } from "../../is-figure.js";
import { hasRuledRows } from "../aligned/grid-on-columns.js";
import { cellsByRow } from "../cells-by-row.js";
import type { Grid, GridCell } from "../grid.js";
import { liesUnder, matchColumns } from "./match-columns.js";
import { rowTexts } from "./row-texts.js";

/** Two tables on both sides of a page break. */
export interface Seam {
  /** The part on the page before. */
  readonly above: Grid;
  readonly below: Grid;
  /** The table that `above` is the last part of: its first rows are the head that may be repeated. */
  readonly whole: Grid;
  /** Lines of text after `above` on its page. */
  readonly notesBetween: number;
  /** One of them is a heading, or the unit of a table to come. */
  readonly isCaptioned: boolean;
  /** Height that is left on the page after `above`, points. */
  readonly room: number;
}

/** More repeated head rows than this are no head. */
const MOST_HEAD = 4;

/** Whether the table goes on below the break: the number of repeated head rows to drop, or undefined when these are two tables. */
export function continues({ above, below, whole, notesBetween, isCaptioned, room }: Seam): number | undefined {
  if (isCaptioned || !matchColumns(whole, below)) return undefined;
  const head = repeatedHead(whole, below);
  const isOpen = above.openBottom.some(Boolean) && below.openTop.some(Boolean);
  if (head > 0 || isOpen) return head;
  const firstRow = below.cells
    .filter((cell) => cell.row === 0)
    .reduce((least, cell) => Math.min(least, heightOfRow(cell)), Number.POSITIVE_INFINITY);
  if (notesBetween > 0 || startsAnew(whole, below)) return undefined;
  // Rows that a merged cell holds together go to the next page as one, and may leave much room behind.
  if (room > firstRow + 12) {
    const isUnder = liesUnder(above, below) || areSeveral(below);
    return isUnder && !mayBeHead(cellsByRow(below)[0]!) ? 0 : undefined;
  }
  return !isForm(whole) && hasHeadOfItsOwn(whole, below) ? undefined : 0;
}

/** Whether rows that rulings part are more than one, where only texts tell their columns. */
function areSeveral(below: Grid): boolean {
  return below.origin === "aligned" && hasRuledRows(below) && below.rowCount > 1;
}

/** A ruled form of several blocks, each with a head of its own: its first row has fewer cells than its blocks have columns. */
function isForm(whole: Grid): boolean {
  return whole.origin !== "aligned" && cellsByRow(whole)[0]!.length < whole.columnCount;
}

/** Another form of the same kind: its first row has the same label and another value (项目名称 …). */
function startsAnew(whole: Grid, below: Grid): boolean {
  const [first, again] = [cellsByRow(whole)[0]!, cellsByRow(below)[0]!];
  const isFormRow = first.length < whole.columnCount && again.length === first.length;
  const label = rowTexts(first).texts[0];
  return isFormRow && label !== "" && label === rowTexts(again).texts[0] && !sameRow(first, again);
}

/** Share of a column's rows that hold figures, for it to be a column of figures. */
const FIGURES = 0.6;

/** Another table under the same columns: where the rows above have figures, its first row has words. */
function hasHeadOfItsOwn(whole: Grid, below: Grid): boolean {
  const match = matchColumns(whole, below)!;
  const row = cellsByRow(below)[0]!;
  const first = new Map(row.map((cell, i) => [match.second[cell.column]!, rowTexts(row).texts[i]!]));
  const counts = match.columns.slice(1).map(() => ({ texts: 0, figures: 0 }));
  for (const each of cellsByRow(whole))
    for (const { column, isFigure } of rowTexts(each).told) {
      const count = counts[match.first[column]!]!;
      count.texts++;
      if (isFigure) count.figures++;
    }
  const ofFigures = counts.flatMap(({ texts, figures }, column) => (texts > 2 && figures >= FIGURES * texts ? [column] : []));
  const told = ofFigures.map((column) => first.get(column) ?? "");
  return told.length > 0 && told.every((text) => text !== "" && !/\d/u.test(text));
}

function heightOfRow(cell: GridCell): number {
  const [, y0, , y1] = cell.parts[0]!.box;
  return (y1 - y0) / cell.rowSpan;
}

/** A head has no figures, except years and the numbers of its columns; two parts may well begin with the same row of figures. */
function mayBeHead(row: readonly GridCell[]): boolean {
  const figures = rowTexts(row).texts.filter(isFigure);
  const numbers = figures.map(Number);
  return figures.every(
    (text, i) => /^(?:19|20)\d\d$/u.test(text) || (/^\d{1,2}$/u.test(text) && (i === 0 || numbers[i] === numbers[i - 1]! + 1)),
  );
}

/** So many cells that say something make a row in the midst of a table one that cannot be alike by chance. */
const LEAST_HEAD_CELLS = 3;

/** The number of first rows below that repeat the table's first rows, or those of a block within it (forms hold several under one another). */
function repeatedHead(a: Grid, b: Grid): number {
  const rowsOfA = cellsByRow(a);
  const rowsOfB = cellsByRow(b);
  const from = rowsOfA.findIndex((row, at) => sameRow(row, rowsOfB[0]!) && (at === 0 || isTelling(row)));
  if (from < 0) return 0;
  let head = 0;
  const most = Math.min(MOST_HEAD, a.rowCount - from, b.rowCount - 1);
  while (head < most && mayBeHead(rowsOfB[head]!) && sameRow(rowsOfA[from + head]!, rowsOfB[head]!)) head++;
  // A head whose merged cells reach below it is no whole head.
  while (head > 0 && rowsOfB.slice(0, head).some((row, i) => row.some((cell) => i + cell.rowSpan > head))) head--;
  return head;
}

/** Words in several cells and no figure at all: a row of names and figures may well come twice. */
function isTelling(row: readonly GridCell[]): boolean {
  const texts = rowTexts(row).texts.filter((text) => text.trim() !== "");
  return texts.length >= LEAST_HEAD_CELLS && texts.every((text) => !/\d/u.test(text));
}

function sameRow(a: readonly GridCell[], b: readonly GridCell[]): boolean {
  const { joined } = rowTexts(b);
  return a.length === b.length && rowTexts(a).joined === joined && joined.trim() !== "";
}
