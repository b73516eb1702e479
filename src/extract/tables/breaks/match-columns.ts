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
const SAME_EDGE = 5;

/** The columns of both parts matched: by their edges where rulings draw them, by where their texts stand where not. Undefined where they differ. */
export function matchColumns(a: Grid, b: Grid): ColumnMatch | undefined {
  return a.origin === "aligned" || b.origin === "aligned" ? matchTexts(a, b) : matchEdges(a, b);
}

/** Equal outer edges (the page's margins may be mirrored), and the inner edges of one among those of the other, or its columns under cells of the other's last row. */
function matchEdges(a: Grid, b: Grid): ColumnMatch | undefined {
  const moved = movedOver(a, b);
  if (!isSameEdge(moved.at(-1)!, a.columns.at(-1)!)) return undefined;
  const columns = commonEdges(a.columns, moved) ?? (liesUnder(a, b) ? allEdges(a.columns, moved) : undefined);
  if (!columns) return undefined;
  const place = (edges: readonly number[]): number[] => edges.slice(0, -1).map((edge) => nearest(columns, edge));
  return { columns, first: place(a.columns), second: place(moved) };
}

/** Whether the last row of `a` has a ruled cell of its own for most columns of `b`: a head, or a row like those of `b`. */
export function liesUnder(a: Grid, b: Grid): boolean {
  if (a.origin === "aligned" || b.origin === "aligned") return false;
  const columns = movedOver(a, b);
  const last = a.cells.filter(({ row, rowSpan }) => row + rowSpan === a.rowCount);
  const shared = columns
    .slice(1)
    .filter((right, i) =>
      last.some(({ column, colSpan }) => isSameEdge(a.columns[column]!, columns[i]!) && isSameEdge(a.columns[column + colSpan]!, right)),
    );
  return shared.length * 2 > b.columnCount;
}

/** The column edges of `b` where they lie with its left side on that of `a`. */
function movedOver(a: Grid, b: Grid): number[] {
  const shift = b.columns[0]! - a.columns[0]!;
  return b.columns.map((edge) => edge - shift);
}

/** Whether ruled edges at these places, points, are one. */
export function isSameEdge(edge: number, other: number): boolean {
  return Math.abs(edge - other) <= SAME_EDGE;
}

/** The longer of the two, if it has all edges of the other. */
function commonEdges(a: readonly number[], b: readonly number[]): readonly number[] | undefined {
  if (!b.every((edge) => isAmong(edge, a)) && !a.every((edge) => isAmong(edge, b))) return undefined;
  return a.length >= b.length ? a : b;
}

function allEdges(a: readonly number[], b: readonly number[]): number[] {
  return [...a, ...b.filter((edge) => !isAmong(edge, a))].sort((one, other) => one - other);
}

function isAmong(edge: number, others: readonly number[]): boolean {
  return others.some((other) => isSameEdge(edge, other));
}

/** Each column of the part with fewer columns has its texts over those of one column of the other, in order. */
function matchTexts(a: Grid, b: Grid): ColumnMatch | undefined {
  if (a.columnCount < b.columnCount) {
    const match = matchTexts(b, a);
    return match && { columns: match.columns, first: match.second, second: match.first };
  }
  // Where a column says nothing, its texts would stand between its edges.
  const wide = extentsOf(a).map((each, i) => (each.to < each.from ? { from: a.columns[i]!, to: a.columns[i + 1]! } : each));
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
