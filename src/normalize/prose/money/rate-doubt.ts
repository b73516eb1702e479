import { exact } from "../../../core/decimal.js";
import type { Doubt, Money, Percent } from "../../../core/record.js";
import { isRateOf } from "../../figures/rate-of.js";
import { unsure } from "../../figures/unsure.js";
import type { ProseAmount } from "../facts.js";

/** A change of the budget that the sentences tell, with or without its amount: the rate may be of the changed budget. */
const CHANGED = /追加|追减|调增|调减|调整|压减|核减|核增|变动|上年结转|结转资金/u;
/** More amounts than these in one paragraph explain any rate by chance. */
const MOST_AMOUNTS = 12;

/**
 * A rate told in prose that the amounts read do not give is no contradiction while another amount of its paragraph may be what it is of:
 * 年初预算80万元, 年中追加20万元, 支出95万元, 执行率95%. Undefined where the amounts give the rate, or nothing else can.
 *
 * @param nearby every amount of money that the rate's paragraph and the one before it tell
 */
export function rateDoubt(rate: Percent, amounts: readonly ProseAmount[], nearby: readonly Money[], paragraph: string): Doubt | undefined {
  const told = amounts.filter(({ source }) => source === "total");
  const executed = told.filter(({ field }) => field === "executed").map(({ money }) => money.yuan);
  const isKept = ({ field, certain }: ProseAmount) => certain || !told.some((other) => other.certain && other.field === field);
  const budgets = told
    .filter((amount) => amount.field !== "executed" && amount.field !== "balance" && isKept(amount))
    .map(({ money }) => money.yuan);
  const gives = (spent: string, budget: string) => isRateOf(rate, spent, budget);
  if (executed.length === 0 || executed.some((spent) => budgets.some((budget) => gives(spent, budget)))) return undefined;
  const others = [...new Set(nearby.map(({ yuan }) => yuan))].filter((yuan) => !executed.includes(yuan) && !budgets.includes(yuan));
  if (others.length <= MOST_AMOUNTS) {
    const combined = others.flatMap((other) => [other, ...[...budgets, ...others].flatMap((yuan) => combinations(yuan, other))]);
    const spent = others.flatMap((other) => [other, ...executed.flatMap((yuan) => combinations(yuan, other))]);
    const explained =
      executed.some((one) => combined.some((budget) => gives(one, budget))) ||
      budgets.some((budget) => spent.some((one) => gives(one, budget)));
    if (explained) return unsure("another amount of the paragraph gives this rate");
  }
  const changed = CHANGED.test(paragraph) && !told.some(({ field }) => field === "adjustedBudget");
  return changed ? unsure("the budget was changed, and the changed budget is not told") : undefined;
}

function combinations(a: string, b: string): string[] {
  return [exact(a).plus(b), exact(a).minus(b).abs()].map((sum) => sum.toFixed());
}
