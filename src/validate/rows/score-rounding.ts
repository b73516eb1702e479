import { decimalPlaces, exact } from "../../core/decimal.js";
import { type Interval, rounded } from "../../core/interval.js";

/** So many scores that are no whole points must end in a nought: one in ten does by chance. */
const LEAST = 2;

/**
 * What a score of the report stands for: rounded at its last printed decimal, or, where all scores with two decimals or more end in a nought,
 * at the one before, for there the nought is the form's (9.60 and 6.90 are 9.6 and 6.9).
 */
export function scoreRounding(scores: readonly string[]): (score: string) => Interval {
  const fine = scores.filter((score) => decimalPlaces(score) > 1);
  const isForm = fine.every((score) => score.endsWith("0")) && fine.filter((score) => !exact(score).isInteger()).length >= LEAST;
  return (score) => rounded(isForm && decimalPlaces(score) > 1 && score.endsWith("0") ? score.slice(0, -1) : score);
}
