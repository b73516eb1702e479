import { type GridCell, hasText } from "../grid.js";

/**
 * Rows without the edges that part nothing that is said: cells with text pass over more than half of such an edge, and only empty ones begin or
 * end at it. Where a page break cuts a table, its merged cells and those beside them often end at different heights.
 */
export function dropSilentEdges(
  cells: readonly GridCell[],
  rowCount: number,
  columnCount: number,
): { readonly cells: readonly GridCell[]; readonly rowCount: number } {
  const speaks = new Uint8Array(rowCount + 1);
  const passing = new Uint32Array(rowCount + 1);
  for (const { row, rowSpan, colSpan, parts } of cells) {
    if (!hasText({ parts })) continue;
    speaks[row] = speaks[row + rowSpan] = 1;
    for (let edge = row + 1; edge < row + rowSpan; edge++) passing[edge]! += colSpan;
  }
  /** For each edge its new index, for a dropped one that of the next. */
  const place: number[] = [];
  let kept = 0;
  for (let edge = 0; edge <= rowCount; edge++) {
    place.push(kept);
    if (speaks[edge] || passing[edge]! * 2 <= columnCount || edge === rowCount) kept++;
  }
  if (kept > rowCount) return { cells, rowCount };
  const moved = cells.map((cell) => {
    const row = place[cell.row]!;
    return { ...cell, row, rowSpan: place[cell.row + cell.rowSpan]! - row };
  });
  return { cells: moved.filter((cell) => cell.rowSpan > 0), rowCount: kept - 1 };
}
