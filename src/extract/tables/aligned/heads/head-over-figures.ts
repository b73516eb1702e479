import { isFigure, isNoFigure } from "../../../is-figure.js";
import type { TextLine } from "../../text-lines.js";
import { CELL_GAP, coveredRuns, textIn } from "../columns/line-columns.js";

/** Gap between many columns that are full, in glyph heights. */
const TIGHT = 0.3;
/** Figures that a row has at least under heads of their own; and heads, and figures under such, where the row has other texts as well. */
const LEAST_FIGURES = 3;
const MANY_HEADS = 5;
const LEAST_MARKS = 2;

/**
 * Whether two lines are a table's head and its only row: a label with figures (预算资金总额 2310.00 2254.00 97.55%), each under a text of its own above it, none
 * of which is a figure (年初预算 | 调整后预算 | 执行率); or many texts, each under one of many heads, and some of them figures.
 */
export function isHeadOverFigures([head, row, ...more]: readonly TextLine[], glyph: number): boolean {
  if (!head || !row || more.length > 0 || head.words.some(({ text }) => /^\d/u.test(text))) return false;
  const [label, ...figures] = coveredRuns(row.words, CELL_GAP * glyph);
  const textOf = (run: Run): string => textIn(run, row.words);
  const areUnder = (heads: readonly Run[], runs: readonly Run[]): boolean => {
    const under = runs.map((run) => heads.filter(({ from, to }) => from < run.to && run.from < to));
    return under.every(({ length }) => length === 1) && new Set(under.flat()).size === under.length;
  };
  const [many, told] = [head, row].map(({ words }) => coveredRuns(words, TIGHT * glyph));
  const marks = told!.filter((run) => isFigure(textOf(run)));
  if (told!.length >= MANY_HEADS && marks.length >= LEAST_MARKS && areUnder(many!, told!)) return true;
  if (isFigure(textOf(label!)) || figures.length < LEAST_FIGURES) return false;
  return (
    figures.every((run) => isFigure(textOf(run)) || isNoFigure(textOf(run))) && areUnder(coveredRuns(head.words, CELL_GAP * glyph), figures)
  );
}

type Run = ReturnType<typeof coveredRuns>[number];
