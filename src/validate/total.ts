import type { Draft, Record } from "../core/record.js";
import { judge } from "./judged.js";
import { profileFor } from "./profiles.js";
import { type Standing, scoredTotals, standingOf, tallyOf } from "./totals.js";
import { middle } from "./wording.js";

/** A report's total as it states it and as its own scores sum up; null where it states none, or where a score is missing. */
export interface Total {
  readonly stated: string | null;
  readonly recomputed: string | null;
  readonly standing: Standing;
}

/** The total for who shows a report: what the rules compare, without an accusation. `profile` as for `validate`. */
export function totalOf(record: Draft | Record, profile?: string): Total {
  const judged = judge(record, profileFor(record, profile));
  const totals = scoredTotals(judged);
  const total = totals.find(({ extent }) => extent === "everything") ?? totals[0];
  const summed = total ? tallyOf(total, judged) : judged.everything;
  const known = summed.items.length > 0 && summed.items.every((item) => item.score !== null);
  return { stated: total?.stated.score?.value ?? null, recomputed: known ? middle(summed.scores) : null, standing: standingOf(judged) };
}
