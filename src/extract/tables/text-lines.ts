import { type Box, unionBox } from "../../core/evidence.js";
import { cleanText } from "../../core/text.js";
import type { Word } from "./placed.js";

/** Words that stand on one baseline, from left to right (or one turned word). */
export interface TextLine {
  readonly words: readonly Word[];
  readonly box: Box;
  readonly size: number;
  readonly baseline: number;
}

/** Farthest that the lines of one text, or of one row's texts, stand from each other, in glyph heights. */
export const WRAPPED = 1.9;

/** Lines of one text stand at least so far from each other, in glyph heights: what stands nearer is of one row, side by side. */
export const NEXT_LINE = 0.85;

/** A gap between words wider than this, in glyph heights, is written as a space. */
const SPACE = 0.18;

/** A gap wider than this parts what stands on one line: a label from its value, a name from a date. */
const WIDE_GAP = 0.8;

/** Lines from top to bottom. Words whose bodies overlap by more than half stand on one line (raised and lowered characters). */
export function textLines(words: readonly Word[]): TextLine[] {
  if (words.length === 1) return [lineOf(words)];
  const level = words.filter((word) => !word.turned);
  const sorted = [...level].sort((a, b) => a.baseline - b.baseline);
  const lines: TextLine[] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start]!;
    let size = first.size;
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.baseline - first.baseline < 0.45 * Math.min(size, sorted[end]!.size * 1.6)) {
      if (sorted[end]!.size > size) size = sorted[end]!.size;
      end++;
    }
    lines.push(lineOf(sorted.slice(start, end)));
    start = end;
  }
  const turned = words.filter((word) => word.turned).map((word) => lineOf([word]));
  return turned.length === 0 ? lines : inReadingOrder([...lines, ...turned]);
}

function lineOf(words: readonly Word[]): TextLine {
  if (words.length === 1) return { words, box: words[0]!.box, size: words[0]!.size, baseline: words[0]!.baseline };
  const sorted = [...words].sort((a, b) => a.box[0] - b.box[0]);
  const largest = sorted.reduce((a, b) => (b.size > a.size ? b : a));
  return { words: sorted, box: unionBox(sorted.map((word) => word.box))!, size: largest.size, baseline: largest.baseline };
}

/** Columns of vertical writing go from right to left; text turned upwards goes from left to right. */
function inReadingOrder(lines: TextLine[]): TextLine[] {
  return lines.sort((a, b) => {
    const apart = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]) < 0;
    if (apart) return a.box[1] - b.box[1];
    const upwards = a.words[0]!.turned === 270 && b.words[0]!.turned === 270;
    return upwards ? a.box[0] - b.box[0] : b.box[0] - a.box[0];
  });
}

/** The text of a line, a blank where the author left a wide gap. */
export function lineText(line: TextLine): string {
  return lineSegments(line).join(" ");
}

/** The text of a line, cut where the author left a wide gap; characters set apart one by one (项　目　名　称) are one text. */
export function lineSegments(line: TextLine): string[] {
  const segments: string[] = [];
  let text = "";
  line.words.forEach((word, i) => {
    const gap = gapBefore(line.words, i);
    if (gap > SPACE * word.size && !isSpread(line.words, i)) {
      if (gap > WIDE_GAP * word.size) {
        segments.push(cleanText(text));
        text = "";
      } else text += " ";
    }
    text += word.text;
  });
  return [...segments, cleanText(text)].filter((segment) => segment !== "");
}

function gapBefore(words: readonly Word[], index: number): number {
  return index > 0 && index < words.length ? words[index]!.box[0] - words[index - 1]!.box[2] : Number.NaN;
}

/** Whether a character and the one before it stand apart only because the whole text is spaced out: ideographs, or characters in even steps. */
function isSpread(words: readonly Word[], index: number): boolean {
  const [before, word] = [words[index - 1]!, words[index]!];
  if (ONE_HANZI.test(before.text) && ONE_HANZI.test(word.text)) return true;
  if (before.text.length > 1 || word.text.length > 1) return false;
  const gap = gapBefore(words, index);
  const even = (other: number): boolean => Math.abs(other - gap) < 0.1 * word.size;
  return (
    (words[index - 2]?.text.length === 1 && even(gapBefore(words, index - 1))) ||
    (words[index + 1]?.text.length === 1 && even(gapBefore(words, index + 1)))
  );
}

const ONE_HANZI = /^\p{Script=Han}$/u;
