import type { Fund, StatedScore } from "../../core/record.js";

/** What a report states of the marks of the whole, in points. */
export interface WholeMarks {
  readonly fullMarks: string;
  /** Those that the budget's execution has beside the indicators, where the funds' table states them. */
  readonly executionMarks: string | null;
}

/** The marks that a report's tables state; 100 where they state none for the whole. */
export function wholeMarks(scores: readonly StatedScore[], funds: readonly Fund[]): WholeMarks {
  return {
    fullMarks: scores.find(({ scope, fullMarks }) => scope === "total" && fullMarks)?.fullMarks?.value ?? "100",
    executionMarks: funds.find(({ source }) => source === "total")?.weight?.value ?? null,
  };
}
