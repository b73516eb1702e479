import { exact } from "../../core/decimal.js";
import { divide, type Interval, inPercent, interval, inYuan, meets, multiply, point, points } from "../../core/interval.js";
import type { Fund, Percent } from "../../core/record.js";
import type { Profile } from "../profile.js";
import { isZero } from "./amounts.js";

export const RATE_BASES = ["adjustedBudget", "initialBudget", "received"] as const;
export type RateBase = (typeof RATE_BASES)[number];

const HUNDRED = point("100");

/** Executed over a base, in percent; undefined where an amount is missing or the base may be 0. */
export function rateOver(fund: Fund, base: RateBase): Interval | undefined {
  const budget = fund[base];
  if (fund.executed === null || budget === null) return undefined;
  const quotient = divide(inYuan(fund.executed), inYuan(budget));
  return quotient && multiply(quotient, HUNDRED);
}

/**
 * The bases by which a row's rate may be told. One, where the table or the profile says so and the amount stands; every base that
 * stands, where the budget that the rule names is not in the table, or the rate is told in prose.
 */
export function basesOf(fund: Fund, profile: Profile): RateBase[] {
  const standing = RATE_BASES.filter((base) => fund[base] !== null);
  if (fund.told === "prose") return standing;
  const base = fund.rateBase ?? profile.execution.base;
  return fund[base] === null ? standing : [base];
}

/** Nothing was budgeted and nothing spent: 0 and 100 percent are both told of such a row, and neither is wrong. */
export function isIdle(fund: Fund, base: RateBase): boolean {
  const budget = fund[base];
  return budget !== null && isZero(budget) && (fund.executed === null || isZero(fund.executed));
}

/** What a rate (in percent) gives of a weight: at most the weight, nothing below the profile's bound. */
export function scoreOf(weight: string, rate: Interval, rule: Profile["execution"]): Interval | undefined {
  if (rule.form !== "ratio") return undefined;
  const full = exact(100);
  const capped = interval(rate.low.gt(full) ? full : rate.low, rate.high.gt(full) ? full : rate.high);
  const bound = rule.nothingBelow === null ? undefined : exact(rule.nothingBelow);
  const share = bound === undefined || capped.low.gte(bound) ? capped : interval(exact(0), capped.high.lt(bound) ? exact(0) : capped.high);
  return multiply(points(weight), multiply(share, point("0.01")));
}

/** Whether a printed rate is told by one of the rates: a whole-number percentage carries ± 0.5. */
export function agrees(printed: Percent, rates: readonly Interval[]): boolean {
  return rates.some((rate) => meets(inPercent(printed), rate));
}
