import type { TextBlock } from "./text-blocks.js";

/** A cell that covers rows `from` to `to` (exclusive). */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

export interface MergedSpans {
  /** All rows, in order; those above the first text as one, those below the last each by itself. */
  readonly spans: readonly RowSpan[];
  /** Such as hold a text. */
  readonly covered: readonly RowSpan[];
  /** What speaks against them. */
  readonly cost: number;
}

/** How far the middle of a text may stand from the middle of its rows, in glyph heights. */
const OFF = 0.45;
/** How far its first and last line may reach over the edges of its rows, which other texts tell, in glyph heights. */
const OVER = 0.25;
/**
 * What speaks against a column, in the same measure: full rows below its last text (an empty one, a total, may well be), rows above the first, and a
 * text whose rows go on over an end of the page.
 */
const COST = { below: 0.5, above: 0.35, cutAtTop: 0.9, cut: 1 };

/** The rows that merged cells cover. */
export interface RowEdges {
  /** The rows' upper edges and the last one's lower. */
  readonly edges: readonly number[];
  /** How far below its edge the middle of a row's first line stands, at the top of the row. */
  readonly toLine: number;
  /** Share of each row's cells that hold text. */
  readonly fullness: readonly number[];
}

/** So far covered: up to which row, at what cost, and by which spans. */
interface Reached {
  readonly cost: number;
  readonly span: RowSpan;
  readonly before: Reached | undefined;
}

/**
 * Which rows the merged cells of a column cover, when each text stands in the middle of its rows: the division of the rows among the texts that
 * fits best. The first and the last cell may be what a page break left of one: with its text, which then may stand at its top, or without. `barred`: the
 * edges that no cell may cross. Undefined where the texts do not fit.
 */
export function mergedSpans(
  blocks: readonly TextBlock[],
  { edges, toLine, fullness }: RowEdges,
  size: number,
  barred: ReadonlySet<number>,
): MergedSpans | undefined {
  const end = edges.length - 1;
  let reached = new Map<number, Reached>();
  for (const [i, { first, last }] of blocks.entries()) {
    const next = new Map<number, Reached>();
    const starts: [number, Reached | undefined][] = i === 0 ? fullness.map((_, from) => [from, undefined]) : [...reached];
    for (const [from, before] of starts) {
      const soFar = before?.cost ?? (from > 0 ? COST.above : 0);
      for (let to = from + 1; to <= end && !(to > from + 1 && barred.has(to - 1)); to++) {
        if (first < edges[from]! - OVER * size || last > edges[to]! + OVER * size) continue;
        const off = ((first + last) / 2 - (edges[from]! + edges[to]!) / 2) / size;
        const isLast = i === blocks.length - 1 && to === end;
        const isAtTop = isLast && Math.abs(first - edges[from]! - toLine) <= OFF * size;
        const isCut = (i === 0 && from === 0 && off < 0) || (isLast && off > 0);
        if (Math.abs(off) > OFF && !isAtTop && !isCut) continue;
        const cost = soFar + (Math.abs(off) <= OFF ? off * off : isAtTop ? COST.cutAtTop : COST.cut);
        const known = next.get(to);
        if (!known || cost < known.cost) next.set(to, { cost, span: { from, to }, before });
      }
    }
    reached = next;
  }
  let best: Reached | undefined;
  for (const [at, each] of reached) {
    const cost = each.cost + fullness.slice(at).reduce((sum, share) => sum + COST.below * share, 0);
    if (!best || cost < best.cost) best = { ...each, cost };
  }
  if (!best) return undefined;
  const covered: RowSpan[] = [];
  for (let at: Reached | undefined = best; at; at = at.before) covered.unshift(at.span);
  const [start, rest] = [covered[0]!.from, covered.at(-1)!.to];
  const begun = start > 0 ? [{ from: 0, to: start }] : [];
  const bare = Array.from({ length: end - rest }, (_, i) => ({ from: rest + i, to: rest + i + 1 }));
  return { spans: [...begun, ...covered, ...bare], covered, cost: best.cost };
}
