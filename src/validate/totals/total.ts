import { exact } from "../../core/decimal.js";
import type { Draft, Record } from "../../core/record.js";
import { judge } from "../judged.js";
import { profileFor } from "../profiles.js";
import { middle } from "../wording.js";
import { type Standing, scoredTotals, standingOf, tallyOf } from "./totals.js";

/** A report's totals as it states them, each figure once, and as its own scores sum up; null where a score is missing. */
export interface Total {
  readonly stated: readonly string[];
  readonly recomputed: string | null;
  readonly standing: Standing;
}

/** The total for who shows a report: what the rules compare, without an accusation. `profile` as for `validate`. */
export function totalOf(record: Draft | Record, profile?: string): Total {
  const judged = judge(record, profileFor(record, profile));
  const totals = scoredTotals(judged);
  const whole = totals.filter(({ extent }) => extent === "everything");
  const shown = whole.length > 0 ? whole : totals.slice(0, 1);
  const summed = shown[0] ? tallyOf(shown[0], judged) : judged.everything;
  const known = summed.items.length > 0 && summed.items.every((item) => item.score !== null);
  const figures = shown.flatMap(({ stated }) => stated.score?.value ?? []);
  const stated = figures.filter((figure, i) => figures.findIndex((earlier) => exact(earlier).eq(figure)) === i);
  return { stated, recomputed: known ? middle(summed.scores) : null, standing: standingOf(judged) };
}
