import { middleX } from "../../core/evidence.js";
import { intervalOf } from "./interval-of.js";
import type { Word } from "./placed.js";
import type { TextLine } from "./text-lines.js";

/** How far a text may overhang the sides of its column, in glyph heights. */
const OVERHANG = 0.3;

/** The column in which a word stands, by its middle. */
export function columnOf({ box }: Word, edges: readonly number[]): number {
  return intervalOf(edges, middleX(box));
}

/** Whether a word runs across no edge. */
export function keepsToColumn({ box, size }: Word, edges: readonly number[]): boolean {
  return intervalOf(edges, box[0] + OVERHANG * size) === intervalOf(edges, box[2] - OVERHANG * size);
}

/** The columns in which the words of a line stand; undefined where one of them runs across an edge, or past the outer ones. */
export function columnsOfLine({ words }: TextLine, edges: readonly number[]): ReadonlySet<number> | undefined {
  const [left, right] = [edges[0]!, edges.at(-1)!];
  const stands = (word: Word): boolean =>
    word.box[0] >= left - OVERHANG * word.size && word.box[2] <= right + OVERHANG * word.size && keepsToColumn(word, edges);
  return words.every(stands) ? new Set(words.map((word) => columnOf(word, edges))) : undefined;
}
