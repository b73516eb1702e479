import type { Box } from "../../../core/evidence.js";
import type { Ruling } from "../placed.js";

/** Horizontal rulings one above the other that can belong to one table. */
export interface RuleStack {
  readonly box: Box;
  /** The heights at which rulings lie, from the top. */
  readonly levels: readonly number[];
  readonly rulings: readonly Ruling[];
}

/** A ruling shorter than this, in glyph heights, is an underline. */
const SHORTEST = 4;

/** Stacks of rulings: the longest of each have the same ends, and shorter ones lie between these. */
export function ruleStacks(rulings: readonly Ruling[], glyph: number): RuleStack[] {
  const stacks: { from: number; to: number; rulings: Ruling[] }[] = [];
  const level = rulings.filter((ruling) => ruling.direction === "horizontal" && ruling.to - ruling.from >= SHORTEST * glyph);
  for (const ruling of [...level].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const stack = stacks.find((each) => ruling.from >= each.from - glyph && ruling.to <= each.to + glyph);
    if (stack) stack.rulings.push(ruling);
    else stacks.push({ from: ruling.from, to: ruling.to, rulings: [ruling] });
  }
  return stacks
    .filter((stack) => stack.rulings.length >= 2)
    .map((stack): RuleStack => {
      const sorted = stack.rulings.sort((a, b) => a.at - b.at);
      const levels: number[] = [];
      sorted.forEach((ruling, i) => {
        if (i === 0 || ruling.at - levels.at(-1)! > 0.45 * glyph || isBeside(sorted[i - 1]!, ruling, glyph)) levels.push(ruling.at);
      });
      return { box: [stack.from, levels[0]!, stack.to, levels.at(-1)!], levels, rulings: sorted };
    });
}

/** Whether one runs along the other, as the two of a double ruling do, and does not go on where it ends. */
function isBeside(a: Ruling, b: Ruling, glyph: number): boolean {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from) > glyph;
}
