import type { Indicator, Points, StatedScore } from "../../../core/record.js";
import { unsure } from "../../figures/unsure.js";
import { isRoundMarks, namesFullMarks } from "../../lexicon/labels/total-words.js";

const MARKS_ALONE = unsure("what can be got stands behind the total's label: the score beside it may not have been read");
const SCORE_ALONE = unsure("a figure that is no round one stands where the full marks should: it may be the score");

const BROKEN_ALONE = unsure("it stands on several lines, as no other figure of its table does: a page number may be its end");

/**
 * Stated totals, those with one figure in doubt that may be the other of the two which such a row has: 总分 100 where other totals are told, and 99.29 as
 * what can be got. `fullMarks`: of the whole.
 */
export function doubtTotals<Score extends StatedScore>(
  scores: readonly Score[],
  fullMarks: string,
  rows: readonly Pick<Indicator, "weight" | "score">[],
): Score[] {
  const totals = scores.filter(({ scope, score }) => scope === "total" && score !== null);
  const breakFigures = rows.some(({ weight, score }) => isBroken(weight) || isBroken(score));
  return scores.map((stated) => {
    if (stated.scope !== "total") return stated;
    const { name, score, fullMarks: marks } = stated;
    if (score && !breakFigures && isBroken(score)) return { ...stated, score: { doubt: BROKEN_ALONE, ...score } };
    const differs = totals.some((other) => Number(other.score!.value) !== Number(score?.value));
    if (score && !marks && differs && Number(score.value) === Number(fullMarks) && namesFullMarks(name))
      return { ...stated, score: { doubt: MARKS_ALONE, ...score } };
    return !score && marks && !isRoundMarks(marks.value) ? { ...stated, fullMarks: { doubt: SCORE_ALONE, ...marks } } : stated;
  });
}

/** One cell of a text whose figure is put together from several lines. */
function isBroken(figure: Points | null): boolean {
  const [first, ...others] = figure?.evidence ?? [];
  return (
    first?.line !== undefined &&
    others.some(
      ({ line, table, row, column }) => line !== first.line && table === first.table && row === first.row && column === first.column,
    )
  );
}
