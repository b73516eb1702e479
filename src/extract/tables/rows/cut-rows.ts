import type { TextLine } from "../text-lines.js";
import { lineMiddle, wrapCost } from "./text-blocks.js";

/** How the cells of a row stand to each other. */
type Alignment = "top" | "middle" | "bottom";

/** A line of one cell: its column, and where it stands. */
interface CellLine {
  readonly column: number;
  readonly line: TextLine;
  readonly middle: number;
}

/** What speaks against taking lines for one row, weighed against each other. */
const COST = {
  /** Each row. */
  row: 0.3,
  /** A cell whose lines stand farther apart than wrapped lines do. */
  apart: 3,
  /** A further line in each and every column, where all lines stand equally far apart: cells seldom wrap all alike. */
  inStep: 0.5,
  /** A cell out of line with the others of its row, at most. */
  askew: 1,
  /** A first or last row that stands otherwise than the rest. */
  cutOff: 0.5,
  /** A row of nothing but empty cells would cost this. */
  empty: 3,
  /** Beyond this nothing more is added to a row. */
  hopeless: 40,
};
/** More lines than this in one row are several. */
const MOST_LINES = 160;

/**
 * Where rows end among the lines of several columns, when no ruling says so: the y between rows, from the top. A search for the cheapest way
 * to cut: a row's cells share their top, middle or bottom, wrapped lines stand close and fill their column, and rows are not mostly empty. `cost`: what speaks
 * against it.
 */
export function cutRows(columns: readonly (readonly TextLine[])[]): { readonly cuts: readonly number[]; readonly cost: number } {
  const leading = wrapLeading(columns);
  const lines = columns
    .flatMap((column, index) => column.map((line): CellLine => ({ column: index, line, middle: lineMiddle(line) })))
    .sort((a, b) => a.middle - b.middle);
  if (lines.length < 2) return { cuts: [], cost: 0 };
  const next = nextInColumn(lines);
  const breaks = breaksOf(lines, next, columns, leading);
  const best = search(lines, { columnCount: columns.length, next, breaks, even: standEvenly(lines) }).reduce((a, b) =>
    b.cost < a.cost - 0.01 ? b : a,
  );
  return { cuts: best.cuts.map((at) => (bottomOf(lines, at) + topOf(lines, at)) / 2), cost: best.cost };
}

interface Setting {
  readonly columnCount: number;
  /** What speaks against a line being the wrapped rest of the one before it in its column. */
  readonly breaks: Float64Array;
  /** For each line the next one of its column; -1 for the last. */
  readonly next: Int32Array;
  /** Nothing in the distances of lines says where a row ends. */
  readonly even: boolean;
}

const ALIGNMENTS = ["middle", "top", "bottom"] as const satisfies readonly Alignment[];

/** The cheapest cuts for each alignment. What a row costs but for that is asked once for all. */
function search(lines: readonly CellLine[], setting: Setting): { cost: number; cuts: number[] }[] {
  const row = new Row(lines, setting);
  const found = ALIGNMENTS.map((alignment) => ({
    alignment,
    cost: new Float64Array(lines.length + 1).fill(Number.POSITIVE_INFINITY),
    from: new Int32Array(lines.length + 1),
  }));
  for (const { cost } of found) cost[0] = 0;
  for (let end = 1; end <= lines.length; end++) {
    if (end < lines.length && lines[end]!.middle - lines[end - 1]!.middle < 0.2 * lines[end]!.line.size) continue;
    let hopeful = found;
    for (let start = end - 1; start >= 0 && end - start <= MOST_LINES && hopeful.length > 0; start--) {
      if (hopeful.every(({ cost }) => cost[start] === Number.POSITIVE_INFINITY)) continue;
      row.take(start, end);
      const isCutOff = start === 0 || end === lines.length;
      for (const { alignment, cost, from } of hopeful) {
        if (cost[start] === Number.POSITIVE_INFINITY) continue;
        const own = isCutOff ? endRowCost(row, alignment) : row.cost(alignment);
        if (own > COST.hopeless) hopeful = hopeful.filter((each) => each.alignment !== alignment);
        else if (cost[start]! + own < cost[end]!) {
          cost[end] = cost[start]! + own;
          from[end] = start;
        }
      }
    }
  }
  return found.map(({ cost, from }) => {
    const cuts: number[] = [];
    for (let at = from[lines.length]!; at > 0; at = from[at]!) cuts.unshift(at);
    return { cost: cost[lines.length]!, cuts };
  });
}

/** The first row, or the last, may be what a page break left of it: its cells then share whatever side is left to them. */
function endRowCost(row: Row, own: Alignment): number {
  const others = (["top", "bottom"] as const).filter((alignment) => alignment !== own);
  return Math.min(row.cost(own), ...others.map((alignment) => COST.cutOff + row.cost(alignment)));
}

/** A run of lines taken for one row. One such is made for all that are tried, since they are many. */
class Row {
  readonly #lines: readonly CellLine[];
  readonly #setting: Setting;
  /** For each column its first line in the row, -1 where there is none, and its last. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  #top = 0;
  #bottom = 0;
  #filled = 0;
  /** What speaks against it, however its cells are aligned. */
  #base = 0;

  constructor(lines: readonly CellLine[], setting: Setting) {
    this.#lines = lines;
    this.#setting = setting;
    this.#first = new Int32Array(setting.columnCount);
    this.#last = new Int32Array(setting.columnCount);
  }

  /** Takes the lines from `start` up to `end`. */
  take(start: number, end: number): void {
    const { columnCount, breaks, next, even } = this.#setting;
    this.#first.fill(-1);
    this.#filled = 0;
    for (let i = start; i < end; i++) {
      const { column } = this.#lines[i]!;
      if (this.#first[column]! < 0) {
        this.#first[column] = i;
        this.#filled++;
      }
      this.#last[column] = i;
    }
    this.#top = this.#lines[start]!.middle;
    this.#bottom = this.#lines[end - 1]!.middle;
    let cost = COST.row;
    let fewest = Number.POSITIVE_INFINITY;
    for (let column = 0; column < columnCount; column++) {
      if (this.#first[column]! < 0) continue;
      let count = 1;
      for (let i = next[this.#first[column]!]!; i >= 0 && i < end; i = next[i]!) {
        cost += breaks[i]!;
        count++;
      }
      if (count < fewest) fewest = count;
    }
    if (even && this.#filled === columnCount) cost += COST.inStep * (fewest - 1);
    this.#base = cost;
  }

  cost(alignment: Alignment): number {
    const anchor = alignment === "top" ? this.#top : alignment === "bottom" ? this.#bottom : (this.#top + this.#bottom) / 2;
    let cost = this.#base;
    for (let column = 0; column < this.#first.length; column++) {
      if (this.#first[column]! < 0) continue;
      const { middle: first, line } = this.#lines[this.#first[column]!]!;
      const last = this.#lines[this.#last[column]!]!.middle;
      const own = alignment === "top" ? first : alignment === "bottom" ? last : (first + last) / 2;
      cost += COST.askew * Math.min(1, Math.max(0, Math.abs(own - anchor) / line.size - 0.1) * 1.6);
    }
    const empty = 1 - this.#filled / this.#first.length;
    return cost + COST.empty * empty * empty;
  }
}

/** For each line the next one of its column; -1 for the last. */
function nextInColumn(lines: readonly CellLine[]): Int32Array {
  const next = new Int32Array(lines.length).fill(-1);
  const before = new Map<number, number>();
  for (const [i, { column }] of lines.entries()) {
    const last = before.get(column);
    if (last !== undefined) next[last] = i;
    before.set(column, i);
  }
  return next;
}

/** @param leading distance of wrapped lines' baselines, in glyph heights */
function breaksOf(lines: readonly CellLine[], next: Int32Array, columns: readonly (readonly TextLine[])[], leading: number): Float64Array {
  const widths = columns.map((column) => Math.max(0, ...column.map((line) => line.box[2] - line.box[0])));
  const breaks = new Float64Array(lines.length);
  for (const [i, after] of next.entries())
    if (after >= 0) breaks[after] = breakCost(lines[i]!, lines[after]!, widths[lines[i]!.column]!, leading);
  return breaks;
}

/** Whether the lines stand on levels of equal distance, to a tenth of it. */
function standEvenly(lines: readonly CellLine[]): boolean {
  const levels = lines.flatMap(({ middle, line }, i) => (i === 0 || middle - lines[i - 1]!.middle > 0.3 * line.size ? [middle] : []));
  const steps = levels.slice(1).map((level, i) => level - levels[i]!);
  return Math.max(...steps) <= 1.1 * Math.min(...steps);
}

/** What speaks against `next` being the wrapped rest of `before` in one cell. */
function breakCost(before: CellLine, next: CellLine, width: number, leading: number): number {
  const size = Math.max(before.line.size, next.line.size);
  const gap = (next.line.baseline - before.line.baseline) / size;
  return (gap > leading * 1.3 + 0.1 ? COST.apart : 0) + wrapCost(before.line, next.line, width);
}

/** The closest that lines of one column usually stand, in glyph heights; never so far as rows of single lines do. */
function wrapLeading(columns: readonly (readonly TextLine[])[]): number {
  const gaps: number[] = [];
  for (const column of columns)
    for (let i = 1; i < column.length; i++)
      gaps.push((column[i]!.baseline - column[i - 1]!.baseline) / Math.max(column[i]!.size, column[i - 1]!.size));
  gaps.sort((a, b) => a - b);
  const close = gaps[Math.floor(gaps.length * 0.05)] ?? 1.3;
  return Math.min(Math.max(close, 1), 2);
}

function bottomOf(lines: readonly CellLine[], end: number): number {
  return Math.max(...lines.slice(Math.max(0, end - MOST_LINES), end).map((each) => each.line.baseline));
}

function topOf(lines: readonly CellLine[], start: number): number {
  return Math.min(...lines.slice(start, start + MOST_LINES).map((each) => each.line.baseline - 0.76 * each.line.size));
}
