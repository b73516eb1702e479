import { firstUnit } from "./first-unit.js";
import { lineText, type TextLine } from "./text-lines.js";

/** How the cells of a row stand to each other. */
type Alignment = "top" | "middle" | "bottom";

/** A line of one cell: its column, and where it stands. */
interface CellLine {
  readonly column: number;
  readonly line: TextLine;
  readonly middle: number;
  readonly text: string;
}

/** What speaks against taking lines for one row, weighed against each other. */
const COST = {
  /** Each row. */
  row: 0.3,
  /** A cell whose lines stand farther apart than wrapped lines do. */
  apart: 3,
  /** A cell whose line ends where the next one's first word would have fitted. */
  unwrapped: 1.5,
  /** A figure under a figure. */
  figures: 1,
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
export const FIGURE = /^[≥≤=<>＞＜]?[-+]?\d[\d,]*(?:\.\d+)?%?$/u;

/**
 * Where rows end among the lines of several columns, when no ruling says so: the y between rows, from the top. A search for the cheapest way
 * to cut: a row's cells share their top, middle or bottom, wrapped lines stand close and fill their column, and rows are not mostly empty.
 *
 * @param leading distance of wrapped lines' baselines, in glyph heights
 */
export function cutRows(columns: readonly (readonly TextLine[])[], leading = wrapLeading(columns)): number[] {
  const lines = columns
    .flatMap((column, index) =>
      column.map((line): CellLine => ({ column: index, line, middle: line.baseline - 0.38 * line.size, text: lineText(line) })),
    )
    .sort((a, b) => a.middle - b.middle);
  if (lines.length < 2) return [];
  const widths = columns.map((column) => Math.max(0, ...column.map((line) => line.box[2] - line.box[0])));
  const even = standEvenly(lines);
  const best = (["middle", "top", "bottom"] as const)
    .map((alignment) => search(lines, { widths, leading, even, alignment }))
    .reduce((a, b) => (b.cost < a.cost - 0.01 ? b : a));
  return best.cuts.map((at) => (bottomOf(lines, at) + topOf(lines, at)) / 2);
}

interface Setting {
  /** The widest line of each column. */
  readonly widths: readonly number[];
  /** Distance of wrapped lines' baselines, in glyph heights. */
  readonly leading: number;
  /** Nothing in the distances of lines says where a row ends. */
  readonly even: boolean;
  readonly alignment: Alignment;
}

function search(lines: readonly CellLine[], setting: Setting): { cost: number; cuts: number[] } {
  const cost = new Float64Array(lines.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(lines.length + 1);
  cost[0] = 0;
  for (let end = 1; end <= lines.length; end++) {
    if (end < lines.length && lines[end]!.middle - lines[end - 1]!.middle < 0.2 * lines[end]!.line.size) continue;
    for (let start = end - 1; start >= 0 && end - start <= MOST_LINES; start--) {
      if (cost[start] === Number.POSITIVE_INFINITY) continue;
      const isCutOff = start === 0 || end === lines.length;
      const row = isCutOff ? endRowCost(lines, start, end, setting) : rowCost(lines, start, end, setting);
      if (row > COST.hopeless) break;
      const total = cost[start]! + row;
      if (total < cost[end]!) {
        cost[end] = total;
        from[end] = start;
      }
    }
  }
  const cuts: number[] = [];
  for (let at = from[lines.length]!; at > 0; at = from[at]!) cuts.unshift(at);
  return { cost: cost[lines.length]!, cuts };
}

/** The first row, or the last, may be what a page break left of it: its cells then share whatever side is left to them. */
function endRowCost(lines: readonly CellLine[], start: number, end: number, setting: Setting): number {
  const others = (["top", "bottom"] as const).filter((alignment) => alignment !== setting.alignment);
  const cut = others.map((alignment) => COST.cutOff + rowCost(lines, start, end, { ...setting, alignment }));
  return Math.min(rowCost(lines, start, end, setting), ...cut);
}

function rowCost(lines: readonly CellLine[], start: number, end: number, { widths, leading, even, alignment }: Setting): number {
  const cells: (CellLine[] | undefined)[] = [];
  for (let i = start; i < end; i++) {
    const line = lines[i]!;
    const cell = cells[line.column];
    if (cell) cell.push(line);
    else cells[line.column] = [line];
  }
  let cost = COST.row;
  let filled = 0;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  cells.forEach((cell, column) => {
    if (!cell) return;
    filled++;
    top = Math.min(top, cell[0]!.middle);
    bottom = Math.max(bottom, cell.at(-1)!.middle);
    for (let i = 1; i < cell.length; i++) cost += breakCost(cell[i - 1]!, cell[i]!, widths[column]!, leading);
  });
  if (even && filled === widths.length) cost += COST.inStep * (Math.min(...cells.map((cell) => cell!.length)) - 1);
  const anchor = alignment === "top" ? top : alignment === "bottom" ? bottom : (top + bottom) / 2;
  for (const cell of cells) {
    if (!cell) continue;
    const first = cell[0]!.middle;
    const last = cell.at(-1)!.middle;
    const own = alignment === "top" ? first : alignment === "bottom" ? last : (first + last) / 2;
    cost += COST.askew * Math.min(1, Math.max(0, Math.abs(own - anchor) / cell[0]!.line.size - 0.1) * 1.6);
  }
  const empty = 1 - filled / widths.length;
  return cost + COST.empty * empty * empty;
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
  let cost = 0;
  if (gap > leading * 1.3 + 0.1) cost += COST.apart;
  const used = before.line.box[2] - before.line.box[0];
  if (used + firstUnit(next.text) * size < width - 0.3 * size) cost += COST.unwrapped;
  if (FIGURE.test(before.text) && FIGURE.test(next.text)) cost += COST.figures;
  return cost;
}

/** The closest that lines of one column usually stand, in glyph heights; never so far as rows of single lines do. */
export function wrapLeading(columns: readonly (readonly TextLine[])[]): number {
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
