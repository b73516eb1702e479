import type { Grid } from "../grid.js";

/** How the columns of two parts of one table lie on the columns of the whole. */
export interface ColumnMatch {
  /** Edges of the whole's columns, where they lie on the page of the first part. */
  readonly columns: readonly number[];
  /** For each column of the parts, the column of the whole. */
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Ruled column edges count as equal within this, points. */
export const SAME_EDGE = 5;

/** The columns of both parts matched: by their edges where rulings draw them, by where their texts stand where not. Undefined where they differ. */
export function matchColumns(a: Grid, b: Grid): ColumnMatch | undefined {
  return a.origin === "aligned" || b.origin === "aligned" ? matchTexts(a, b) : matchEdges(a, b);
}

/** Equal outer edges (the page's margins may be mirrored), and the inner edges of one among those of the other. */
function matchEdges(a: Grid, b: Grid): ColumnMatch | undefined {
  const shift = b.columns[0]! - a.columns[0]!;
  const moved = b.columns.map((edge) => edge - shift);
  if (Math.abs(moved.at(-1)! - a.columns.at(-1)!) > SAME_EDGE) return undefined;
  const within = (inner: readonly number[], outer: readonly number[]): boolean =>
    inner.every((edge) => outer.some((other) => Math.abs(edge - other) <= SAME_EDGE));
  if (!within(moved, a.columns) && !within(a.columns, moved)) return undefined;
  const columns = a.columns.length >= moved.length ? a.columns : moved;
  const place = (edges: readonly number[]): number[] => edges.slice(0, -1).map((edge) => nearest(columns, edge));
  return { columns, first: place(a.columns), second: place(moved) };
}

/** Each column of the part with fewer columns has its texts over those of one column of the other, in order. */
function matchTexts(a: Grid, b: Grid): ColumnMatch | undefined {
  if (a.columnCount < b.columnCount) {
    const match = matchTexts(b, a);
    return match && { columns: match.columns, first: match.second, second: match.first };
  }
  const wide = extentsOf(a);
  const narrow = extentsOf(b);
  const second: number[] = [];
  for (const [i, { from, to }] of narrow.entries()) {
    let best = -1;
    let most = 0;
    for (let column = (second.at(-1) ?? -1) + 1; column < wide.length; column++) {
      const other = wide[column]!;
      const over = Math.min(to, other.to) - Math.max(from, other.from);
      if (over > most) {
        most = over;
        best = column;
      }
    }
    // A column without texts lies after the one before it.
    if (best < 0 && to < from) best = (second.at(-1) ?? -1) + 1;
    if (best < 0 || best >= wide.length || wide.length - best < narrow.length - i) return undefined;
    second.push(best);
  }
  if (second.length * 2 < wide.length) return undefined;
  return { columns: a.columns, first: wide.map((_, i) => i), second };
}

/** From where to where the texts of each column reach, merged cells left out; `to` before `from` where it has none. */
function extentsOf(grid: Grid): { from: number; to: number }[] {
  const extents = Array.from({ length: grid.columnCount }, () => ({ from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }));
  for (const cell of grid.cells) {
    if (cell.colSpan > 1) continue;
    const extent = extents[cell.column]!;
    for (const part of cell.parts)
      for (const { box } of part.words) {
        extent.from = Math.min(extent.from, box[0]);
        extent.to = Math.max(extent.to, box[2]);
      }
  }
  return extents;
}

function nearest(edges: readonly number[], at: number): number {
  let best = 0;
  for (let i = 1; i < edges.length; i++) if (Math.abs(edges[i]! - at) < Math.abs(edges[best]! - at)) best = i;
  return best;
}
