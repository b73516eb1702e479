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

export function lineOf(words: readonly Word[]): TextLine {
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
  let text = "";
  let end = 0;
  for (const word of line.words) {
    text += text !== "" && word.box[0] - end > SPACE * word.size ? ` ${word.text}` : word.text;
    end = Math.max(end, word.box[2]);
  }
  return cleanText(text);
}
