import { unionBox } from "../../../core/evidence.js";
import { isFigure } from "../../is-figure.js";
import { type Grid, glyphHeight, hasText, writtenIn } from "../grid.js";
import type { GridItem, PageItem } from "../page-items.js";
import { matchColumns } from "./match-columns.js";
import { onColumns } from "./sew-grids.js";

/** Head rows that a table may have above the rows that no ruling closes. */
const MOST_HEAD = 2;
/** Farthest that the rows begin below the head, in glyph heights. */
const NEAR = 2.4;

/**
 * A head between rulings and the rows right below it, which the end of the page left without their closing ruling, as one table: each was
 * found by itself. So are rows that rulings close and such as stand right above or below them, closed on one side only: both have their figures in the same columns.
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

/** Share of the texts of a column that are figures, for it to be one of figures; and such columns that two parts of one table have in common, at least. */
const FIGURES = 0.6;
const LEAST_COLUMNS = 2;

/** Whether two parts, the lower one without a head, have figures in the same columns. */
function haveSameFigures(upper: Grid, lower: Grid): boolean {
  const first = lower.cells.filter(({ row }) => row === 0);
  const own = figureColumns(upper);
  const shared = figureColumns(lower).filter((column) => own.includes(column));
  const isHeaded = first.some((cell) => shared.includes(cell.column) && hasText(cell) && !isFigure(writtenIn(cell)));
  return shared.length >= LEAST_COLUMNS && shared.length === Math.min(own.length, figureColumns(lower).length) && !isHeaded;
}

function figureColumns({ cells, columnCount }: Grid): number[] {
  return Array.from({ length: columnCount }, (_, column) => column).filter((column) => {
    const told = cells.filter((cell) => cell.column === column && cell.colSpan === 1 && hasText(cell));
    return told.length > 0 && told.filter((cell) => isFigure(writtenIn(cell))).length >= FIGURES * told.length;
  });
}

/** The two as one table, if they are. */
export function stack(head: GridItem, rows: GridItem): GridItem | undefined {
  const [a, b] = [head.grid, rows.grid];
  if (head.page !== rows.page || a.origin !== "aligned" || b.origin !== "aligned") return undefined;
  if (b.confidence === a.confidence || Math.abs(rows.box[1] - head.box[3]) > NEAR * glyphHeight(b)) return undefined;
  const match = matchColumns(a, b);
  if (!match) return undefined;
  const upper = onColumns(a, match.columns, match.first);
  const lower = onColumns(b, match.columns, match.second);
  // The head stands between rulings, the rows between none: those are the less sure of the two.
  const isHead = a.rowCount <= MOST_HEAD && b.confidence < a.confidence;
  if (!isHead && !haveSameFigures(upper, lower)) return undefined;
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
