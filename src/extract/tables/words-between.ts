import { middleOf } from "./middle-of.js";
import type { Word } from "./placed.js";

/** For two heights the words that stand between them (at the upper one, too), in the order that they had; sorted once, so that many may be asked for. */
export function wordsBetween(words: readonly Word[]): (top: number, bottom: number) => Word[] {
  const placed = words.map((word, index) => ({ word, index, y: middleOf(word) })).sort((a, b) => a.y - b.y);
  const firstAt = (y: number): number => {
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placed[middle]!.y < y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (top, bottom) =>
    placed
      .slice(firstAt(top), firstAt(bottom))
      .sort((a, b) => a.index - b.index)
      .map(({ word }) => word);
}
