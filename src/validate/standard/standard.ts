import type { Exact } from "../../core/decimal.js";

/** What a clause of a printed scoring standard gives: points of their own (`points`), percents of the weight (`percent`), or less than all (`off`). */
export type Award =
  | { readonly kind: "full" | "nothing" | "open" }
  /** By what was done (按实际完成情况计分), without a formula: less than all where the target was missed. */
  | { readonly kind: "some" }
  /** In proportion; `over` says which figure a printed formula divides. */
  | { readonly kind: "share"; readonly over?: "actual" | "target" }
  | { readonly kind: "points" | "percent"; readonly low: Exact; readonly high: Exact }
  | { readonly kind: "off"; readonly by: Exact; readonly of: "points" | "percent" };

/** So much of a shortfall or excess for which points are taken: 每降低1个百分点, 每少10天. */
export interface Step {
  readonly size: Exact;
  readonly unit: string;
  /** On which side of the target it counts. */
  readonly side: "below" | "above" | "either";
  /** Printed without 每: 超1日扣2分 may mean each day, or once. */
  readonly mayBeOnce: boolean;
}

export type Clause =
  | { readonly when: "met" | "partly" | "unmet"; readonly gives: Award }
  /** Both bounds count as inside: where a bound itself was reached, both neighbours' awards stand. */
  | { readonly when: "within"; readonly low?: Exact; readonly high?: Exact; readonly unit: string; readonly gives: Award }
  | { readonly when: "each"; readonly step: Step; readonly gives: Extract<Award, { readonly kind: "off" }> };

/** The scoring standard that a report prints beside an indicator. */
export interface Standard {
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** No more points than these are taken. */
  readonly most?: Exact;
  /** What a part of a step counts as: a step, none, or what the reader will. */
  readonly parts: "step" | "none" | "any";
  /** False where it says something of points that is not understood, or that hangs on other things than the target: nothing is judged by it. */
  readonly isUnderstood: boolean;
}

/** Points in proportion to what was reached, and full marks for all of it: the usual rule. */
export function isOfShares({ clauses, isUnderstood }: Standard): boolean {
  return isUnderstood && clauses.every(({ when, gives }) => gives.kind === "share" || (when === "met" && gives.kind === "full"));
}
