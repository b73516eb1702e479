import { type Exact, exact } from "../../core/decimal.js";
import { divide, type Interval, multiply, point } from "../../core/interval.js";
import { unitOf } from "../rows/unit.js";
import type { Verdict } from "../rows/verdict.js";

/** Target and actual in one way to read a standard's unit. */
export interface Measured {
  /** In the target's own unit, in percent of the target, or in days behind it. */
  readonly way: "own" | "share" | "days";
  readonly value: Interval;
  readonly printed: Exact;
  readonly target: { readonly low: Exact; readonly high: Exact };
  /** What one of the standard's units is, in those of `value`. */
  readonly unit: Exact;
}

const PERCENT = unitOf("%");
const SHARE = PERCENT.dimension;
const POINTS = unitOf("百分点").dimension;
const DAYS = unitOf("天");
const MONTHS = unitOf("月");
const SHORTEST_MONTH = 28;
const LONGEST_MONTH = 31;
const HUNDRED = point("100");

/** Every way in which a unit of the standard may measure what was reached; undefined where it measures something else. */
export function measure(unit: string, { compared, late }: Verdict): readonly Measured[] | undefined {
  const step = unitOf(unit);
  if (late !== undefined) {
    const days = step.dimension === DAYS.dimension ? step.factor.div(DAYS.factor) : undefined;
    const months = step.dimension === MONTHS.dimension ? step.factor.div(MONTHS.factor) : undefined;
    const size = days ?? months?.times(SHORTEST_MONTH);
    if (size === undefined) return undefined;
    // A month is 28 to 31 days: the lateness counts as so many of the longest at least.
    const low = months === undefined ? late.low : late.low.times(SHORTEST_MONTH).div(LONGEST_MONTH);
    return [{ way: "days", value: { low, high: late.high }, printed: late.low, target: { low: exact(0), high: exact(0) }, unit: size }];
  }
  if (compared === undefined || compared.bound !== "exact") return undefined;
  const own = unitOf(compared.unit);
  const isPoints = step.dimension === POINTS;
  const ofShare = isPoints || step.dimension === SHARE;
  const isShare = own.dimension === SHARE;
  const found: Measured[] = [];
  const inOwn = (factor: Exact) =>
    found.push({ way: "own", value: compared.actual, printed: compared.printed, target: compared.target, unit: factor });
  if (unit === "" || (compared.unit === "" && !ofShare)) inOwn(exact(1));
  else if (step.dimension === own.dimension) inOwn(step.factor.div(own.factor));
  else if (isPoints && isShare) inOwn(PERCENT.factor.div(own.factor));
  if (ofShare && !(isPoints && isShare)) found.push(...shares(compared, isPoints ? exact(1) : step.factor.div(PERCENT.factor)));
  return found.length === 0 ? undefined : found;
}

function shares({ target, actual, printed }: NonNullable<Verdict["compared"]>, unit: Exact): Measured[] {
  const bound = printed.lt(target.low) ? target.low : target.high;
  const value = bound.gt(0) ? divide(multiply(actual, HUNDRED), point(bound)) : undefined;
  const whole = { low: exact(100), high: exact(100) };
  return value === undefined ? [] : [{ way: "share", value, printed: printed.times(100).div(bound), target: whole, unit }];
}
