import { type Exact, exact } from "../../core/decimal.js";
import { divide, type Interval, interval, multiply, point, points } from "../../core/interval.js";
import type { Points } from "../../core/record.js";
import type { Profile } from "../profile.js";
import type { Compared } from "./compared.js";
import type { Verdict } from "./verdict.js";

/** What the formula gives for an unmet quantitative indicator: the interval of the score, and the formula as it is told to the reader. */
export interface Expected {
  readonly score: Interval;
  /** The value of the printed figures, without their rounding: the one to name in a message. */
  readonly printed: Exact;
  readonly formula: string;
}

const ONE = point("1");
const HUNDRED = 100;

/** How points follow from a ratio: see Profile. */
export type ScoringRule = Pick<Profile["quantitative"], "form" | "nothingBelow">;

/**
 * Weight × actual ÷ target and its kin (docs/profiles.md), for a target that was not met. Undefined where there is no ratio
 * (a target of 0, a negative figure) or the rule in force is not a ratio.
 */
export function expectedScore(weight: Points, verdict: Verdict, rule: ScoringRule): Expected | undefined {
  const { compared, direction } = verdict;
  if (compared === undefined || direction === undefined || rule.form !== "ratio" || compared.bound !== "exact") return undefined;
  const ratio = ratioOf(compared, direction);
  if (ratio === undefined) return undefined;
  const share = floored(atMostOne(ratio.share), rule.nothingBelow);
  const printed = floored(point(ratio.over.div(ratio.under)), rule.nothingBelow).high;
  return {
    score: multiply(points(weight.value), share),
    printed: exact(weight.value).times(printed),
    formula: `${weight.value}×${ratio.over.toFixed()}÷${ratio.under.toFixed()}`,
  };
}

interface Ratio {
  readonly share: Interval;
  readonly over: Exact;
  readonly under: Exact;
}

function ratioOf({ target, actual, printed }: Compared, direction: NonNullable<Verdict["direction"]>): Ratio | undefined {
  if (target.low.lte(0) || printed.isNegative()) return undefined;
  const below = printed.lt(target.low);
  const bound = below ? target.low : target.high;
  const rising = direction === "higher" || (direction !== "lower" && below);
  const share = rising ? divide(actual, point(bound)) : divide(point(bound), actual);
  return share && { share, over: rising ? printed : bound, under: rising ? bound : printed };
}

function atMostOne({ low, high }: Interval): Interval {
  const cap = (x: Exact) => (x.gt(1) ? ONE.high : x.isNegative() ? exact(0) : x);
  return interval(cap(low), cap(high));
}

/** A rule that gives nothing below a bound: where the bound lies within the rounding, both outcomes stand. */
function floored(share: Interval, nothingBelow: string | null): Interval {
  if (nothingBelow === null) return share;
  const bound = exact(nothingBelow).div(HUNDRED);
  if (share.low.gte(bound)) return share;
  return interval(exact(0), share.high.lt(bound) ? exact(0) : share.high);
}
