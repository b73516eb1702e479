import { rankOf } from "../rank-of.js";
import { middleOf } from "./middle-of.js";
import type { Word } from "./placed.js";

/** For two heights the words that stand between them (at the upper one, too), in the order that they had; sorted once, so that many may be asked for. */
export function wordsBetween(words: readonly Word[]): (top: number, bottom: number) => Word[] {
  const placed = words.map((word, index) => ({ word, index, y: middleOf(word) })).sort((a, b) => a.y - b.y);
  const heights = placed.map(({ y }) => y);
  return (top, bottom) =>
    placed
      .slice(rankOf(heights, top), rankOf(heights, bottom))
      .sort((a, b) => a.index - b.index)
      .map(({ word }) => word);
}
