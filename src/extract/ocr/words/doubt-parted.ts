import { middleX } from "../../../core/evidence.js";
import type { Ruling, Word } from "../../tables/placed.js";

/** Figures nearer to each other than this, in glyph heights, leave no room for the borders of two cells. */
const NEAREST = 0.35;
/** Confidence in a figure that an upright may have cut, at most. */
const PARTED = 0.55;
const ENDS_IN_FIGURE = /[\d.,]$/u;
const BEGINS_WITH_FIGURE = /^[\d.,%]/u;

/**
 * The words with those in doubt that an upright may have cut in two: 9|60.00, where a stroke through the glyphs of a column was taken for a
 * ruling. Cells keep their figures apart; digits that nearly touch across a ruling are rather one figure's,
 * however many readers agree on each part.
 */
export function doubtParted(words: readonly Word[], rulings: readonly Ruling[]): Word[] {
  const uprights = rulings.filter(({ direction }) => direction === "vertical");
  const parted = new Map<Word, string>();
  const before = words.filter(({ text }) => ENDS_IN_FIGURE.test(text));
  for (const after of words) {
    if (!BEGINS_WITH_FIGURE.test(after.text)) continue;
    const touching = before.filter(
      (word) => word !== after && touches(word, after) && uprights.some((ruling) => isBetween(ruling, word, after)),
    );
    for (const word of touching) {
      parted.set(word, word.text + after.text);
      parted.set(after, word.text + after.text);
    }
  }
  return words.map((word) => {
    const whole = parted.get(word);
    if (whole === undefined) return word;
    return {
      ...word,
      confidence: Math.min(PARTED, word.confidence ?? 1),
      alternatives: [whole, ...(word.alternatives ?? [])],
      agreed: false,
    };
  });
}

function touches(left: Word, right: Word): boolean {
  const size = Math.max(left.size, right.size);
  return Math.abs(left.baseline - right.baseline) < 0.3 * size && Math.abs(right.box[0] - left.box[2]) < NEAREST * size;
}

function isBetween({ at, from, to }: Ruling, left: Word, right: Word): boolean {
  const isAcross = middleX(left.box) < at && at < middleX(right.box);
  return isAcross && from < left.baseline && to > left.baseline - left.size;
}
