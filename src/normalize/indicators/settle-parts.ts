import { type Exact, sumOf } from "../../core/decimal.js";
import { isCounted } from "../../core/record.js";
import type { ToldIndicator } from "./told.js";

/**
 * Rows under 其中 are parts of the row above them and take no part in sums, unless they carry marks that the sums need: a parent
 * without marks of its own, or full marks that are only reached with the parts counted.
 */
export function settleParts(rows: readonly ToldIndicator[], fullMarks: string): readonly ToldIndicator[] {
  if (!rows.some((row) => row.partOf !== undefined && row.weight)) return rows;
  const whole = rows.filter(isCounted);
  if (sum(rows).lte(fullMarks) && !sum(whole).eq(fullMarks) && !shareOut(rows, whole))
    return rows.map((row) => (row.weight ? counted(row) : row));
  const unmarked = new Set(whole.filter(({ weight }) => weight === null).map(({ level3 }) => level3));
  return rows.map((row) => (row.partOf !== undefined && row.weight && unmarked.has(row.partOf) ? counted(row) : row));
}

/**
 * Whether the parts of each row share out its marks: then they are no more marks, though the rows sum to less than full marks without them
 * (the execution's stand elsewhere). One part with all its parent's marks may as well be a row beside it.
 */
function shareOut(rows: readonly ToldIndicator[], whole: readonly ToldIndicator[]): boolean {
  return whole.every(({ level3, weight }) => {
    const parts = rows.filter((row) => row.partOf === level3 && row.weight);
    return parts.length === 0 || (parts.length > 1 && weight !== null && sum(parts).eq(weight.value));
  });
}

function sum(rows: readonly ToldIndicator[]): Exact {
  return sumOf(rows.map(({ weight }) => weight?.value));
}

function counted(row: ToldIndicator): ToldIndicator {
  const { partOf: _, ...rest } = row;
  return rest;
}
