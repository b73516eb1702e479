import type { PartRows } from "./row-finder.js";

/** Fewer bands do not tell how a table is ruled; the share of those that tell it that are one row plainly, for all to be, and of all bands. */
const LEAST_BANDS = 4;
const PLAIN = { telling: 0.7, all: 0.4 };

/** Whether the table has a ruling under each row: what looks like several rows between two of them is wrapped text. */
export function isRuledRowByRow(bands: readonly (readonly PartRows[])[]): boolean {
  if (bands.length < LEAST_BANDS || bands.some(({ length }) => length > 1)) return false;
  const plain = bands.filter(([rows]) => rows!.cuts.length === 0).length;
  const several = bands.filter(([rows]) => rows!.cuts.length > 0 && rows!.areSure).length;
  return plain >= PLAIN.telling * (plain + several) && plain >= PLAIN.all * bands.length;
}
