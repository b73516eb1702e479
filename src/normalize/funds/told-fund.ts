import { type Claims, eachFundAmount, type Fund, type FundSource } from "../../core/record.js";
import type { Place } from "../indicators/told.js";

/** A fund row as its table tells it. */
export interface ToldFund extends Fund {
  readonly place: Place;
  /** It stands in a list of the year's tasks: the whole's money only where no other table and no sentence tells it. */
  readonly ofTasks?: true;
}

export interface ToldFunds {
  readonly funds: readonly ToldFund[];
  readonly formulas: Claims["formulas"];
  /** Texts that stand in a figure's column and of which no figure could be made. */
  readonly unread: readonly string[];
}

/** A row of a fund table of which only the source is known so far; sources stand one level below the total. */
export function emptyFund(source: FundSource, label: string, place: Place): ToldFund {
  const depth = source === "total" ? 0 : 1;
  return {
    source,
    label,
    ...eachFundAmount(() => null),
    executionRate: null,
    weight: null,
    score: null,
    evidence: [],
    depth,
    told: "table",
    place,
  };
}
