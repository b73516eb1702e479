import type { Ruling, Word } from "../placed.js";
import type { TextLine } from "../text-lines.js";

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

/** Whether the same upright rulings stand in both bands, none more in one of them: columns stay what they are. */
export function haveSame(a: Band, b: Band): boolean {
  return a.uprights.length > 0 && a.uprights.length === b.uprights.length && a.uprights.every((ruling) => b.uprights.includes(ruling));
}

/** Whether upright rulings stand in both runs, and none in both at one place: they are of two tables. */
export function haveOthers(above: readonly Band[], below: readonly Band[], glyph: number): boolean {
  const [a, b] = [above, below].map((run) => run.flatMap(({ uprights }) => uprights.map(({ at }) => at)));
  return a!.length > 0 && b!.length > 0 && !a!.some((at) => b!.some((other) => Math.abs(other - at) < SAME * glyph));
}
