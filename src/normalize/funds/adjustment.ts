import { exact } from "../../core/decimal.js";
import type { Fund, Money } from "../../core/record.js";
import { isRateOf } from "../figures/rate-of.js";
import { unsure } from "../figures/unsure.js";

interface Adjusted<F extends Fund> {
  readonly fund: F;
  /** What the column 调整数 holds. */
  readonly adjustment: Money | null;
}

/**
 * A column 调整数 tells the budget after the adjustment, or the adjustment alone; the head leaves it open. It is the adjusted budget where
 * some row's rate is of it and none is of the initial budget and it together, or, without rates, where no row spends more than it. Where it
 * is the adjustment, the adjusted budget is not stated, and a rate that is of their sum is not held against the initial budget.
 */
export function settleAdjustments<F extends Fund>(rows: readonly Adjusted<F>[]): F[] {
  const told = rows.filter(({ adjustment }) => adjustment !== null);
  const isBudget = told.length > 0 && speakForBudget(told);
  return rows.map(({ fund, adjustment }) => {
    if (adjustment === null || fund.adjustedBudget !== null) return fund;
    if (isBudget) return { ...fund, adjustedBudget: adjustment };
    const rate = fund.executionRate;
    if (rate === null || isOf(fund, fund.initialBudget?.yuan)) return fund;
    return { ...fund, executionRate: { ...rate, doubt: unsure("the budget was adjusted by 调整数") } };
  });
}

function speakForBudget(rows: readonly Adjusted<Fund>[]): boolean {
  const ofColumn = rows.some(({ fund, adjustment }) => isOf(fund, adjustment!.yuan));
  const ofSum = rows.some(({ fund, adjustment }) => isOf(fund, summed(fund, adjustment!)));
  if (ofColumn !== ofSum) return ofColumn;
  return rows.every(({ fund, adjustment }) => fund.executed !== null && exact(adjustment!.yuan).gte(fund.executed.yuan));
}

function summed({ initialBudget }: Fund, adjustment: Money): string | undefined {
  return initialBudget === null || exact(initialBudget.yuan).isZero()
    ? undefined
    : exact(initialBudget.yuan).plus(adjustment.yuan).toFixed();
}

/** The row's rate is its spending over this budget. */
function isOf({ executed, executionRate }: Fund, budget: string | undefined): boolean {
  if (executed === null || executionRate === null || budget === undefined || exact(executed.yuan).isZero()) return false;
  return isRateOf(executionRate, executed.yuan, budget);
}
