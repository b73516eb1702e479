import { exact } from "../../../core/decimal.js";
import type { StatedScore } from "../../../core/record.js";
import type { ProseIndicator } from "../facts.js";

const SAYS_SCORE = /得|评|获|计/u;

/**
 * 数量指标20分 in a list says neither whether the points could be had nor whether they were: where the weights of the level's indicators sum to
 * them, and their scores do not, they are its marks.
 */
export function settleLevelScores(scores: readonly StatedScore[], indicators: readonly ProseIndicator[]): StatedScore[] {
  return scores.map((stated) => {
    const { scope, name, score, fullMarks, evidence } = stated;
    if ((scope !== "level1" && scope !== "level2") || !score || fullMarks) return stated;
    if (evidence.some(({ quote }) => SAYS_SCORE.test((quote ?? "").replace(name, "")))) return stated;
    const own = indicators.filter((indicator) => stem(indicator[scope]) === stem(name));
    const sum = (field: "weight" | "score") => own.reduce((so, indicator) => so.plus(indicator[field]?.value ?? "0"), exact("0"));
    return sum("weight").eq(score.value) && !sum("score").eq(score.value) ? { ...stated, score: null, fullMarks: score } : stated;
  });
}

function stem(level: string): string {
  return level.replace(/(?:类)?指标$/u, "");
}
