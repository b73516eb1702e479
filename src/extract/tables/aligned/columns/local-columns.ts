import { middleX } from "../../../../core/evidence.js";
import type { Word } from "../../placed.js";
import { type TextLine, textLines } from "../../text-lines.js";
import { CELL_GAP, coveredRuns } from "./line-columns.js";

/** Lines of a table that have more columns than the rest of it, or one only: where they begin and end, and the edges that only they have. */
export interface LocalColumns {
  readonly top: number;
  readonly bottom: number;
  readonly edges: readonly number[];
  /** They are one cell from side to side. */
  readonly isWhole?: true;
}

/** What of a gap between texts must stay open through all lines, in glyph heights. */
const OPEN = 0.8;
/** Gap that no text of one cell has, in glyph heights. */
const WIDE = 3;
/** Lines with a text left of a gutter, and right of it, at least. */
const LEAST_TEXTS = 3;
/** A region of more lines is no form. */
const MOST_LINES = 600;

interface Gutter {
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of a table that are divided more finely than all of it, as forms of several blocks are: a line with gaps where the table's
 * `columns` have no edge, and its neighbours in which these gaps stay open. `levels`: the heights that part its rows.
 */
export function localColumns(words: readonly Word[], columns: readonly number[], levels: readonly number[], glyph: number): LocalColumns[] {
  const lines = textLines(words.filter((word) => !word.turned));
  if (lines.length > MOST_LINES) return [];
  const gutters = lines.map((line) => extraGutters(line, columns, glyph));
  const seeds = lines.map((_, i) => i).sort((a, b) => gutters[b]!.length - gutters[a]!.length || a - b);
  const taken = new Set<number>();
  const found: LocalColumns[] = [];
  for (const seed of seeds) {
    if (gutters[seed]!.length === 0) break;
    if (taken.has(seed)) continue;
    const { first, last, open } = isPairs(lines[seed]!, glyph)
      ? { first: seed, last: seed, open: gutters[seed]! }
      : openThrough(lines, seed, gutters[seed]!, taken, columns, glyph);
    const edges = open.map(({ from, to }) => (from + to) / 2);
    if (edges.length === 0) continue;
    for (let i = first; i <= last; i++) taken.add(i);
    found.push({ top: boundary(lines, first), bottom: boundary(lines, last + 1), edges });
  }
  return [...found, ...rowColumns(lines, taken, columns, levels, glyph)].sort((a, b) => a.top - b.top);
}

/**
 * Rows between rulings in which texts stand so far apart that no text of one cell has such a gap: each has a column of its own there, and so have the rows next to
 * it in which the gap stays open between texts, though one of them be longer.
 */
function rowColumns(
  lines: readonly TextLine[],
  taken: ReadonlySet<number>,
  columns: readonly number[],
  levels: readonly number[],
  glyph: number,
): LocalColumns[] {
  if (levels.length < 3) return [];
  const rows = levels.slice(1).map((bottom, i): readonly TextLine[] => {
    const own = lines.flatMap((line, at) => (middleOf(line) >= levels[i]! && middleOf(line) < bottom ? [at] : []));
    return own.some((at) => taken.has(at)) ? [] : own.map((at) => lines[at]!);
  });
  const found: LocalColumns[] = [];
  const isTaken = (row: number, { from, to }: Gutter): boolean =>
    found.some(({ top, bottom, edges: [edge] }) => top <= levels[row]! && bottom > levels[row]! && edge! > from && edge! < to);
  rows.forEach((row, i) => {
    for (const gutter of row.flatMap((line) => extraGutters(line, columns, glyph).filter((each) => isWide(each, line, glyph)))) {
      let open = row.reduce(without, gutter);
      if (open.to - open.from < WIDE * glyph || isTaken(i, open)) continue;
      const extend = (at: number, step: 1 | -1): number => {
        const next = rows[at + step] ?? [];
        const rest = next.reduce(without, open);
        if (rest.to - rest.from < OPEN * glyph || !haveTextsBeside(next, rest, columns)) return at;
        open = rest;
        return extend(at + step, step);
      };
      const [last, first] = [extend(i, 1), extend(i, -1)];
      found.push({ top: levels[first]!, bottom: levels[last + 1]!, edges: [(open.from + open.to) / 2] });
    }
  });
  return found;
}

/** Whether one of a row's lines has texts on both sides of the gutter within its column. */
function haveTextsBeside(row: readonly TextLine[], gutter: Gutter, columns: readonly number[]): boolean {
  return row.some((line) => {
    const { left, right } = sidesOf(line, gutter, columns);
    return left && right;
  });
}

/** Whether the gap is none within a text: labels of two characters are spaced out over their cell. */
function isWide({ from, to }: Gutter, { words }: TextLine, glyph: number): boolean {
  const longest = (side: readonly Word[]): number => Math.max(0, ...side.map(({ text }) => text.length));
  const isText = (side: readonly Word[]): boolean => longest(side) >= 2;
  return to - from >= WIDE * glyph && isText(words.filter(({ box }) => box[2] <= from)) && isText(words.filter(({ box }) => box[0] >= to));
}

function middleOf({ baseline, size }: TextLine): number {
  return baseline - 0.35 * size;
}

/** The lines around `seed` in which its gaps stay open between texts. */
function openThrough(
  lines: readonly TextLine[],
  seed: number,
  gutters: readonly Gutter[],
  taken: ReadonlySet<number>,
  columns: readonly number[],
  glyph: number,
): ReturnType<typeof grow> {
  const { first, last, open } = grow(lines, seed, gutters, taken, glyph);
  const own = lines.slice(first, last + 1);
  return { first, last, open: open.filter((gutter) => isBetweenTexts(own, gutter, columns)) };
}

/** Two characters or more, and no figure among them. */
const WORD = /^[^\d]{2,}$/u;

/** A label and what it says, and another label and what that says: two pairs of words well apart, of which a longer text beside them says nothing. */
function isPairs(line: TextLine, glyph: number): boolean {
  return coveredRuns(line.words, CELL_GAP * glyph).length === 4 && line.words.every(({ text }) => WORD.test(text));
}

/** The gaps of a line in which the table has no edge. */
function extraGutters(line: TextLine, columns: readonly number[], glyph: number): Gutter[] {
  const runs = coveredRuns(line.words, CELL_GAP * glyph);
  return runs
    .slice(1)
    .map((run, i): Gutter => ({ from: runs[i]!.to, to: run.from }))
    .filter(({ from, to }) => !columns.some((edge) => edge > from - 0.3 * glyph && edge < to + 0.3 * glyph));
}

/** The lines around `seed` through which all its gutters stay open, and what stays of these. */
function grow(
  lines: readonly TextLine[],
  seed: number,
  gutters: readonly Gutter[],
  taken: ReadonlySet<number>,
  glyph: number,
): { first: number; last: number; open: readonly Gutter[] } {
  let open = gutters;
  const extend = (from: number, step: 1 | -1): number => {
    let end = from;
    while (end + step >= 0 && end + step < lines.length && !taken.has(end + step)) {
      const rest = open.map((gutter) => without(gutter, lines[end + step]!));
      if (rest.some(({ from: left, to: right }) => right - left < OPEN * glyph)) break;
      open = rest;
      end += step;
    }
    return end;
  };
  const last = extend(seed, 1);
  return { last, first: extend(seed, -1), open };
}

/** What of the gutter the line's words leave open: the wider side of them. */
function without(gutter: Gutter, line: TextLine): Gutter {
  let { from, to } = gutter;
  for (const { box } of line.words) {
    if (box[2] <= from || box[0] >= to) continue;
    if (box[0] - from > to - box[2]) to = box[0];
    else from = box[2];
  }
  return { from, to };
}

/** Whether texts stand on both sides of the gutter within its column: several on each, and of one line on both. */
function isBetweenTexts(lines: readonly TextLine[], gutter: Gutter, columns: readonly number[]): boolean {
  const sides = lines.map((line) => sidesOf(line, gutter, columns));
  return (
    sides.filter((side) => side.left).length >= LEAST_TEXTS &&
    sides.filter((side) => side.right).length >= LEAST_TEXTS &&
    sides.some((side) => side.left && side.right)
  );
}

/** On which sides of the gutter texts of a line stand within its column. */
function sidesOf(line: TextLine, { from, to }: Gutter, columns: readonly number[]): { readonly left: boolean; readonly right: boolean } {
  const start = Math.max(...columns.filter((edge) => edge <= from));
  const end = Math.min(...columns.filter((edge) => edge >= to));
  const middle = (from + to) / 2;
  const within = line.words.map((word) => middleX(word.box)).filter((x) => x > start && x < end);
  return { left: within.some((x) => x < middle), right: within.some((x) => x > middle) };
}

/** Between the line and the one before it; infinite at the ends. */
function boundary(lines: readonly TextLine[], index: number): number {
  if (index === 0) return Number.NEGATIVE_INFINITY;
  if (index === lines.length) return Number.POSITIVE_INFINITY;
  return (lines[index - 1]!.baseline + lines[index]!.baseline - 0.76 * lines[index]!.size) / 2;
}
