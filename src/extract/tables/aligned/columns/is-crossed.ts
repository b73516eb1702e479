import { middleX } from "../../../../core/evidence.js";
import { isFigure } from "../../../is-figure.js";
import type { Word } from "../../placed.js";
import { inked } from "./inked.js";
import { isAcross } from "./line-columns.js";

/** How far a figure reaches over an edge, at least, that would be cut there, in glyph heights: a digit is half as wide as it is high. */
const CUT = 0.2;

/** Whether one of the words of a row runs across one of the table's edges: a figure that has the columns on both sides for itself, also where it reaches over it by a digit only. */
export function isCrossed(words: readonly Word[], edge: number, edges: readonly number[], glyph: number): boolean {
  return words.some((word) => {
    const { box } = inked(word);
    return isAcross({ from: box[0], to: box[2] }, [edge], glyph) || isCutFigure(word, words, edge, edges, glyph);
  });
}

function isCutFigure(word: Word, words: readonly Word[], edge: number, edges: readonly number[], glyph: number): boolean {
  const { text, box } = word;
  if (!isFigure(text) || box[0] > edge - CUT * glyph || box[2] < edge + CUT * glyph) return false;
  const from = Math.max(...edges.filter((other) => other < edge));
  const to = Math.min(...edges.filter((other) => other > edge));
  return !words.some((other) => other !== word && middleX(other.box) > from && middleX(other.box) < to);
}
