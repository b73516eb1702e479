import type { ReadCell } from "./row-reading.js";

/** Readings kept in all, so that a row of many atoms takes no more time than its length. */
const KEPT = 90;
/** A reading that is this much worse than the best is given up. */
export const BEHIND = 11;

/** The best of readings, best first: not more than `keptPerEnd` that end at the same atom, none far behind. Sorts what it is given. */
export function bestReadings<T extends ReadCell & { readonly score: number }>(readings: T[], keptPerEnd: number): T[] {
  readings.sort((a, b) => b.score - a.score);
  const best = readings[0]?.score ?? 0;
  const perEnd = new Map<number, number>();
  const kept: T[] = [];
  for (const reading of readings) {
    if (kept.length >= KEPT || reading.score < best - BEHIND) break;
    const count = perEnd.get(reading.to) ?? 0;
    if (count >= keptPerEnd) continue;
    perEnd.set(reading.to, count + 1);
    kept.push(reading);
  }
  return kept;
}
