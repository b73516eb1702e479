import { add, type Interval, meets, point, sum } from "../../core/interval.js";
import type { Cited } from "../accusation.js";
import type { Row } from "../rows/row.js";
import { cite } from "../rows/row.js";

/** Something that carries points: an indicator, or the execution score of the fund table. */
export interface Item {
  readonly weight: Interval | null;
  readonly score: Interval | null;
  readonly cites: { readonly weight: Cited; readonly score: Cited };
}

/** What a row brings to the sums: a bonus has a score and no weight. */
export function toItem(row: Row): Item {
  return { weight: row.isBonus ? null : row.weight, score: row.score, cites: { weight: cite(row, "weight"), score: cite(row, "score") } };
}

/** Sums over items, with what is not known of them. */
export interface Tally {
  readonly items: readonly Item[];
  /** Σ of the weights that stand. */
  readonly weights: Interval;
  /** How many items state no weight. */
  readonly withoutWeight: number;
  /** Σ of the scores that stand; from there up to the weights of the items without a score. */
  readonly scores: Interval;
  /** An item without a score has no weight either: it may carry any number of points. */
  readonly open: boolean;
}

const NOTHING = point("0");

/** Sums up weights and scores; an item without a score may have any up to its weight. */
export function tally(items: readonly Item[]): Tally {
  const unscored = items.filter((item) => item.score === null);
  const known = sum(items.map((item) => item.score ?? NOTHING));
  const atMost = sum(unscored.map((item) => item.weight ?? NOTHING));
  return {
    items,
    weights: sum(items.map((item) => item.weight ?? NOTHING)),
    withoutWeight: items.filter((item) => item.weight === null).length,
    scores: { low: known.low, high: add(known, atMost).high },
    open: unscored.some((item) => item.weight === null),
  };
}

/** No item states a weight. */
export function isWeightless(tally: Tally): boolean {
  return tally.withoutWeight === tally.items.length;
}

export type Extent = "covered" | "over" | "short" | "partly stated" | "weightless";

/** How the weights stand to the marks that they should sum to. Items without a weight share none when the others reach the marks. */
export function extentOf(tally: Tally, marks: Interval): Extent {
  if (isWeightless(tally)) return "weightless";
  if (meets(tally.weights, marks)) return "covered";
  if (tally.weights.low.gt(marks.high)) return "over";
  return tally.withoutWeight > 0 ? "partly stated" : "short";
}

/** What a finding cites of all items that tell a figure. */
export function citeAll(tally: Tally, figure: "weight" | "score"): Cited[] {
  return tally.items.filter((item) => item[figure] !== null).map((item) => item.cites[figure]);
}

/** Weights whose reading is in doubt: whether all points are covered rests on them. */
export function doubtfulWeights(tally: Tally): Cited[] {
  return citeAll(tally, "weight").filter(({ doubt }) => doubt !== undefined);
}
