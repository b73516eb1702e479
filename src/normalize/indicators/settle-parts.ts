import { exact } from "../../core/decimal.js";
import type { ToldIndicator } from "./told.js";

/**
 * Rows under 其中 are parts of the row above them and take no part in sums, unless they carry marks that the sums need: a parent
 * without marks of its own, or full marks that are only reached with the parts counted.
 */
export function settleParts(rows: readonly ToldIndicator[], fullMarks: string): readonly ToldIndicator[] {
  if (!rows.some((row) => row.partOf !== undefined && row.weight)) return rows;
  const sum = (counted: readonly ToldIndicator[]) => counted.reduce((so, row) => so.plus(row.weight?.value ?? 0), exact(0));
  const whole = rows.filter(({ partOf }) => partOf === undefined);
  if (sum(rows).lte(fullMarks) && !sum(whole).eq(fullMarks)) return rows.map((row) => (row.weight ? counted(row) : row));
  const unmarked = new Set(whole.filter(({ weight }) => weight === null).map(({ level3 }) => level3));
  return rows.map((row) => (row.partOf !== undefined && row.weight && unmarked.has(row.partOf) ? counted(row) : row));
}

function counted(row: ToldIndicator): ToldIndicator {
  const { partOf: _, ...rest } = row;
  return rest;
}
