import type { Box } from "../../core/evidence.js";
import { rankOf } from "../rank-of.js";
import type { Word } from "./placed.js";

/** Figures of two cells stand farther apart, in glyph heights. */
const TIGHT = 0.1;
const ENDS = /[\d.,]$/u;
const BEGINS = /^[\d.,%]/u;

/**
 * Words that a ruling parts in the midst of what may be one figure, as two texts give that were too wide for their cells and touch: whose the characters at
 * the ruling are is not to be seen.
 */
export function cutFigures(words: readonly Word[]): Box[] {
  const level = words.filter((word) => !word.turned && BEGINS.test(word.text)).sort((a, b) => a.baseline - b.baseline);
  const baselines = level.map(({ baseline }) => baseline);
  return words.flatMap((word) => {
    if (word.turned || !ENDS.test(word.text)) return [];
    const slack = TIGHT * word.size;
    const near = level.slice(rankOf(baselines, word.baseline - slack), rankOf(baselines, word.baseline + slack));
    const next = near.find((other) => other !== word && Math.abs(other.box[0] - word.box[2]) <= slack && other.box[0] > word.box[0]);
    return next ? [word.box, next.box] : [];
  });
}
