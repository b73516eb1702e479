import type { Fund } from "../../core/record.js";

/** Spent ÷ budget in percent, for telling a fraction from a percentage; undefined where the row lacks either. */
export function expectedRate({
  executed,
  adjustedBudget,
  initialBudget,
  received,
}: Pick<Fund, "executed" | "adjustedBudget" | "initialBudget" | "received">): number | undefined {
  const base = adjustedBudget ?? initialBudget ?? received;
  if (!executed || !base || Number(base.yuan) === 0) return undefined;
  return (Number(executed.yuan) / Number(base.yuan)) * 100;
}
