import { isFigure } from "../../is-figure.js";
import type { Word } from "../placed.js";
import type { TextLine } from "../text-lines.js";
import { coveredRuns } from "./line-columns.js";

/** Gap between texts of two cells, in glyph heights. */
const APART = 0.9;
/** How far a text reaches over an edge that it runs across, in glyph heights. */
const OVER = 0.4;
/** What stands for a figure that is not told. */
const NO_FIGURE = /^[-—–/]+$/u;

/** The words of a line's first text, where nothing but figures follows it (合计 100 96.5): that of a merged cell perhaps. Empty for other lines. */
export function closingLabel(line: TextLine | undefined): readonly Word[] {
  const runs = line ? coveredRuns(line.words, APART * line.size) : [];
  if (runs.length < 2) return [];
  const label = line!.words.filter(({ box }) => box[2] <= runs[0]!.to);
  const isTold = ({ text }: Word): boolean => isFigure(text) || NO_FIGURE.test(text);
  return label.some(isTold) || !line!.words.every((word) => label.includes(word) || isTold(word)) ? [] : label;
}

/** Whether a word runs across one of the edges. */
export function isAcross({ box, size }: Word, edges: readonly number[]): boolean {
  return edges.some((edge) => box[0] < edge - OVER * size && box[2] > edge + OVER * size);
}
