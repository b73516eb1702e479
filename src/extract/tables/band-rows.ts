import { cutRows, wrapLeading } from "./cut-rows.js";
import { chunksOf, type RowSpan, spanRows } from "./span-rows.js";
import type { TextLine } from "./text-lines.js";

/** The rows between two rulings that are not parted by rulings themselves. */
export interface BandRows {
  /** The y between rows. */
  readonly cuts: readonly number[];
  /** For columns of merged cells, the rows that each covers; undefined for columns with a cell a row. */
  readonly spans: readonly (readonly RowSpan[] | undefined)[];
}

/** A column with fewer texts than this share of what the fullest has may be one of merged cells. */
const SPARSE = 0.6;

/** Rows of a band from `top` to `bottom`, by its columns' lines. Leading columns with few texts are merged cells where those fit. */
export function bandRows(columns: readonly (readonly TextLine[])[], top: number, bottom: number): BandRows {
  const none = columns.map(() => undefined);
  const all = cutRows(columns);
  const leading = wrapLeading(columns);
  const counts = columns.map((lines) => chunksOf(lines, leading).length);
  const most = Math.max(...counts);
  const first = counts.findIndex((count) => count > SPARSE * most);
  const sparse = columns.map((lines, column) => column < first && lines.length > 0);
  if (!sparse.includes(true)) return { cuts: all, spans: none };
  const cuts = cutRows(columns.filter((_, column) => !sparse[column]));
  const edges = [top, ...cuts, bottom];
  const spans = columns.map((lines, column) => (sparse[column] ? spanRows(lines, edges, leading) : undefined));
  return columns.every((_, column) => !sparse[column] || spans[column]) ? { cuts, spans } : { cuts: all, spans: none };
}
