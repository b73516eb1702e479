import { exact, sumOf } from "../../core/decimal.js";
import { isCounted, type Points } from "../../core/record.js";
import type { ToldIndicator, ToldScore } from "./told.js";

/** Weights of so many rows sum to 1 by intent. */
const FEWEST = 2;
const HUNDRED = 100;

/**
 * Weights told as shares of 1 (权重 0.3 | 得分 28): as points of a hundred, like those told as percentages. Only where they sum to 1, or the
 * full marks of all are 1, and the scores are points: a table of a single point in all has scores below its weights.
 */
export function asPoints(
  indicators: readonly ToldIndicator[],
  scores: readonly ToldScore[],
): { indicators: readonly ToldIndicator[]; scores: readonly ToldScore[] } {
  const weighted = indicators.filter((row) => row.weight && isCounted(row));
  const sum = sumOf(weighted.map(({ weight }) => weight!.value));
  const isOutOfOne = scores.some(
    ({ scope, score, fullMarks }) => scope === "total" && score && fullMarks?.value === "1" && exact(score.value).gt(1),
  );
  const arePoints = weighted.some(({ weight, score }) => score && exact(score.value).gt(weight!.value) && exact(score.value).gt(1));
  if (weighted.length < FEWEST || !(sum.eq(1) || isOutOfOne) || !arePoints) return { indicators, scores };
  const scaled = <Told extends Points | null>(points: Told): Told =>
    points && exact(points.value).lte(1) ? { ...points, value: exact(points.value).times(HUNDRED).toFixed() } : points;
  return {
    indicators: indicators.map((row) => ({ ...row, weight: scaled(row.weight) })),
    scores: scores.map((score) => ({ ...score, fullMarks: scaled(score.fullMarks) })),
  };
}
