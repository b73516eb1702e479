import type { Column } from "../column.js";
import type { ReadCell } from "../search/row-reading.js";
import type { TableReading, TableRow } from "../search/table-search.js";

/** How clearly a reading of a table wins, and which of its cells a near rival reads otherwise. */
export interface Ambiguity {
  /** 0–1: how sure the figures are; below 0.6 a rival with other figures is near. */
  readonly confidence: number;
  /** Cells that a rival with the same figures reads otherwise, by row and column of the reading. */
  readonly doubts: readonly { readonly row: number; readonly column: number; readonly other: ReadCell; readonly confidence: number }[];
}

/** Leads over a rival, in the score's unit: none is doubt, this much is clear. */
const CLEAR = 4;
const NEAR = 2;
const WEAK_ROW = 4;
const FUSED = 0.55;
const CUT = 0.3;

/** `fused`: cells were run together without a space; then no lead makes the figures sure. */
export function judgeAmbiguity(columns: readonly Column[], best: TableReading, others: readonly TableReading[], fused: boolean): Ambiguity {
  const weakest = Math.min(...best.rows.map((row) => row.score));
  const rival = others.find((other) => !sameFigures(columns, best, other));
  const lead = rival ? best.score - rival.score : Math.max(CLEAR / 2, best.score - (others.at(-1)?.score ?? Number.NEGATIVE_INFINITY));
  const clear = Math.max(0, Math.min(1, lead / CLEAR));
  const confidence = best.cut ? CUT : weakest < WEAK_ROW ? 0.5 : 0.5 + 0.45 * clear;
  const near = others.filter((other) => best.score - other.score < NEAR && sameFigures(columns, best, other));
  const doubts = best.rows.flatMap((row, r) =>
    row.cells.flatMap((cell, column) => {
      const other = near.find((reading) => !sameCell(reading.rows[r]!.cells[column]!, cell));
      return other
        ? [{ row: r, column, other: other.rows[r]!.cells[column]!, confidence: round(0.6 + (0.15 * (best.score - other.score)) / NEAR) }]
        : [];
    }),
  );
  return { confidence: round(fused ? Math.min(FUSED, confidence) : confidence), doubts };
}

/** Columns whose cells are figures, or belong to one. */
export const FIGURES: ReadonlySet<Column["kind"]> = new Set<Column["kind"]>([
  "target",
  "adjusted",
  "actual",
  "points",
  "rate",
  "amount",
  "operator",
  "unit",
]);

function sameFigures(columns: readonly Column[], a: TableReading, b: TableReading): boolean {
  return a.rows.length === b.rows.length && a.rows.every((row, r) => sameRow(columns, row, b.rows[r]!));
}

function sameRow(columns: readonly Column[], a: TableRow, b: TableRow): boolean {
  if (a.kind !== b.kind) return false;
  return columns.every((column, c) => !FIGURES.has(column.kind) || sameCell(a.cells[c]!, b.cells[c]!));
}

function sameCell(a: ReadCell, b: ReadCell): boolean {
  return (a.from === a.to && b.from === b.to) || (a.from === b.from && a.to === b.to);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
