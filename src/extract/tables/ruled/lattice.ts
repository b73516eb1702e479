import type { Box } from "../../../core/evidence.js";
import type { Ruling, Word } from "../placed.js";
import type { Frame } from "./connect-rulings.js";
import { partSteps } from "./part-steps.js";

/** The cells that rulings enclose. Rows and columns are those of the whole table; a merged cell covers several. */
export interface Lattice {
  readonly box: Box;
  /** Left edges of the columns and the right edge of the last; top edges of the rows and the bottom edge of the last. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly LatticeCell[];
  /** Pieces of the columns' edges that are drawn beside them. */
  readonly steps: readonly Step[];
  /** For each column, whether no ruling closes the table above it, below it. */
  readonly openTop: readonly boolean[];
  readonly openBottom: readonly boolean[];
}

/** A vertical ruling from row to row at `at`, that is a piece of the edge at `edge`. */
export interface Step extends Pick<Ruling, "at" | "from" | "to"> {
  readonly edge: number;
}

export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** Share of a cell's side that must be drawn for the side to be there. */
const DRAWN = 0.6;
/** Pieces of an edge that are drawn nearer to it, in glyph heights, are drawn at it. */
const BESIDE = 0.2;
/** More small cells than this are a drawing. */
const MOST_CELLS = 250_000;

/**
 * The lattice of connected rulings; undefined where they enclose no two cells. `glyph` is the usual glyph height: no row and no column is
 * narrower than about half of it, so edges nearer than that are one edge drawn unevenly. An outer border that is not drawn is where the
 * rulings end.
 */
export function latticeOf({ horizontal, vertical }: Frame, glyph: number, words: readonly Word[]): Lattice | undefined {
  if (horizontal.length === 0 || vertical.length === 0) return undefined;
  const columns = withEnds(edgesOf(vertical, 0.4 * glyph, 0.9 * glyph, glyph), horizontal, glyph);
  const rows = withEnds(edgesOf(horizontal, 0.45 * glyph, 0.6 * glyph, glyph), vertical, glyph);
  const columnCount = columns.at.length - 1;
  const rowCount = rows.at.length - 1;
  if (columnCount < 1 || rowCount < 1 || columnCount * rowCount < 2 || columnCount * rowCount > MOST_CELLS) return undefined;
  const above = drawnSides(rows, horizontal, columns.at);
  const left = partSteps(above, drawnSides(columns, vertical, rows.at), { columns: columns.at, rows: rows.at, words, glyph });
  const cells = cellsOf(rowCount, columnCount, above, left);
  if (cells.length < 2) return undefined;
  return compact({
    box: [columns.at[0]!, rows.at[0]!, columns.at.at(-1)!, rows.at.at(-1)!],
    columns: columns.at,
    rows: rows.at,
    cells,
    steps: stepsOf(columns, BESIDE * glyph),
    openTop: above[0]!.map((drawn) => !drawn),
    openBottom: above[rowCount]!.map((drawn) => !drawn),
  });
}

interface Edges {
  readonly at: readonly number[];
  /** For each ruling its edge's index. */
  readonly indexOf: ReadonlyMap<Ruling, number>;
}

/**
 * The levels at which rulings lie. Within `same` they are one; within `near` they are one where they never run side by side: a border that
 * steps from row to row, as authors drag it.
 */
function edgesOf(rulings: readonly Ruling[], same: number, near: number, glyph: number): Edges {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const clusters: Ruling[][] = [];
  for (const ruling of sorted) {
    const cluster = clusters.at(-1);
    const gap = cluster ? ruling.at - cluster[0]!.at : Number.POSITIVE_INFINITY;
    if (cluster && (gap <= same || (gap <= near && !isBeside(cluster, ruling, glyph)))) cluster.push(ruling);
    else clusters.push([ruling]);
  }
  const indexOf = new Map<Ruling, number>();
  const at = clusters.map((cluster, index) => {
    let weight = 0;
    let sum = 0;
    for (const ruling of cluster) {
      indexOf.set(ruling, index);
      const length = ruling.to - ruling.from;
      weight += length;
      sum += length * ruling.at;
    }
    return sum / weight;
  });
  return { at, indexOf };
}

/** Rulings of one edge that are looked at; an edge of more pieces is no border that was dragged. */
const MOST_PIECES = 200;

function stepsOf({ at, indexOf }: Edges, apart: number): Step[] {
  return [...indexOf].flatMap(([ruling, index]): Step[] => {
    const edge = at[index]!;
    return Math.abs(ruling.at - edge) > apart ? [{ at: ruling.at, from: ruling.from, to: ruling.to, edge }] : [];
  });
}

function isBeside(cluster: readonly Ruling[], ruling: Ruling, glyph: number): boolean {
  if (cluster.length > MOST_PIECES) return true;
  return cluster.some((other) => Math.min(other.to, ruling.to) - Math.max(other.from, ruling.from) > 0.5 * glyph);
}

/** Adds the outer edges that are not drawn, where the rulings across reach beyond the last one that is. */
function withEnds(edges: Edges, across: readonly Ruling[], glyph: number): Edges {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const ruling of across) {
    if (ruling.from < from) from = ruling.from;
    if (ruling.to > to) to = ruling.to;
  }
  const first = from < edges.at[0]! - 0.9 * glyph ? 1 : 0;
  const at = [...(first ? [from] : []), ...edges.at, ...(to > edges.at.at(-1)! + 0.9 * glyph ? [to] : [])];
  return { at, indexOf: first ? new Map([...edges.indexOf].map(([ruling, index]) => [ruling, index + 1])) : edges.indexOf };
}

/** For each edge, along each interval of the other direction: whether it is drawn there. */
function drawnSides(edges: Edges, rulings: readonly Ruling[], intervals: readonly number[]): boolean[][] {
  const covered = edges.at.map(() => new Float64Array(intervals.length - 1));
  for (const ruling of rulings) {
    const row = covered[edges.indexOf.get(ruling)!]!;
    for (let i = 0; i < row.length; i++) {
      const length = Math.min(ruling.to, intervals[i + 1]!) - Math.max(ruling.from, intervals[i]!);
      if (length > 0) row[i] = row[i]! + length;
    }
  }
  return covered.map((row) => Array.from(row, (length, i) => length >= DRAWN * (intervals[i + 1]! - intervals[i]!)));
}

/** For each edge, along each interval of the other direction, whether it parts what stands beside it. */
type Sides = readonly (readonly boolean[])[];

/**
 * The rectangles between drawn sides, by rows. Where the sides leave a region that is no rectangle, it is cut along its rows: a ruling that
 * is drawn only part of the way goes on.
 */
export function cellsOf(rowCount: number, columnCount: number, above: Sides, left: Sides): LatticeCell[] {
  const taken = new Uint8Array(rowCount * columnCount);
  const cells: LatticeCell[] = [];
  const isFree = (row: number, from: number, to: number): boolean => {
    for (let column = from; column < to; column++) if (taken[row * columnCount + column]) return false;
    return true;
  };
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++) {
      if (taken[row * columnCount + column]) continue;
      let right = column + 1;
      while (right < columnCount && !left[right]![row] && !taken[row * columnCount + right]) right++;
      let bottom = row + 1;
      while (bottom < rowCount && joinsBelow(bottom, column, right, above, left, columnCount) && isFree(bottom, column, right)) bottom++;
      for (let r = row; r < bottom; r++) taken.fill(1, r * columnCount + column, r * columnCount + right);
      cells.push({ row, column, rowSpan: bottom - row, colSpan: right - column });
    }
  return cells;
}

/** Whether the cell that covers columns `from` to `to` goes on into `row`: no side between, and the row is not parted inside. */
function joinsBelow(row: number, from: number, to: number, above: Sides, left: Sides, columnCount: number): boolean {
  for (let column = from; column < to; column++) if (above[row]![column]) return false;
  for (let column = from + 1; column < to; column++) if (left[column]![row]) return false;
  return (from === 0 || left[from]![row]!) && (to === columnCount || left[to]![row]!);
}

/** Leaves out the edges at which no cell starts or ends. */
export function compact(lattice: Lattice): Lattice {
  const usedRows = ends(lattice.rows);
  const usedColumns = ends(lattice.columns);
  for (const cell of lattice.cells) {
    usedRows[cell.row] = usedRows[cell.row + cell.rowSpan] = 1;
    usedColumns[cell.column] = usedColumns[cell.column + cell.colSpan] = 1;
  }
  if (!usedRows.includes(0) && !usedColumns.includes(0)) return lattice;
  const newRow = renumber(usedRows);
  const newColumn = renumber(usedColumns);
  return {
    ...lattice,
    rows: lattice.rows.filter((_, i) => usedRows[i]),
    columns: lattice.columns.filter((_, i) => usedColumns[i]),
    openTop: lattice.openTop.filter((_, i) => usedColumns[i]),
    openBottom: lattice.openBottom.filter((_, i) => usedColumns[i]),
    cells: lattice.cells.map((cell) => ({
      row: newRow[cell.row]!,
      column: newColumn[cell.column]!,
      rowSpan: newRow[cell.row + cell.rowSpan]! - newRow[cell.row]!,
      colSpan: newColumn[cell.column + cell.colSpan]! - newColumn[cell.column]!,
    })),
  };
}

/** For each edge whether it is used (1): the outer ones are. */
function ends(edges: readonly number[]): Uint8Array {
  const used = new Uint8Array(edges.length);
  used[0] = used[edges.length - 1] = 1;
  return used;
}

function renumber(used: Uint8Array): number[] {
  let next = 0;
  return Array.from(used, (isUsed) => (isUsed ? next++ : next));
}
