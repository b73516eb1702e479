import { type Doubt, eachFundAmount } from "../../core/record.js";
import type { ToldFund } from "./told-fund.js";

/** The row with each of its figures in doubt; those that are already keep their own. */
export function doubtFund(fund: ToldFund, doubt: Doubt): ToldFund {
  const of = <Figure extends object>(figure: Figure | null): Figure | null => (figure ? { doubt, ...figure } : null);
  return {
    ...fund,
    ...eachFundAmount((field) => of(fund[field])),
    executionRate: of(fund.executionRate),
    weight: of(fund.weight),
    score: of(fund.score),
  };
}
