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

/** A gap between words wider than this, in glyph heights, is written as a space. */
const SPACE = 0.15;

/** A gap wider than this parts what stands on one line: a label from its value, a name from a date. */
const WIDE_GAP = 0.8;

/** Lines from top to bottom. Words whose bodies overlap by more than half stand on one line (raised and lowered characters). */
export function textLines(words: readonly Word[]): TextLine[] {
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

export function lineText(line: TextLine): string {
  return lineSegments(line).join(" ");
}

/** The text of a line, cut where the author left a wide gap; single characters set wide apart (项　目　名　称) are one text. */
export function lineSegments(line: TextLine): string[] {
  const segments: string[] = [];
  let text = "";
  let before: Word | undefined;
  for (const word of line.words) {
    const gap = before ? word.box[0] - before.box[2] : 0;
    const isSpread = before !== undefined && ONE_HANZI.test(before.text) && ONE_HANZI.test(word.text);
    if (gap > WIDE_GAP * word.size && !isSpread) {
      segments.push(cleanText(text));
      text = "";
    } else if (gap > SPACE * word.size && !isSpread) text += " ";
    text += word.text;
    before = word;
  }
  return [...segments, cleanText(text)].filter((segment) => segment !== "");
}

const ONE_HANZI = /^\p{Script=Han}$/u;
