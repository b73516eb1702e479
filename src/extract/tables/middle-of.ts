import { middleY } from "../../core/evidence.js";
import type { Ruling, Word } from "./placed.js";

/** Height at which a word counts as standing: the middle of its figures, for turned words of their box. */
export function middleOf(word: Word): number {
  return word.turned ? middleY(word.box) : word.baseline - 0.35 * word.size;
}

/** x and y of the middle of a ruling. */
export function rulingMiddle({ direction, at, from, to }: Ruling): [number, number] {
  const middle = (from + to) / 2;
  return direction === "horizontal" ? [middle, at] : [at, middle];
}
