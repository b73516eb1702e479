import { cellText } from "./cell-text.js";
import { cellsByRow } from "./cells-by-row.js";
import type { Grid, GridCell } from "./grid.js";

/** Two tables on both sides of a page break. */
export interface Seam {
  /** The part on the page before. */
  readonly above: Grid;
  readonly below: Grid;
  /** The table that `above` is the last part of: its first rows are the head that may be repeated. */
  readonly whole: Grid;
  /** Lines of text after `above` on its page. */
  readonly notesBetween: number;
  /** Height that is left on the page after `above`, points. */
  readonly room: number;
}

/** Column edges count as equal within this, points. */
const SAME_EDGE = 5;
/** More repeated head rows than this are no head. */
const MOST_HEAD = 4;

/** Whether the table goes on below the break: the number of repeated head rows to drop, or undefined when these are two tables. */
export function continues({ above, below, whole, notesBetween, room }: Seam): number | undefined {
  if (!haveSameColumns(whole, below)) return undefined;
  const head = repeatedHead(whole, below);
  const isOpen = above.openBottom.some(Boolean) && below.openTop.some(Boolean);
  if (head > 0 || isOpen) return head;
  if (notesBetween > 0 || startsAnew(whole, below)) return undefined;
  const firstRow = below.cells
    .filter((cell) => cell.row === 0)
    .reduce((least, cell) => Math.min(least, heightOfRow(cell)), Number.POSITIVE_INFINITY);
  return room <= firstRow + 12 ? 0 : undefined;
}

/** Another form of the same kind: its first row has the same label and another value (项目名称 …). */
function startsAnew(whole: Grid, below: Grid): boolean {
  const [first, again] = [cellsByRow(whole)[0]!, cellsByRow(below)[0]!];
  const isFormRow = first.length < whole.columnCount && again.length === first.length;
  return isFormRow && textOf(first[0]!) !== "" && textOf(first[0]!) === textOf(again[0]!) && !sameRow(first, again);
}

function heightOfRow(cell: GridCell): number {
  const [, y0, , y1] = cell.parts[0]!.box;
  return (y1 - y0) / cell.rowSpan;
}

/** Equal outer edges (the page's margins may be mirrored), and the inner edges of one among those of the other. */
function haveSameColumns(a: Grid, b: Grid): boolean {
  const shift = b.columns[0]! - a.columns[0]!;
  const right = b.columns.at(-1)! - shift - a.columns.at(-1)!;
  if (Math.abs(right) > SAME_EDGE) return false;
  const within = (inner: readonly number[], outer: readonly number[], by: number): boolean =>
    inner.every((edge) => outer.some((other) => Math.abs(edge + by - other) <= SAME_EDGE));
  return within(b.columns, a.columns, -shift) || within(a.columns, b.columns, shift);
}

/** A cell that holds a figure and nothing else. */
const FIGURE = /^[-+≥≤]?\d[\d,]*(?:\.\d+)?%?$/u;

/** A head has no figures, except years and the numbers of its columns; two parts may well begin with the same row of figures. */
function mayBeHead(row: readonly GridCell[]): boolean {
  const figures = row.map(textOf).filter((text) => FIGURE.test(text));
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
  const texts = row.map(textOf).filter((text) => text.trim() !== "");
  return texts.length >= LEAST_HEAD_CELLS && texts.every((text) => !/\d/u.test(text));
}

function sameRow(a: readonly GridCell[], b: readonly GridCell[]): boolean {
  const texts = (row: readonly GridCell[]): string => row.map(textOf).join("\t");
  const text = texts(b);
  return text.trim() !== "" && a.length === b.length && texts(a) === text;
}

function textOf({ parts }: GridCell): string {
  return cellText(
    parts.flatMap((part) => part.words),
    0,
  );
}
