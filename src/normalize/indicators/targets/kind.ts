import type { Indicator, Operator, Quantity } from "../../../core/record.js";

const DATE = /\d{4}年|\d{1,2}月(?:\d{1,2}[日号]|底|初|中|末|份|前)|^\d{4}[-./]\d{1,2}/u;

/**
 * Quantitative where the target is a quantity or a date, or there is no target text and the actual is one; else qualitative. A column
 * that says 定性 decides.
 */
export function kindOf(target: string, quantity: Quantity | null, actual: Quantity | null, sign?: Operator | "none"): Indicator["kind"] {
  if (sign === "none") return "qualitative";
  if (quantity || DATE.test(target)) return "quantitative";
  return target === "" && actual ? "quantitative" : "qualitative";
}
