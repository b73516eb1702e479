import { isFigure } from "../../is-figure.js";
import type { Word } from "../placed.js";
import type { TextLine } from "../text-lines.js";
import { coveredRuns } from "./line-columns.js";

/** Gap between texts of two cells, in glyph heights. */
const APART = 0.9;
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

/** The line without that text. */
export function withoutLabel(line: TextLine): TextLine {
  const label = closingLabel(line);
  return label.length === 0 ? line : { ...line, words: line.words.filter((word) => !label.includes(word)) };
}
