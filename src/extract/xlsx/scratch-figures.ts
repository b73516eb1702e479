import { cleanText } from "../../core/text.js";
import { isFigure } from "../is-figure.js";
import type { VisibleCell, VisibleGrid, VisibleRow } from "./visible-grid.js";

export interface Tidied {
  readonly grid: VisibleGrid;
  /** How many figures were left out. */
  readonly scratch: number;
}

/** Fewer columns are labels, and figures far beside them are their values. */
const LEAST_COLUMNS = 3;

/**
 * The sheet without the figures that somebody calculated at its rim: right of a column in which nothing stands nor is drawn, with no word among them that
 * would say what they are.
 */
export function withoutScratch(grid: VisibleGrid): Tidied {
  const taken = new Set(grid.rows.flatMap(columnsTaken));
  const texts = grid.rows.flatMap(({ cells }) => cells.filter(isTold));
  for (let gap = grid.columnCount - 1; gap > 0; gap--) {
    if (taken.has(gap)) continue;
    const beyond = texts.filter(({ column }) => column > gap);
    if (beyond.length === 0) continue;
    const isBeside = [...taken].filter((column) => column < gap).length >= LEAST_COLUMNS;
    return isBeside && beyond.every(({ text }) => isFigure(cleanText(text)))
      ? { grid: upTo(grid, gap), scratch: beyond.length }
      : { grid, scratch: 0 };
  }
  return { grid, scratch: 0 };
}

function isTold({ text }: VisibleCell): boolean {
  return cleanText(text) !== "";
}

function columnsTaken({ cells, drawn }: VisibleRow): number[] {
  return [...cells.flatMap(({ column, colSpan }) => Array.from({ length: colSpan }, (_, i) => column + i)), ...drawn];
}

function upTo({ rows, ...grid }: VisibleGrid, end: number): VisibleGrid {
  return {
    ...grid,
    columnCount: end,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.filter(({ column }) => column < end),
      drawn: row.drawn.filter((column) => column < end),
    })),
  };
}
