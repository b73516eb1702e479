import type { Reading } from "../../core/extracted.js";
import type { Word } from "./placed.js";

/** Other readings kept for one text. */
const MOST_ALTERNATIVES = 6;

/** Confidence in a figure whose digits stand in several lines, at most: two rows may have run together where a ruling was not seen. */
const STACKED = 0.6;
/** A rate with its sign at the very end is one figure over two lines: of two rows each would have its own. */
const FIGURE = /^\d[\d.,]*$/u;

/**
 * How surely a text made of these words was read; undefined where none was recognised. Each alternative is the whole text with one word read
 * otherwise. `spell` makes a text of the words as it was made of the given ones.
 */
export function readingOf(words: readonly Word[], spell: (words: readonly Word[]) => string): Reading | undefined {
  if (!words.some((word) => word.confidence !== undefined)) return undefined;
  const recognised = words.filter((word) => word.confidence !== undefined);
  const text = spell(words);
  const alternatives = new Set<string>();
  const doubtful = [...recognised].sort((a, b) => a.confidence! - b.confidence!);
  for (const word of doubtful)
    for (const other of word.alternatives ?? []) {
      if (alternatives.size >= MOST_ALTERNATIVES) break;
      const reading = spell(words.map((each) => (each === word ? { ...word, text: other } : each)));
      if (reading !== text) alternatives.add(reading);
    }
  const stacked = FIGURE.test(text) && recognised.some((a) => recognised.some((b) => b.box[1] >= a.baseline));
  const judged = recognised.filter((word) => word.agreed !== undefined);
  return {
    confidence: Math.min(stacked ? STACKED : 1, ...recognised.map((word) => word.confidence!)),
    alternatives: [...alternatives],
    ...(judged.length > 0 ? { agreed: judged.every((word) => word.agreed) } : {}),
  };
}
