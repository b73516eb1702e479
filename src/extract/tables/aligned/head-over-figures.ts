import { isFigure, isNoFigure } from "../../is-figure.js";
import type { Word } from "../placed.js";
import type { TextLine } from "../text-lines.js";
import { coveredRuns } from "./line-columns.js";

/** Gap between columns, in glyph heights. */
const APART = 0.9;
/** Figures that a row has at least under heads of their own. */
const LEAST_FIGURES = 3;

/**
 * Whether two lines are a table's head and its only row: a label with figures (预算资金总额 2310.00 2254.00 97.55%), each under a text of its own above it, none
 * of which is a figure (年初预算 | 调整后预算 | 执行率).
 */
export function isHeadOverFigures([head, row, ...more]: readonly TextLine[], glyph: number): boolean {
  if (!head || !row || more.length > 0 || head.words.some(({ text }) => /^\d/u.test(text))) return false;
  const heads = coveredRuns(head.words, APART * glyph);
  const [label, ...figures] = coveredRuns(row.words, APART * glyph);
  const textOf = ({ from, to }: Run): string =>
    row.words
      .filter((word) => isWithin(word, { from, to }))
      .map(({ text }) => text)
      .join("");
  if (isFigure(textOf(label!)) || figures.length < LEAST_FIGURES) return false;
  const under = figures.map((run) => heads.filter(({ from, to }) => from < run.to && run.from < to));
  return (
    figures.every((run) => isFigure(textOf(run)) || isNoFigure(textOf(run))) &&
    under.every(({ length }) => length === 1) &&
    new Set(under.flat()).size === under.length
  );
}

type Run = ReturnType<typeof coveredRuns>[number];

function isWithin({ box }: Word, { from, to }: Run): boolean {
  return box[0] >= from && box[2] <= to;
}
