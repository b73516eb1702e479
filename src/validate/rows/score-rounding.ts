import { decimalPlaces, exact } from "../../core/decimal.js";
import { type Interval, rounded } from "../../core/interval.js";

/**
 * What a score of the report stands for: rounded at its last printed decimal, or, where all scores with two decimals or more end in a nought,
 * at the one before, for there the nought is the form's (9.60 beside 10.00 is 9.6). Where a single score ends so by chance, what is overlooked is less
 * than a tenth of a point.
 */
export function scoreRounding(scores: readonly string[]): (score: string) => Interval {
  const fine = scores.filter((score) => decimalPlaces(score) > 1);
  const isForm = fine.every((score) => score.endsWith("0")) && fine.some((score) => !exact(score).isInteger());
  return (score) => rounded(isForm && decimalPlaces(score) > 1 && score.endsWith("0") ? score.slice(0, -1) : score);
}
