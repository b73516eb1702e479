import type { Cell } from "../../core/extracted.js";
import type { Doubt, Points } from "../../core/record.js";
import { remembered } from "../lexicon/remembered.js";
import { type Content, cellEvidence, cellText, figureOf } from "./cell-figure.js";
import { withDigits } from "./confusable.js";
import { findNumeral, foldFigure } from "./find-numeral.js";
import { denoise } from "./percent.js";

/** 13.06（满分15分）: the marks that a score is of, behind it. */
const OF_MARKS = /\((?:满分|分值|总分)[::]?(\d+(?:\.\d+)?)分?\)$/u;

/** The decimal of a text that is a score or weight and no more: `9`, `9.60分`, `10%`, `9.6（满分10分）`. Undefined otherwise. */
export const pointsOf = remembered((text): string | undefined => {
  const folded = foldFigure(text)
    .replace(/^\+/u, "")
    .replace(/\((?:分|%)\)$/u, "")
    .replace(OF_MARKS, "");
  const found = findNumeral(folded);
  // 14.513.5 is two figures: points have no thousands.
  if (found?.start !== 0 || /\.\d+\.\d/u.test(folded)) return undefined;
  return /^(?:分|%|)$/u.test(folded.slice(found.end)) ? denoise(found.value) : undefined;
});

/** The full marks that a score's cell tells behind it: 15 of `13.06（满分15分）`. */
export function marksBehind(text: string): string | undefined {
  return OF_MARKS.exec(foldFigure(text))?.[1];
}

/** A cell of a weight or score column; null where it states none (blank, —, /). */
export function readPoints(cell: Content | undefined): Points | null {
  if (!cell) return null;
  const plain = pointsOf(cell.text);
  const value = plain ?? pointsOf(withDigits(cell.text) ?? "");
  if (value === undefined) return null;
  const figure = { ...figureOf(cell, plain === undefined), value };
  return cell.reading && value.startsWith("-") ? { ...figure, doubt: figure.doubt ?? signDoubt(value) } : figure;
}

/** Points that a label tells of itself (产出指标（50分）), with its cell as evidence; null where it tells none. */
export function pointsIn(cell: Cell, value: string | undefined): Points | null {
  return value === undefined ? null : { raw: cellText(cell), value, evidence: cellEvidence(cell) };
}

/** Recognition makes a minus of what is left of a ruling or a broken glyph more often than a report takes points off in a column of its own. */
function signDoubt(value: string): Doubt {
  return { confidence: 0.5, readings: [value.slice(1)], because: "the stroke before it may be no sign" };
}
