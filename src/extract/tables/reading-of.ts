import type { Reading } from "../../core/extracted.js";
import type { Word } from "./placed.js";

/** Other readings kept for one text. */
const MOST_ALTERNATIVES = 6;

/**
 * Confidence in a figure of several pieces, at most, however sure each of them is: of digits in several lines two rows may have run together where a ruling was not
 * seen, and one of those side by side may be what a seal or the next cell left there.
 */
const PIECED = 0.6;
/** A rate with its sign at the very end is one figure over two lines: of two rows each would have its own. */
const FIGURE = /^\d[\d.,]*$/u;
const DIGIT = /\d/u;

/**
 * How surely a text made of these words was read; undefined where none was recognised. Each alternative is the whole text with one word read
 * otherwise, or one of a figure's pieces side by side alone. `spell` makes a text of the words as it was made of the given ones.
 */
export function readingOf(words: readonly Word[], spell: (words: readonly Word[]) => string): Reading | undefined {
  if (!words.some((word) => word.confidence !== undefined)) return undefined;
  const recognised = words.filter((word) => word.confidence !== undefined);
  const text = spell(words);
  const pieces = FIGURE.test(text) ? recognised.filter((word) => DIGIT.test(word.text)) : [];
  const pieced = pieces.length > 1;
  const stacked = pieces.some((a) => pieces.some((b) => b.box[1] >= a.baseline));
  const alternatives = new Set<string>(pieced && !stacked ? pieces.map((word) => spell([word])) : []);
  const doubtful = [...recognised].sort((a, b) => a.confidence! - b.confidence!);
  for (const word of doubtful)
    for (const other of word.alternatives ?? []) {
      if (alternatives.size >= MOST_ALTERNATIVES) break;
      const reading = spell(words.map((each) => (each === word ? { ...word, text: other } : each)));
      if (reading !== text) alternatives.add(reading);
    }
  const judged = recognised.filter((word) => word.agreed !== undefined);
  return {
    confidence: Math.min(pieced ? PIECED : 1, ...recognised.map((word) => word.confidence!)),
    alternatives: [...alternatives],
    ...(judged.length > 0 ? { agreed: !pieced && judged.every((word) => word.agreed) } : {}),
  };
}
