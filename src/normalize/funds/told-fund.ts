import type { Claims, Fund } from "../../core/record.js";
import type { Place } from "../indicators/told.js";

/** A fund row as its table tells it. */
export interface ToldFund extends Fund {
  readonly place: Place;
}

export interface ToldFunds {
  readonly funds: readonly ToldFund[];
  readonly formulas: Claims["formulas"];
  /** Figures that stand in a figure's column and could not be read. */
  readonly unread: readonly { readonly text: string; readonly place: Place }[];
}

/** The amounts of a row that states none. */
export const NO_AMOUNTS = { initialBudget: null, adjustedBudget: null, received: null, executed: null, balance: null } as const;
