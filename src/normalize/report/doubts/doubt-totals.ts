import type { StatedScore } from "../../../core/record.js";
import { unsure } from "../../figures/unsure.js";
import { isRoundMarks, namesFullMarks } from "../../lexicon/total-words.js";

const MARKS_ALONE = unsure("what can be got stands behind the total's label: the score beside it may not have been read");
const SCORE_ALONE = unsure("a figure that is no round one stands where the full marks should: it may be the score");

/**
 * Stated totals, those with one figure in doubt that may be the other of the two which such a row has: 总分 100 where other totals are told, and 99.29 as
 * what can be got. `fullMarks`: of the whole.
 */
export function doubtTotals<Score extends StatedScore>(scores: readonly Score[], fullMarks: string): Score[] {
  const totals = scores.filter(({ scope, score }) => scope === "total" && score !== null);
  return scores.map((stated) => {
    if (stated.scope !== "total") return stated;
    const { name, score, fullMarks: marks } = stated;
    const differs = totals.some((other) => Number(other.score!.value) !== Number(score?.value));
    if (score && !marks && differs && Number(score.value) === Number(fullMarks) && namesFullMarks(name))
      return { ...stated, score: { doubt: MARKS_ALONE, ...score } };
    return !score && marks && !isRoundMarks(marks.value) ? { ...stated, fullMarks: { doubt: SCORE_ALONE, ...marks } } : stated;
  });
}
