import { firstUnit } from "../first-unit.js";
import { intervalOf } from "../interval-of.js";
import { lineText, type TextLine } from "../text-lines.js";

/** A cell that covers rows `from` to `to` (exclusive). */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/** Lines of one column that stand together: from the first line's top to the last one's foot. */
interface Chunk {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Which rows the merged cells of a column cover, when no ruling says so: each text stands in the middle of its rows, or at the top of them.
 * `edges`: the rows' upper edges and the last one's lower. Undefined where the texts fit neither.
 */
export function spanRows(lines: readonly TextLine[], edges: readonly number[], leading: number): RowSpan[] | undefined {
  const chunks = chunksOf(lines, leading);
  const size = lines[0]?.size ?? 10;
  // Rows that belong to no merged cell come last: a total, a note.
  for (let rest = 0; rest <= MOST_REST; rest++) {
    const spans = inTheMiddle(chunks, edges.slice(0, edges.length - rest), size);
    if (spans)
      return [...spans, ...Array.from({ length: rest }, (_, i) => ({ from: edges.length - 1 - rest + i, to: edges.length - rest + i }))];
  }
  return atTheTop(chunks, edges, size);
}

/** Rows below the merged cells, at most. */
const MOST_REST = 2;
/** How far below its row's edge a text stands that stands at the top of it, in glyph heights. */
const AT_TOP = 1.5;

/** How much farther apart than the usual leading, in glyph heights, lines of one text may stand. */
const LOOSE = { share: 1.3, more: 0.1 };

/** The leading at which lines that stand `gap` apart, in glyph heights, are just of one text. */
export function leadingAt(gap: number): number {
  return (gap - LOOSE.more) / LOOSE.share;
}

/** The leading at which lines that stand `gap` apart are surely no longer of one text. */
export function leadingBelow(gap: number): number {
  return leadingAt(0.9 * gap);
}

/** From so much more than the usual leading on, a line that ends before its column does ends its text. */
const SET_OFF = { share: 1.15, more: 0.05 };

/** The texts of a column, by how far apart its lines stand and whether they end for themselves. */
export function chunksOf(lines: readonly TextLine[], leading: number): Chunk[] {
  const chunks: { top: number; bottom: number }[] = [];
  const width = Math.max(0, ...lines.map(({ box }) => box[2] - box[0]));
  for (const [i, line] of lines.entries()) {
    const chunk = chunks.at(-1);
    const before = lines[i - 1];
    const gap = before === undefined ? Number.POSITIVE_INFINITY : (line.baseline - before.baseline) / line.size;
    const isShort =
      before !== undefined && before.box[2] - before.box[0] + firstUnit(lineText(line)) * line.size <= width + 0.1 * line.size;
    const { share, more } = isShort ? SET_OFF : LOOSE;
    if (chunk && gap <= leading * share + more) chunk.bottom = line.baseline;
    else chunks.push({ top: line.baseline - 0.76 * line.size, bottom: line.baseline });
  }
  return chunks;
}

function inTheMiddle(chunks: readonly Chunk[], edges: readonly number[], size: number): RowSpan[] | undefined {
  const spans: RowSpan[] = [];
  let from = 0;
  for (const [i, chunk] of chunks.entries()) {
    const middle = (chunk.top + chunk.bottom) / 2;
    let best = -1;
    let least = 0.75 * size;
    for (let to = from + 1; to < edges.length - (chunks.length - 1 - i); to++) {
      const off = Math.abs((edges[from]! + edges[to]!) / 2 - middle);
      if (off < least) {
        least = off;
        best = to;
      }
    }
    if (best < 0) return undefined;
    spans.push({ from, to: best });
    from = best;
  }
  return from === edges.length - 1 ? spans : undefined;
}

function atTheTop(chunks: readonly Chunk[], edges: readonly number[], size: number): RowSpan[] | undefined {
  const starts = chunks.map((chunk) => intervalOf(edges, chunk.top + 1));
  if (chunks.some((chunk, i) => chunk.top > edges[starts[i]!]! + AT_TOP * size)) return undefined;
  if (starts[0] !== 0 || starts.some((start, i) => i > 0 && start <= starts[i - 1]!)) return undefined;
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? edges.length - 1 }));
}
