import { unionBox } from "../../../core/evidence.js";
import { glyphHeight } from "../grid.js";
import type { GridItem, PageItem } from "../page-items.js";
import { matchColumns } from "./match-columns.js";
import { onColumns } from "./sew-grids.js";

/** Head rows that a table may have above the rows that no ruling closes. */
const MOST_HEAD = 2;
/** Farthest that the rows begin below the head, in glyph heights. */
const NEAR = 2.4;

/**
 * A head between rulings and the rows right below it, which the end of the page left without their closing ruling, as one table: each was
 * found by itself.
 */
export function stackGrids(items: readonly PageItem[]): PageItem[] {
  const stacked: PageItem[] = [];
  for (const item of items) {
    const before = stacked.at(-1);
    const whole = before?.kind === "grid" && item.kind === "grid" ? stack(before, item) : undefined;
    if (whole) stacked[stacked.length - 1] = whole;
    else stacked.push(item);
  }
  return stacked;
}

function stack(head: GridItem, rows: GridItem): GridItem | undefined {
  const [a, b] = [head.grid, rows.grid];
  if (head.page !== rows.page || a.origin !== "aligned" || b.origin !== "aligned" || a.rowCount > MOST_HEAD) return undefined;
  // The head stands between rulings, the rows between none: those are the less sure of the two.
  if (b.confidence >= a.confidence || Math.abs(rows.box[1] - head.box[3]) > NEAR * glyphHeight(b)) return undefined;
  const match = matchColumns(a, b);
  if (!match) return undefined;
  const upper = onColumns(a, match.columns, match.first);
  const lower = onColumns(b, match.columns, match.second);
  const box = unionBox([a.box, b.box])!;
  const cells = [...upper.cells, ...lower.cells.map((cell) => ({ ...cell, row: cell.row + a.rowCount }))];
  const grid = {
    ...upper,
    box,
    cells,
    rowCount: a.rowCount + b.rowCount,
    openBottom: lower.openBottom,
    confidence: Math.min(a.confidence, b.confidence),
  };
  return { ...head, box, grid };
}
