import { middleX } from "../../../../core/evidence.js";
import { isFigure } from "../../../is-figure.js";
import type { Word } from "../../placed.js";
import { textLines } from "../../text-lines.js";
import { coveredRuns } from "./line-columns.js";

/** The narrowest that is no touch of two glyphs, in glyph heights. */
const LEAST = 0.02;
/** Texts of one line that stand so far from each other are of two cells, in glyph heights; a space in a text is narrower. */
const APART = 0.6;
/** Lines with such texts on both sides, at least; and the share of the lines of the side with fewer. */
const LEAST_LINES = 3;
const SHARE = 0.5;
/** Lines that have a text on one side only, on each side at least: texts that wrap beside each other, not two pieces of one. */
const LEAST_ALONE = 3;

/**
 * Edges between columns of `edges` whose fullest cells nearly touch: no text crosses there, and many lines have two texts well apart, or two figures, one on each side, or a text on one side alone.
 * Two figures that such an edge parts would else be read as one.
 */
export function tightGutters(words: readonly Word[], edges: readonly number[], glyph: number): number[] {
  return edges.slice(1).flatMap((right, i) => within(wordsBetween(words, edges[i]!, right), glyph));
}

function within(words: readonly Word[], glyph: number): number[] {
  const runs = coveredRuns(words, LEAST * glyph);
  if (runs.length < 2) return [];
  const lines = textLines(words.filter((word) => !word.turned));
  return runs.slice(1).flatMap((run, i) => {
    const before = runs[i]!;
    const sides = lines.map((line) => ({
      left: line.words.filter(({ box }) => box[0] >= before.from && box[2] <= before.to).at(-1),
      right: line.words.find(({ box }) => box[0] >= run.from && box[2] <= run.to),
    }));
    const fewer = Math.min(sides.filter(({ left }) => left).length, sides.filter(({ right }) => right).length);
    const parted = sides.filter(({ left, right }) => left && right && arePlainlyTwo(left, right, glyph)).length;
    const alone = Math.min(
      sides.filter(({ left, right }) => left && !right).length,
      sides.filter(({ left, right }) => right && !left).length,
    );
    return alone >= LEAST_ALONE || (parted >= LEAST_LINES && parted >= SHARE * fewer) ? [(before.to + run.from) / 2] : [];
  });
}

function arePlainlyTwo(left: Word, right: Word, glyph: number): boolean {
  return right.box[0] - left.box[2] >= APART * glyph || (isFigure(left.text) && isFigure(right.text));
}

function wordsBetween(words: readonly Word[], left: number, right: number): Word[] {
  return words.filter(({ box }) => {
    const middle = middleX(box);
    return middle > left && middle < right;
  });
}
