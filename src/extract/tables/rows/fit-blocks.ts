import { isFigure } from "../../is-figure.js";
import { lineText } from "../text-lines.js";
import { type Alignment, APART, type LevelRow, levelRows, SAME } from "./level-rows.js";
import { type MergedSpans, mergedSpans, type RowSpan } from "./merged-spans.js";
import { edgesAbove, edgesOf } from "./row-edges.js";
import { lineMiddle, type TextBlock } from "./text-blocks.js";

/** The rows between two rulings that are not parted by rulings themselves. */
export interface BandRows {
  /** The y between rows. */
  readonly cuts: readonly number[];
  /** For columns of merged cells, the rows that each covers; undefined for columns with a cell a row. */
  readonly spans: readonly (readonly RowSpan[] | undefined)[];
}

export interface Fit extends BandRows {
  /** What speaks against them. */
  readonly cost: number;
}

interface Aligned extends Fit {
  /** Whether the cells of a row are out of line, as where the page cut it. */
  readonly isCutOff: boolean;
}

/** How far a line's characters reach above and below their middle, in glyph heights. */
const HALF = 0.4;
/** What speaks against each row. */
export const ROW_COST = 0.3;
/** What speaks against one besides: its empty cells if nothing else were in it, and that its cells are out of line since the page cut it; and against merged cells that stand otherwise than the rows. */
const COST = { empty: 3, cutOff: 1, hung: 0.5 };

/** Costs that differ by less are the same. */
const SAME_COST = 0.01;

/** Columns of merged cells that a table has at most before those that tell its rows, and how many these are at least. */
const MOST_MERGED = 3;
const LEAST_OWN = 2;

/** The rows that the texts make, with the leading columns taken for merged cells with which they are cheapest. */
export function fitBlocks(blocks: readonly (readonly TextBlock[])[], sides: readonly [number, number], size: number): Fit | undefined {
  let best: Fit | undefined;
  const most = mostMerged(blocks);
  for (let merged = 0; merged <= most; merged++) {
    const fit = fitAligned(blocks, merged, sides, size);
    if (fit && (!best || fit.cost < best.cost - SAME_COST)) best = fit;
  }
  return best;
}

/**
 * The rows whose texts share their middle; or their top, where those are none, or one of them is out of line and these are not. Merged cells stand as their rows
 * do, or at the top of these.
 */
function fitAligned(
  blocks: readonly (readonly TextBlock[])[],
  merged: number,
  sides: readonly [number, number],
  size: number,
): Aligned | undefined {
  const level = fitMerged(blocks, { merged, alignment: "middle", levels: "middle", sides, size });
  const hung = merged > 0 ? fitMerged(blocks, { merged, alignment: "middle", levels: "top", sides, size }) : undefined;
  const middle = level && !(hung && hung.cost < level.cost) ? level : hung;
  if (middle && !middle.isCutOff) return middle;
  const top = fitMerged(blocks, { merged, alignment: "top", levels: "top", sides, size });
  return middle && !(top && top.cost < middle.cost) ? middle : top;
}

/** How many leading columns may hold merged cells: names of levels, behind a label of all rows and a number of each perhaps, and no figures. */
export function mostMerged(blocks: readonly (readonly TextBlock[])[]): number {
  const areFigures = blocks.map(figuresIn);
  const first = blocks.slice(0, 2).findIndex(areNumbers) + 1;
  const end = areFigures.findIndex((figures, column) => column >= first && figures > 0);
  return Math.max(0, Math.min(first + MOST_MERGED, blocks.length - LEAST_OWN, end < 0 ? blocks.length : end));
}

function figuresIn(blocks: readonly TextBlock[]): number {
  return blocks.filter(({ lines }) => lines.every((line) => isFigure(lineText(line)))).length;
}

/** Whether the texts of a column are numbers of the rows. */
function areNumbers(blocks: readonly TextBlock[]): boolean {
  return figuresIn(blocks) > blocks.length / 2;
}

/** What is taken to hold for all rows. */
interface Setting {
  /** Leading columns of merged cells. */
  readonly merged: number;
  /** How the texts of a row stand to each other, and those of merged cells in their rows. */
  readonly alignment: Alignment;
  readonly levels: Alignment;
  /** Upper and lower end of the band. */
  readonly sides: readonly [number, number];
  readonly size: number;
}

function fitMerged(blocks: readonly (readonly TextBlock[])[], { merged, alignment, levels, sides, size }: Setting): Aligned | undefined {
  const rows = levelRows(blocks.slice(merged).flat(), alignment, size);
  if (!rows) return undefined;
  const filled = rows.map(({ blocks: own }) => own.length);
  const isHung = levels !== alignment;
  let cost = isHung ? COST.hung : 0;
  const { edges, toLine } = alignment === "top" ? edgesAbove(rows, sides, size) : edgesOf(rows, sides, size);
  const fullness = rows.map(({ blocks: own }) => own.length / (blocks.length - merged));
  const spans: (readonly RowSpan[] | undefined)[] = blocks.map(() => undefined);
  let barred: ReadonlySet<number> = new Set();
  /** For each edge the lowest line of the texts above it that end there, and the highest of those below that begin there. */
  const ends = edges.map((_, i) => ({ above: rows[i - 1]?.bottom ?? edges[0]!, below: rows[i]?.top ?? edges.at(-1)! }));
  for (let column = 0; column < merged; column++) {
    if (blocks[column]!.length === 0) continue;
    const own = blocks[column]!;
    const found =
      levels === "top" ? spansFromTop(own, rows, { isHung, barred, size }) : mergedSpans(own, { edges, toLine, fullness }, size, barred);
    if (!found) return undefined;
    if (isHung && (areInRows(own, found.covered, rows, size) || (column === merged - 1 && !hang(own, found.covered, rows, size))))
      return undefined;
    spans[column] = found.spans;
    cost += found.cost;
    for (const [i, { from, to }] of found.covered.entries()) {
      for (let row = from; row < to; row++) filled[row]!++;
      ends[from]!.below = Math.min(ends[from]!.below, own[i]!.first);
      ends[to]!.above = Math.max(ends[to]!.above, own[i]!.last);
    }
    // A level below another is divided where that is; a number of the row says nothing about the levels.
    if (!areNumbers(own)) barred = new Set(found.covered.map(({ from }) => from));
  }
  for (const [i, { isCutOff }] of rows.entries()) {
    const empty = 1 - filled[i]! / blocks.length;
    cost += ROW_COST + COST.empty * empty * empty + (isCutOff ? COST.cutOff : 0);
  }
  const cuts = edges.map((edge, i) => between(edge, ends[i]!, HALF * size)).slice(1, -1);
  return { cuts, spans, cost, isCutOff: rows.some((row) => row.isCutOff) };
}

/** The edge, moved as far as it must be to stand `clear` of the middles of lines above and below it. */
function between(edge: number, { above, below }: { readonly above: number; readonly below: number }, clear: number): number {
  if (below - above < 2 * clear) return (above + below) / 2;
  return Math.min(Math.max(edge, above + clear), below - clear);
}

/**
 * Merged cells whose texts stand at the top of them: beside the first lines of their first rows or, where these have theirs in the middle, above them. `barred`:
 * edges at which one must begin.
 */
function spansFromTop(
  blocks: readonly TextBlock[],
  rows: readonly LevelRow[],
  { isHung, barred, size }: { readonly isHung: boolean; readonly barred: ReadonlySet<number>; readonly size: number },
): MergedSpans | undefined {
  const starts = blocks.map(({ first }) => rows.findIndex(({ top }) => first <= top + SAME * size));
  const isAtTop = ({ first }: TextBlock, start: number): boolean =>
    isHung ? start === 0 || first - (rows[start - 1]?.bottom ?? first) >= APART * size : rows[start]!.top - first <= SAME * size;
  if (starts[0] !== 0 || starts.some((start, i) => i > 0 && start <= starts[i - 1]!)) return undefined;
  if (!blocks.every((block, i) => isAtTop(block, starts[i]!))) return undefined;
  if (isHung && [...barred].some((start) => !starts.includes(start))) return undefined;
  const spans = starts.map((from, i) => ({ from, to: starts[i + 1] ?? rows.length }));
  return { spans, covered: spans, cost: 0 };
}

/** Whether one of the texts does not stand in the middle of the row that it begins with: a merged cell's, and no cell of the row alone. */
function hang(blocks: readonly TextBlock[], spans: readonly RowSpan[], rows: readonly LevelRow[], size: number): boolean {
  return blocks.some(({ first, last }, i) => !isLevel((first + last) / 2, rows[spans[i]!.from]!, size));
}

/** Whether most lines behind the first ones of texts stand each in the middle of a further row: they are texts of these rows. */
function areInRows(blocks: readonly TextBlock[], spans: readonly RowSpan[], rows: readonly LevelRow[], size: number): boolean {
  const others = blocks.flatMap(({ lines }, i) =>
    lines.slice(1).map((line) => rows.slice(spans[i]!.from + 1, spans[i]!.to).some((row) => isLevel(lineMiddle(line), row, size))),
  );
  return 2 * others.filter((isInRow) => isInRow).length > others.length;
}

function isLevel(middle: number, { top, bottom }: LevelRow, size: number): boolean {
  return Math.abs(middle - (top + bottom) / 2) <= SAME * size;
}
