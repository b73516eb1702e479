import type { Box } from "../../../core/evidence.js";
import type { Ruling, Word } from "../placed.js";
import type { TextLine } from "../text-lines.js";
import { findColumns } from "./columns/find-columns.js";

/** Words between two rulings of a stack. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly Word[];
  readonly lines: readonly TextLine[];
  /** Upright rulings that stand within it. */
  readonly uprights: readonly Ruling[];
}

/** How far apart the pieces of one upright ruling stand, in glyph heights. */
const SAME = 0.4;
/** Lower than this, in glyph heights, a band holds no text. */
const LOW = 0.9;

/** Whether the same upright rulings stand in both bands, none more in one of them: columns stay what they are. */
export function haveSame(a: Band, b: Band): boolean {
  return a.uprights.length > 0 && a.uprights.length === b.uprights.length && a.uprights.every((ruling) => b.uprights.includes(ruling));
}

/** Whether upright rulings stand in both runs, and none in both at one place: they are of two tables. */
export function haveOthers(above: readonly Band[], below: readonly Band[], glyph: number): boolean {
  const [a, b] = [above, below].map((run) => run.flatMap(({ uprights }) => uprights.map(({ at }) => at)));
  return a!.length > 0 && b!.length > 0 && !a!.some((at) => b!.some((other) => Math.abs(other - at) < SAME * glyph));
}

/** Two rulings with no room for text between: they close one table and open the next; under a head they are its double ruling. */
export function isSlit({ top, bottom, lines }: Band, glyph: number): boolean {
  return lines.length === 0 && bottom - top < LOW * glyph;
}

/** Edges of the columns that the words of some bands stand in, within a box. */
export function columnsOf(bands: readonly Band[], box: Box, glyph: number): number[] {
  const words = bands.flatMap((band) => band.words);
  const lines = bands.reduce((sum, band) => sum + band.lines.length, 0);
  return findColumns(words, box, lines, glyph);
}
