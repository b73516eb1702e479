import { middleX } from "../../../../core/evidence.js";
import type { Word } from "../../placed.js";
import { NEXT_LINE } from "../../text-lines.js";
import { coveredRuns } from "../columns/line-columns.js";

/** How far below the first line the heads of a group's columns stand, at most, and how far apart from each other, in glyph heights. */
const BELOW = 2.2;
const APART = 0.3;
/** Texts of one line stand no farther from each other than this, in glyph heights. */
const SAME_LINE = 0.45;
const DIGIT = /\d/u;

/** The words of the first line with two others side by side below them, and these: heads of groups of columns, or what spans such otherwise. */
export function groupHeads(words: readonly Word[], glyph: number): ReadonlyMap<Word, readonly Word[]> {
  const top = words.reduce((least, { baseline }) => Math.min(least, baseline), Number.POSITIVE_INFINITY);
  const near = words.filter(({ baseline }) => baseline < top + BELOW * glyph);
  const [first, below] = [
    near.filter(({ baseline }) => baseline < top + SAME_LINE * glyph),
    near.filter(({ baseline }) => baseline >= top + SAME_LINE * glyph),
  ];
  return new Map(
    first.flatMap((head): [Word, readonly Word[]][] => {
      const own = severalUnder(head, below, glyph) ?? twoBeside(head, first, below, glyph);
      return own ? [[head, own]] : [];
    }),
  );
}

function severalUnder({ box }: Word, below: readonly Word[], glyph: number): readonly Word[] | undefined {
  const own = below.filter((word) => middleX(word.box) > box[0] && middleX(word.box) < box[2]);
  return own.length > 1 && coveredRuns(own, APART * glyph).length > 1 ? own : undefined;
}

/** Two texts of one line that nothing else is over, where the middle of a head stands over the room between them: it is narrower than its group. */
function twoBeside(head: Word, first: readonly Word[], below: readonly Word[], glyph: number): readonly Word[] | undefined {
  const middle = middleX(head.box);
  if (below.some(({ box }) => box[0] < middle && box[2] > middle)) return undefined;
  const isUnder = (word: Word, other: Word): boolean => middleX(word.box) > other.box[0] && middleX(word.box) < other.box[2];
  const own = below.filter(
    (word) => word.baseline - head.baseline >= NEXT_LINE * glyph && !first.some((other) => other !== head && isUnder(word, other)),
  );
  const left = nearest(own.filter(({ box }) => box[2] <= middle).map((word) => ({ word, off: middle - word.box[2] })));
  const right = nearest(own.filter(({ box }) => box[0] >= middle).map((word) => ({ word, off: word.box[0] - middle })));
  if (!left || !right || Math.abs(left.baseline - right.baseline) >= SAME_LINE * glyph) return undefined;
  // The first row below a head has figures: they stand elsewhere than their heads do where these are in the middle of the columns.
  const isHead = below.every(({ text, baseline }) => Math.abs(baseline - left.baseline) >= SAME_LINE * glyph || !DIGIT.test(text));
  return isHead ? [left, right] : undefined;
}

function nearest(found: readonly { readonly word: Word; readonly off: number }[]): Word | undefined {
  return found.toSorted((a, b) => a.off - b.off)[0]?.word;
}
