import type { Draft } from "../../core/record.js";

/**
 * The figures of a draft bind each other: where a reading is doubtful (`doubt` on a figure, a quantity or an indicator), the other readings
 * are tried against sums, products and ratios, and a unique one that satisfies them is taken and listed in `repairs`. A figure
 * without doubt is never altered: there the author is wrong. So far nothing is repaired here.
 */
export function repair(draft: Draft): Draft {
  return draft;
}
