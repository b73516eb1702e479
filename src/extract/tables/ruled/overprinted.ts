import type { Word } from "../placed.js";

/** Lines of text stand farther apart than this, and a raised character nearer than that to its line; in glyph heights. */
const APART = 0.75;
const RAISED = 0.15;
/** Texts that share so much of their width stand over each other, in glyph heights; and how much their sizes differ at most, as a share. */
const SHARED = 0.5;
const SAME_SIZE = 0.15;

/**
 * Whether lines of text are printed over each other: a row was too low for what it holds, so that its texts run into those of its neighbours, and which cell a
 * line belongs to is a guess.
 */
export function isOverprinted(words: readonly Word[]): boolean {
  const level = words.filter(({ turned }) => !turned).sort((a, b) => a.baseline - b.baseline);
  return level.some((word, i) => {
    for (let j = i + 1; j < level.length; j++) {
      const other = level[j]!;
      const step = (other.baseline - word.baseline) / word.size;
      if (step >= APART) return false;
      if (step > RAISED && Math.abs(other.size - word.size) <= SAME_SIZE * word.size && shared(word, other) > SHARED * word.size)
        return true;
    }
    return false;
  });
}

function shared({ box: a }: Word, { box: b }: Word): number {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
}
