import { displayWidth } from "../../../core/display-width.js";
import type { Atom } from "../atom.js";

/** One physical line of a cell: its width in characters (a Latin one counts half), and what the next line's first unbreakable piece takes. */
export interface CellLine {
  readonly width: number;
  readonly opening: number;
}

/** The lines of a cell of the atoms from `from` to before `to`. */
export function cellLines(atoms: readonly Atom[], from: number, to: number): CellLine[] {
  const texts: string[] = [];
  let row = -1;
  for (let i = from; i < to; i++) {
    const atom = atoms[i]!;
    if (atom.row !== row) texts.push("");
    row = atom.row;
    texts[texts.length - 1] += atom.text;
  }
  return texts.map(cellLine);
}

/** A line's text as what it takes of a cell's width. */
export function cellLine(text: string): CellLine {
  return { width: displayWidth(text.replace(CLOSING_MARK, ".")) / 2, opening: displayWidth(OPENING.exec(text)?.[0] ?? "") / 2 };
}

/** A mark at a line's end is set narrow, or hangs. */
const CLOSING_MARK = /[，、。；：）》”]$/u;
/** What cannot be parted: a run of figures or Latin letters; else one character, with the mark that must not begin a line. */
const OPENING = /^(?:[\dA-Za-z.,%≥≤=]+|.[，、。；：）》”%]?)/u;

/** How the cells of a table wrap, where an earlier reading showed it. */
export interface Wrapping {
  /** Characters a line of each column holds. */
  readonly widths: readonly (number | undefined)[];
  /** How much shorter a cell's first line may be. */
  readonly indent: number;
  /** False where hardly any cell goes over a line's end. */
  readonly broken: boolean;
}

/** So many lines of one character each are no accident of wrapping. */
const LEAST_VERTICAL = 3;

/** Until more is known, a first line may be shorter by this: indents of two characters are common. */
export const UNKNOWN_INDENT = 3;

/**
 * What a cell loses, in the measure of what cells are worth: for a line wider than its column; for each that ends early, and more for each character that it
 * had room for; for a last line wider than the others, by the character; and at most in all.
 */
const LOSS = { overfull: 2.5, early: 0.6, room: 1.2, mostEarly: 2.5, last: 0.8, mostLast: 3, most: 6 };
/** By so much lines may be wider than their column, and a last line than the others; and so exactly a line is full. In widths of an ideograph. */
const SLACK = { column: 1.2, last: 0.6, full: 0.05 };

/**
 * What a cell loses for wrapping as no column wraps: a line breaks where the next piece would not have fitted, so a line that had room for
 * it ends a cell. `width` is the column's, where it is known.
 */
export function raggedness(lines: readonly CellLine[], width?: number, indent = UNKNOWN_INDENT): number {
  if (width !== undefined && lines.some((line) => line.width > width + SLACK.column)) return LOSS.overfull;
  if (lines.length < 2 || isVertical(lines)) return 0;
  const last = lines.length - 1;
  const fullest = Math.max(...lines.slice(0, last).map((line) => line.width));
  const measure = width === undefined ? fullest : Math.max(fullest, width);
  let loss = 0;
  for (let i = 0; i < last; i++) {
    const room = measure - lines[i]!.width - lines[i + 1]!.opening - (i === 0 ? indent : 0);
    if (room > -SLACK.full) loss += Math.min(LOSS.mostEarly, LOSS.early + room * LOSS.room);
  }
  if (lines[last]!.width > measure + SLACK.last) loss += Math.min(LOSS.mostLast, (lines[last]!.width - measure) * LOSS.last);
  return Math.min(LOSS.most, loss);
}

/** 成 / 本 / 指 / 标: written from above, however wide the column is. */
function isVertical(lines: readonly CellLine[]): boolean {
  return lines.length >= LEAST_VERTICAL && lines.every(({ width }) => width === 1);
}
