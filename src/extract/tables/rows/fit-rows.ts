import { isFigure } from "../../is-figure.js";
import { lineText, type TextLine } from "../text-lines.js";
import { type MergedSpans, mergedSpans, type RowSpan } from "./merged-spans.js";
import { lineMiddle, type TextBlock, textBlocks, wrapCost } from "./text-blocks.js";

/** The rows between two rulings that are not parted by rulings themselves. */
export interface BandRows {
  /** The y between rows. */
  readonly cuts: readonly number[];
  /** For columns of merged cells, the rows that each covers; undefined for columns with a cell a row. */
  readonly spans: readonly (readonly RowSpan[] | undefined)[];
}

/** How the cells of a row stand to each other: what of their texts is at one height. */
const ALIGNMENTS = {
  middle: ({ first, last }: TextBlock): number => (first + last) / 2,
  top: ({ first }: TextBlock): number => first,
} as const;

/** How exactly texts of one row stand at one height, in glyph heights. */
const SAME = 0.25;
/** Lines of two rows do not stand nearer than this, in glyph heights. */
const APART = 0.7;
/** How far a line's characters reach above and below their middle, in glyph heights. */
const HALF = 0.4;
/** Distances of lines that differ by less than this, in glyph heights, are one. */
const STEP = 0.02;
/** Lines farther apart than this, in glyph heights, are never of one text. */
const FARTHEST = 2.4;
/** Lines that may begin a text although they stand as near as the rest of one; of more of them the distances tell nothing. */
const MOST_UNWRAPPED = 12;
/** What speaks against each row. */
export const ROW_COST = 0.3;
/**
 * What speaks against one besides: its empty cells if nothing else were in it, and that its cells are out of line since the page cut it; and against each line
 * that opens a text although it stands as near as the rest of one.
 */
const COST = { empty: 3, cutOff: 1, opening: 0.6 };

/** Costs that differ by less are the same. */
const SAME_COST = 0.01;

/** Texts that stand at one height. */
interface Row {
  readonly blocks: readonly TextBlock[];
  readonly top: number;
  readonly bottom: number;
  readonly isCutOff: boolean;
}

export interface Fit extends BandRows {
  /** What speaks against them. */
  readonly cost: number;
}

interface Aligned extends Fit {
  /** Whether the cells of a row are out of line, as where the page cut it. */
  readonly isCutOff: boolean;
}

/**
 * The rows of a band whose lines tell them exactly: there is a distance up to which lines are of one text, at which all the texts of a row stand in the middle of
 * it (or at its top), no two rows overlap, and the texts of leading columns stand in the middle of runs of rows, as merged cells do. Undefined where none is.
 */
export function fitRows(columns: readonly (readonly TextLine[])[], top: number, bottom: number): Fit | undefined {
  if (columns.length === 0) return undefined;
  const size = medianSize(columns);
  const widths = columns.map((lines) => Math.max(0, ...lines.map(({ box }) => box[2] - box[0])));
  let best: Fit | undefined;
  for (const reach of reaches(columns, size)) {
    /** The rows of the texts that are told apart by that distance, and by the lines that open one; undefined where they are none or known better ones. */
    const better = (openings: ReadonlySet<TextLine>): Fit | undefined => {
      const blocks = textBlocks(columns, reach, openings);
      const unlikely = blocks.flat().reduce((sum, block) => sum + unlikelihood(block, widths), 0);
      if (best && unlikely >= best.cost) return undefined;
      const fit = fitBlocks(blocks, [top, bottom], size);
      const dear = unlikely + COST.opening * openings.size;
      return fit && (!best || fit.cost + dear < best.cost) ? { ...fit, cost: fit.cost + dear } : undefined;
    };
    let openings: ReadonlySet<TextLine> = new Set();
    best = better(openings) ?? best;
    const unwrapped = textBlocks(columns, reach).flatMap((blocks) => blocks.flatMap((block) => unlikelyLines(block, widths)));
    for (let isBetter = unwrapped.length <= MOST_UNWRAPPED; isBetter; ) {
      isBetter = false;
      const known = openings;
      for (const line of unwrapped) {
        const more = new Set([...known, line]);
        const fit = better(more);
        if (fit) [best, openings, isBetter] = [fit, more, true];
      }
    }
  }
  return best;
}

function medianSize(columns: readonly (readonly TextLine[])[]): number {
  const sizes = columns.flatMap((lines) => lines.map(({ size }) => size)).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 10;
}

/** The distances up to which lines may be of one text, each between two kinds of distances that occur. */
function reaches(columns: readonly (readonly TextLine[])[], size: number): number[] {
  const gaps = columns
    .flatMap((lines) => lines.slice(1).map((line, i) => lineMiddle(line) - lineMiddle(lines[i]!)))
    .filter((gap) => gap <= FARTHEST * size)
    .sort((a, b) => a - b);
  const found = [0];
  for (const [i, gap] of gaps.entries()) {
    const next = gaps[i + 1] ?? gap + 2 * STEP * size;
    if (next - gap > STEP * size) found.push((gap + next) / 2);
  }
  return found;
}

/** The lines that are hardly the wrapped rest of those before them. */
function unlikelyLines({ lines, column }: TextBlock, widths: readonly number[]): TextLine[] {
  return lines.slice(1).filter((line, i) => wrapCost(lines[i]!, line, widths[column]!) > 0);
}

function unlikelihood({ lines, column }: TextBlock, widths: readonly number[]): number {
  return lines.slice(1).reduce((sum, line, i) => sum + wrapCost(lines[i]!, line, widths[column]!), 0);
}

/** Columns of merged cells that a table has at most before those that tell its rows, and how many these are at least. */
const MOST_MERGED = 3;
const LEAST_OWN = 2;

/** The rows that the texts make, with the leading columns taken for merged cells with which they are cheapest. */
function fitBlocks(blocks: readonly (readonly TextBlock[])[], sides: readonly [number, number], size: number): Fit | undefined {
  let best: Fit | undefined;
  const most = mostMerged(blocks);
  for (let merged = 0; merged <= most; merged++) {
    const fit = fitAligned(blocks, merged, sides, size);
    if (fit && (!best || fit.cost < best.cost - SAME_COST)) best = fit;
  }
  return best;
}

/** The rows whose texts share their middle; or their top, where those are none, or one of them is out of line and these are not. */
function fitAligned(
  blocks: readonly (readonly TextBlock[])[],
  merged: number,
  sides: readonly [number, number],
  size: number,
): Aligned | undefined {
  const middle = fitMerged(blocks, { merged, alignment: "middle", sides, size });
  if (middle && !middle.isCutOff) return middle;
  const top = fitMerged(blocks, { merged, alignment: "top", sides, size });
  return middle && !(top && top.cost < middle.cost) ? middle : top;
}

/** How many leading columns may hold merged cells: names of levels, behind a label of all rows and a number of each perhaps, and no figures. */
export function mostMerged(blocks: readonly (readonly TextBlock[])[]): number {
  const areFigures = blocks.map((own) => own.filter(({ lines }) => lines.every((line) => isFigure(lineText(line)))).length);
  const first = blocks.slice(0, 2).findIndex(({ length }, column) => areFigures[column]! > length / 2) + 1;
  const end = areFigures.findIndex((figures, column) => column >= first && figures > 0);
  return Math.max(0, Math.min(first + MOST_MERGED, blocks.length - LEAST_OWN, end < 0 ? blocks.length : end));
}

/** Rows of texts at one height each; undefined where there are none, and where others than the first and the last overlap. */
function rowsOf(blocks: readonly TextBlock[], alignment: keyof typeof ALIGNMENTS, size: number): Row[] | undefined {
  const at = ALIGNMENTS[alignment];
  const sorted = [...blocks].sort((a, b) => at(a) - at(b));
  const rows: Row[] = [];
  let sum = 0;
  for (const block of sorted) {
    const row = rows.at(-1);
    if (row && at(block) - sum / row.blocks.length <= SAME * size) {
      rows[rows.length - 1] = joined(row, [block], false);
      sum += at(block);
    } else {
      rows.push({ blocks: [block], top: block.first, bottom: block.last, isCutOff: false });
      sum = at(block);
    }
  }
  for (const isFirst of [true, false]) {
    const [end, next] = isFirst ? [rows[0], rows[1]] : [rows.at(-1), rows.at(-2)];
    if (!end || !next || !overlap(isFirst ? end : next, isFirst ? next : end, size)) continue;
    rows.splice(isFirst ? 0 : rows.length - 2, 2, joined(end, next.blocks, true));
  }
  return rows.length === 0 || rows.some((row, i) => hasTwice(row) || (i > 0 && overlap(rows[i - 1]!, row, size))) ? undefined : rows;
}

function joined(row: Row, blocks: readonly TextBlock[], isCutOff: boolean): Row {
  return {
    blocks: [...row.blocks, ...blocks],
    top: Math.min(row.top, ...blocks.map(({ first }) => first)),
    bottom: Math.max(row.bottom, ...blocks.map(({ last }) => last)),
    isCutOff: row.isCutOff || isCutOff,
  };
}

function hasTwice({ blocks }: Row): boolean {
  return new Set(blocks.map(({ column }) => column)).size < blocks.length;
}

function overlap(above: Row, below: Row, size: number): boolean {
  return below.top - above.bottom < APART * size;
}

/** What is taken to hold for all rows. */
interface Setting {
  /** Leading columns of merged cells. */
  readonly merged: number;
  readonly alignment: keyof typeof ALIGNMENTS;
  /** Upper and lower end of the band. */
  readonly sides: readonly [number, number];
  readonly size: number;
}

function fitMerged(blocks: readonly (readonly TextBlock[])[], { merged, alignment, sides, size }: Setting): Aligned | undefined {
  const rows = rowsOf(blocks.slice(merged).flat(), alignment, size);
  if (!rows) return undefined;
  const filled = rows.map(({ blocks: own }) => own.length);
  let cost = 0;
  const { edges, toLine } = alignment === "top" ? edgesAbove(rows, sides, size) : edgesOf(rows, sides, size);
  const fullness = rows.map(({ blocks: own }) => own.length / (blocks.length - merged));
  const spans: (readonly RowSpan[] | undefined)[] = blocks.map(() => undefined);
  let barred: ReadonlySet<number> = new Set();
  /** For each edge the lowest line of the texts above it that end there, and the highest of those below that begin there. */
  const ends = edges.map((_, i) => ({ above: rows[i - 1]?.bottom ?? edges[0]!, below: rows[i]?.top ?? edges.at(-1)! }));
  for (let column = 0; column < merged; column++) {
    if (blocks[column]!.length === 0) continue;
    const own = blocks[column]!;
    const found = alignment === "top" ? spansFromTop(own, rows, size) : mergedSpans(own, { edges, toLine, fullness }, size, barred);
    if (!found) return undefined;
    spans[column] = found.spans;
    cost += found.cost;
    for (const [i, { from, to }] of found.covered.entries()) {
      for (let row = from; row < to; row++) filled[row]!++;
      ends[from]!.below = Math.min(ends[from]!.below, own[i]!.first);
      ends[to]!.above = Math.max(ends[to]!.above, own[i]!.last);
    }
    // A level below another is divided where that is; a number of the row says nothing about the levels.
    if (found.covered.some(({ from, to }) => to > from + 1)) barred = new Set(found.covered.map(({ from }) => from));
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

/** Merged cells whose texts stand at the top of them. */
function spansFromTop(blocks: readonly TextBlock[], rows: readonly Row[], size: number): MergedSpans | undefined {
  const starts = blocks.map(({ first }) => rows.findIndex(({ top }) => Math.abs(top - first) <= SAME * size));
  if (starts[0] !== 0 || starts.some((start, i) => i > 0 && start <= starts[i - 1]!)) return undefined;
  const spans = starts.map((from, i) => ({ from, to: starts[i + 1] ?? rows.length }));
  return { spans, covered: spans, cost: 0 };
}

/** The edges of rows whose texts all stand at the top of them: as far above each row's first line as the next row is from the lowest text at least, by half. */
function edgesAbove(rows: readonly Row[], [top, bottom]: readonly [number, number], size: number): { edges: number[]; toLine: number } {
  const rooms = rows.slice(1).map((row, i) => row.top - rows[i]!.bottom);
  const half = (rooms.length > 0 ? Math.min(...rooms) : size) / 2;
  const last = Math.max(bottom, rows.at(-1)!.bottom + half);
  return { edges: [Math.min(top, rows[0]!.top - half), ...rows.slice(1).map((row) => row.top - half), last], toLine: half };
}

/**
 * The edges of rows whose cells have one padding: in the middle of the room between the tallest texts of two rows, unless a merged cell has stretched one of them,
 * so that the room is more than the padding.
 */
function edgesOf(rows: readonly Row[], [top, bottom]: readonly [number, number], size: number): { edges: number[]; toLine: number } {
  const rooms = rows.slice(1).map((row, i) => row.top - rows[i]!.bottom);
  const least = Math.min(...rooms);
  const half = (rooms.length > 0 ? least : size) / 2;
  const slacks = [false, true]
    .map((isFirst) => slacksOf(rooms, least, isFirst, size))
    .reduce((a, b) => (b.faults < a.faults ? b : a)).slacks;
  const edges = rows.slice(0, -1).map((row, i) => row.bottom + half + slacks[i]! / 2);
  const first = Math.min(top, rows[0]!.top - half - slacks[0]! / 2);
  const last = Math.max(bottom, rows.at(-1)!.bottom + half + slacks.at(-1)! / 2);
  return { edges: [first, ...edges, last], toLine: half };
}

/** How much taller each row is than its texts ask for: the room between two rows is the padding and half of what both have more. */
function slacksOf(rooms: readonly number[], least: number, isFirst: boolean, size: number): { slacks: number[]; faults: number } {
  const slacks = [isFirst && rooms.length > 0 ? 2 * (rooms[0]! - least) : 0];
  let faults = 0;
  for (const room of rooms) {
    const slack = 2 * (room - least) - slacks.at(-1)!;
    if (slack < -SAME * size) faults -= slack;
    slacks.push(slack > SAME * size ? slack : 0);
  }
  return { slacks, faults };
}
