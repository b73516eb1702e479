import { middleX } from "../../../core/evidence.js";
import { middleOf } from "../middle-of.js";
import type { Word } from "../placed.js";
import type { Lattice } from "./lattice.js";

/** Lower than this, in glyph heights, a row at the rim of a table holds no text; within it one may be meant; narrower than that a column. */
const LOW = { rim: 0.8, within: 0.5 };
const NARROW = 0.45;

/**
 * The lattice without rows and columns in which no text has room: borders drawn twice, overhanging, or at the edge of a page. What stood in
 * them goes to the row above, the column before.
 */
export function dropSlivers(lattice: Lattice, words: readonly Word[], glyph: number): Lattice {
  const rows = withoutSlivers(lattice.rows, LOW.rim * glyph, LOW.within * glyph, words.map(middleOf));
  const columns = withoutSlivers(
    lattice.columns,
    NARROW * glyph,
    NARROW * glyph,
    words.map((word) => middleX(word.box)),
  );
  if (rows.at.length === lattice.rows.length && columns.at.length === lattice.columns.length) return lattice;
  const flags = (open: readonly boolean[]): boolean[] =>
    columns.at
      .slice(1)
      .map((_, column) => open.some((flag, i) => flag && columns.placeOf[i] === column && columns.placeOf[i + 1] !== column));
  return {
    ...lattice,
    rows: rows.at,
    columns: columns.at,
    openTop: flags(lattice.openTop),
    openBottom: flags(lattice.openBottom),
    cells: lattice.cells
      .map((cell) => ({
        row: rows.placeOf[cell.row]!,
        column: columns.placeOf[cell.column]!,
        rowSpan: rows.placeOf[cell.row + cell.rowSpan]! - rows.placeOf[cell.row]!,
        colSpan: columns.placeOf[cell.column + cell.colSpan]! - columns.placeOf[cell.column]!,
      }))
      .filter((cell) => cell.rowSpan > 0 && cell.colSpan > 0),
  };
}

/** The edges that part places for text, and for each old edge the index of the one that stands for it now. */
function withoutSlivers(
  edges: readonly number[],
  rim: number,
  within: number,
  places: readonly number[],
): { at: number[]; placeOf: number[] } {
  const at = [edges[0]!];
  const placeOf = [0];
  for (let i = 1; i < edges.length; i++) {
    const edge = edges[i]!;
    const before = at.at(-1)!;
    const least = at.length === 1 || i === edges.length - 1 ? rim : within;
    const isSliver = edge - before < least && !places.some((place) => place > before && place < edge);
    // The outer edge stays: what lies before it gives way.
    if (isSliver && i === edges.length - 1 && at.length > 1) at[at.length - 1] = edge;
    else if (!isSliver) at.push(edge);
    placeOf.push(at.length - 1);
  }
  return { at, placeOf };
}
