import type { Grid, GridCell } from "./grid.js";
import { sewsRow } from "./sews-row.js";

/** Column edges within this are one, points. */
const SAME_EDGE = 5;

/**
 * One table of the two parts that a page break made of it. `headRows`: rows of `below` that repeat the head, and are dropped. A row that the
 * break cut is one row again, and a merged cell goes on where the part below has none of its own text.
 */
export function sewGrids(above: Grid, below: Grid, headRows: number): Grid {
  const rest = dropRows(below, headRows);
  const shift = rest.columns[0]! - above.columns[0]!;
  const columns = unite(
    above.columns,
    rest.columns.map((edge) => edge - shift),
  );
  const upper = onColumns(above, columns, 0);
  const lower = onColumns(rest, columns, shift);
  const seam = seamOf(upper, lower);
  const cutsRow = sewsRow(upper, lower, seam);
  const offset = upper.rowCount - (cutsRow ? 1 : 0);
  const sewn = new Map(seam.filter((pair) => cutsRow || pair.continues).map((pair) => [pair.above, pair.below]));
  const taken = new Set(sewn.values());
  const cells = [
    ...upper.cells.map((cell) => extend(cell, sewn.get(cell), offset)),
    ...lower.cells.filter((cell) => !taken.has(cell)).map((cell) => ({ ...cell, row: cell.row + offset })),
  ];
  return {
    ...upper,
    rowCount: offset + lower.rowCount,
    cells,
    openBottom: lower.openBottom,
    confidence: Math.min(above.confidence, below.confidence),
  };
}

function extend(cell: GridCell, below: GridCell | undefined, offset: number): GridCell {
  if (!below) return cell;
  return { ...cell, rowSpan: offset + below.row + below.rowSpan - cell.row, parts: [...cell.parts, ...below.parts] };
}

/** A cell that ends at the break and one that starts there, of the same columns. */
export interface SeamPair {
  readonly above: GridCell;
  readonly below: GridCell;
  /** The two are one merged cell. */
  readonly continues: boolean;
}

function seamOf(upper: Grid, lower: Grid): SeamPair[] {
  const last = upper.cells.filter((cell) => cell.row + cell.rowSpan === upper.rowCount);
  const first = new Map(lower.cells.filter((cell) => cell.row === 0).map((cell) => [`${cell.column} ${cell.colSpan}`, cell]));
  return last.flatMap((above): SeamPair[] => {
    const below = first.get(`${above.column} ${above.colSpan}`);
    return below ? [{ above, below, continues: isMerged(above, below, upper, lower) }] : [];
  });
}

/** Whether one of the two has the text for both: no border is drawn between, or one of them spans rows where every cell says something. */
function isMerged(above: GridCell, below: GridCell, upper: Grid, lower: Grid): boolean {
  if (hasText(above) && hasText(below)) return false;
  if (isOpenAt(upper.openBottom, above) && isOpenAt(lower.openTop, below)) return true;
  if (below.rowSpan === 1 && above.rowSpan === 1) return false;
  const spans = !hasText(below) ? below.rowSpan > 1 || above.rowSpan > 1 : above.rowSpan > 1;
  return spans && isFilledColumn(above, below, upper) && isFilledColumn(above, below, lower);
}

/** Whether all other cells of the column say something: there, an empty cell is one that goes on. */
function isFilledColumn(above: GridCell, below: GridCell, grid: Grid): boolean {
  return grid.cells.every(
    (cell) => cell === above || cell === below || cell.column !== above.column || cell.colSpan !== above.colSpan || hasText(cell),
  );
}

function isOpenAt(open: readonly boolean[], cell: GridCell): boolean {
  for (let column = cell.column; column < cell.column + cell.colSpan; column++) if (!open[column]) return false;
  return true;
}

export function hasText(cell: GridCell): boolean {
  return cell.parts.some((part) => part.words.length > 0 || part.nested.length > 0);
}

function dropRows(grid: Grid, count: number): Grid {
  if (count === 0) return grid;
  return {
    ...grid,
    rowCount: grid.rowCount - count,
    cells: grid.cells.filter((cell) => cell.row >= count).map((cell) => ({ ...cell, row: cell.row - count })),
    // What is drawn there is the head's border; whether the table above is open decides.
    openTop: grid.openTop.map(() => true),
  };
}

function unite(a: readonly number[], b: readonly number[]): number[] {
  return [...a, ...b.filter((edge) => !a.some((other) => Math.abs(other - edge) <= SAME_EDGE))].sort((x, y) => x - y);
}

/** The grid counted on the columns of the united table. */
function onColumns(grid: Grid, columns: readonly number[], shift: number): Grid {
  const index = grid.columns.map((edge) => nearest(columns, edge - shift));
  const open = (flags: readonly boolean[]): boolean[] => {
    const wide: boolean[] = [];
    flags.forEach((flag, i) => {
      for (let column = index[i]!; column < index[i + 1]!; column++) wide[column] = flag;
    });
    return Array.from({ length: columns.length - 1 }, (_, column) => wide[column] ?? false);
  };
  return {
    ...grid,
    columns,
    columnCount: columns.length - 1,
    openTop: open(grid.openTop),
    openBottom: open(grid.openBottom),
    cells: grid.cells.map((cell) => ({
      ...cell,
      column: index[cell.column]!,
      colSpan: index[cell.column + cell.colSpan]! - index[cell.column]!,
    })),
  };
}

function nearest(edges: readonly number[], at: number): number {
  let best = 0;
  for (let i = 1; i < edges.length; i++) if (Math.abs(edges[i]! - at) < Math.abs(edges[best]! - at)) best = i;
  return best;
}
