import { divide, inPercent, meets, multiply, point } from "../../core/interval.js";
import type { Percent } from "../../core/record.js";

/**
 * Whether a stated rate (in percent, rounded at its last printed decimal) is this spending over this budget.
 *
 * @param spent yuan; taken as exact, for its own rounding is far below that of a rate
 * @param budget yuan; a budget of zero has no rate
 */
export function isRateOf(rate: Percent, spent: string, budget: string): boolean {
  const quotient = divide(point(spent), point(budget));
  return quotient !== undefined && meets(inPercent(rate), multiply(quotient, point("100")));
}
