import { exact } from "../../core/decimal.js";
import { divide, type Interval, interval, multiply, point, rounded } from "../../core/interval.js";
import { isBlank } from "../plain-text.js";
import { hasLost, isFull, type Row } from "./row.js";

/** How many rows are of a kind: those that surely are, and those that may be. */
export interface HowMany {
  readonly least: number;
  readonly most: number;
}

/**
 * Completed: the target met, or where target and actual are not told, every point given. A row whose target and points say different
 * things, or that lost points over a target that cannot be judged, may be counted either way.
 */
export function isCompleted(row: Row): boolean | null {
  const { outcome } = row.verdict;
  const full = isFull(row) === null ? null : !hasLost(row);
  if (outcome === "unknown") {
    const told = !isBlank(row.indicator.target) || !isBlank(row.indicator.actual);
    return told && full === false ? null : full;
  }
  const met = outcome === "met";
  return full === null || met === full ? met : null;
}

/** How many rows something is true of: at least those that say so, at most also those that leave it open. */
export function howMany(rows: readonly Row[], is: (row: Row) => boolean | null): HowMany {
  const told = rows.map(is);
  const least = told.filter((one) => one === true).length;
  return { least, most: least + told.filter((one) => one === null).length };
}

/** Within the bounds of a completion rate; null where the rate is not told, or is at a bound that may belong to either side. */
export function isWithin(row: Row, [low, high]: readonly [number, number]): boolean | null {
  const rate = completionOf(row);
  if (rate === null) return null;
  const top = high >= 100;
  const surely = rate.low.gte(low) && (top || rate.high.lt(high));
  const possibly = rate.high.gte(low) && (top || rate.low.lte(high));
  return surely ? true : possibly ? null : false;
}

/** In percent, at most 100: the stated rate, else the share of the points. */
function completionOf({ indicator: { completionRate }, weight, score }: Row): Interval | null {
  const rate =
    completionRate !== null ? rounded(completionRate.value) : score !== null && weight !== null ? divide(score, weight) : undefined;
  if (rate === undefined) return null;
  const percent = completionRate !== null ? rate : multiply(rate, point("100"));
  const cap = (x: Interval["low"]) => (x.gt(100) ? exact(100) : x);
  return interval(cap(percent.low), cap(percent.high));
}
