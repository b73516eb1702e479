import type { Cell } from "../../../core/extracted.js";
import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import { gradeBand } from "../../lexicon/labels/total-words.js";
import type { IndicatorRegion } from "../../tables/region.js";
import type { ToldGrade } from "../told.js";
import type { Marks } from "./subtotal.js";

/** The grades in a total's row, or the score that stands in the place of one. `own`: the row's texts, `label` the total's. */
export function gradesIn(region: IndicatorRegion, own: readonly Cell[], label: Cell, figures: Marks): Omit<ToldGrade, "place">[] {
  const graded = own.filter((cell) => cell !== label && (gradeBand(gradeOf(cell)) !== null || isScoreAsGrade(cell)));
  const cells = graded.length > 0 ? graded : scoreForGrade(region, own, label, figures);
  return cells.map((cell) => ({ raw: gradeOf(cell), evidence: cellEvidence(cell) }));
}

const LABELLED_GRADE = /^(?:[^:：]{0,6}(?:等级|等次|评级|级别|结论)[:：]|[(（][^()（）]{0,4}(?:等级|等次|评级|级别|结论)[)）])/u;

/** 自评等级：优 and （自评等级）优 in the total's row are the grade with its label; （优） is the grade. */
function gradeOf(cell: Cell): string {
  return cellText(cell)
    .replace(LABELLED_GRADE, "")
    .replace(/^[(（]([^()（）]+)[)）]$/u, "$1");
}

/** 自评等级：97.74: a score behind the label of the grade. */
function isScoreAsGrade(cell: Cell): boolean {
  const text = cellText(cell);
  return LABELLED_GRADE.test(text) && pointsOf(text.replace(LABELLED_GRADE, "")) !== undefined;
}

/**
 * 总分 | 100 | 96.2 | 96.2, the last below the reasons, where a form has its grade: the score once more, which is none. Told only by a grid that keeps its
 * spans; others may repeat a cell that reaches over both columns.
 */
function scoreForGrade({ columns }: IndicatorRegion, own: readonly Cell[], label: Cell, { score }: Marks): readonly Cell[] {
  const last = own.at(-1)!;
  const isBelowReasons = last.colSpan === 1 && columns.of.get("reason")?.includes(last.column);
  const isAgain = own.filter((cell) => cell !== label && pointsOf(cellText(cell)) === score?.value).length > 1;
  return isBelowReasons && score && isAgain && pointsOf(cellText(last)) === score.value && label.colSpan > 1 ? [last] : [];
}
