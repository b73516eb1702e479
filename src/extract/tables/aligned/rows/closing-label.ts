import { isFigure, isNoFigure } from "../../../is-figure.js";
import type { Word } from "../../placed.js";
import { NEXT_LINE, type TextLine } from "../../text-lines.js";
import { CELL_GAP, coveredRuns, textRuns } from "../columns/line-columns.js";

/** The words of a line's first text (合计, or 合 计 spread over its cell), where nothing but figures follows it: that of a merged cell perhaps. Empty for other lines. */
export function closingLabel(line: TextLine | undefined): readonly Word[] {
  const runs = line ? coveredRuns(line.words, CELL_GAP * line.size) : [];
  if (runs.length < 2) return [];
  const isTold = ({ text }: Word): boolean => isFigure(text) || isNoFigure(text);
  const before = line!.words.slice(0, line!.words.findIndex(isTold));
  const isSpread = before.length > 1 && before.every(({ text }) => /^\p{Script=Han}$/u.test(text));
  const label = isSpread ? before : line!.words.filter(({ box }) => box[2] <= runs[0]!.to);
  return label.some(isTold) || !line!.words.every((word) => label.includes(word) || isTold(word)) ? [] : label;
}

/** The line without that text. */
export function withoutLabel(line: TextLine): TextLine {
  const label = closingLabel(line);
  return label.length === 0 ? line : { ...line, words: line.words.filter((word) => !label.includes(word)) };
}

/** Fewer texts side by side do not tell where columns are; and the share of the lines with so many that have a text where a total has none. */
const LEAST_TEXTS = 3;
const MOST = 0.5;

/** The words of such a text in the last line of several texts: a total's, where there are figures above that it may be of. All of a line of labels and values. */
export function lastLabel(lines: readonly TextLine[]): readonly Word[] {
  const last = lines.findLastIndex(({ words }) => words.length > 1);
  const hasParts = lines.slice(0, Math.max(0, last)).some(({ words }) => words.some(({ text }) => isFigure(text)));
  if (!hasParts) return [];
  const label = closingLabel(lines[last]);
  return label.length > 0 ? label : resultOf(lines[last]!);
}

/** Labels with their values, in turn, in one line: at least so many texts. */
const PAIRS = 4;
const DIGIT = /\d/u;

/** The words of a line that tells the result by labels and values (自评总分 96.9 自评等级 优): a label, a figure, and so on in turn. Empty for other lines. */
function resultOf({ words, size }: TextLine): readonly Word[] {
  const texts = textRuns(words, CELL_GAP * size);
  const arePairs = texts.length >= PAIRS && texts.length % 2 === 0 && texts.every((text, i) => i % 2 > 0 || !DIGIT.test(text));
  return arePairs && isFigure(texts[1]!) ? words : [];
}

/**
 * The words of such labels among lines from top to bottom: the last line's, and those of lines by themselves (产出指标小计 50 48.5) that leave a place between
 * label and figures empty in which most others have texts.
 */
export function totalLabels(lines: readonly TextLine[]): ReadonlySet<Word> {
  const full = lines.filter(({ words }) => words.length >= LEAST_TEXTS);
  const alone = lines.flatMap((line, i) => {
    const label = closingLabel(line);
    const isAlone = [lines[i - 1], lines[i + 1]].every((next) => !next || Math.abs(next.baseline - line.baseline) >= NEXT_LINE * line.size);
    return label.length > 0 && isAlone && skips(line, label.at(-1)!, full) ? label : [];
  });
  return new Set([...alone, ...lastLabel(lines)]);
}

/** Whether most of the lines have texts in the place that a line leaves empty behind its label. */
function skips({ words }: TextLine, { box: label }: Word, lines: readonly TextLine[]): boolean {
  const from = label[2];
  const to = Math.min(...words.flatMap(({ box }) => (box[0] >= from ? [box[0]] : [])));
  return lines.filter((line) => line.words.some(({ box }) => box[0] > from && box[2] < to)).length > MOST * lines.length;
}
