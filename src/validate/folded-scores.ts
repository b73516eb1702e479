import { exact, sumOf } from "../core/decimal.js";
import { meets, points, sum } from "../core/interval.js";
import { type Indicator, isCounted, type StatedScore } from "../core/record.js";

const HUNDRED = 100;

/**
 * Scores of a hundred each beside weights (权重 30% | 得分 90), folded to points of the weight: where the plain sum is more than a hundred, no
 * score is, and a stated total is the sum of weight × score. Others are returned as they are.
 */
export function foldedScores(indicators: readonly Indicator[], stated: readonly StatedScore[]): readonly Indicator[] {
  const scored = indicators.filter(isScored);
  const plain = sumOf(scored.map(({ score }) => score!.value));
  if (scored.length < 2 || plain.lte(HUNDRED) || scored.some(({ score }) => exact(score!.value).gt(HUNDRED))) return indicators;
  const folded = indicators.map(fold);
  const whole = sum(folded.filter(isScored).map(({ score }) => points(score!.value)));
  const isTotal = stated.some(({ scope, score }) => scope === "total" && score && meets(points(score.value), whole));
  return isTotal ? folded : indicators;
}

function isScored(row: Indicator): boolean {
  return row.weight !== null && row.score !== null && isCounted(row);
}

function fold(indicator: Indicator): Indicator {
  const { weight, score } = indicator;
  if (!weight || !score) return indicator;
  return { ...indicator, score: { ...score, value: exact(weight.value).times(score.value).div(HUNDRED).toFixed() } };
}
