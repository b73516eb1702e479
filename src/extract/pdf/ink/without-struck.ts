import { rankOf } from "../../rank-of.js";
import { isBlank } from "../../tables/is-blank.js";
import type { Ruling } from "../../tables/placed.js";
import type { InkGlyph } from "./ink.js";

/** Where a line strikes glyphs out: so far above their baseline, and so thick at most, in glyph heights. */
const LOWEST = 0.15;
const HIGHEST = 0.5;
const THICKEST = 0.2;
/** How exactly it begins and ends with them, how near it stands to no upright, and the widest space that it runs through, in glyph heights. */
const ENDS = 0.4;
const CLEAR = 0.3;
const SPACE = 1.2;
/** Higher glyphs are not looked for, points. */
const LARGEST = 72;

export interface Unstruck {
  readonly glyphs: readonly InkGlyph[];
  readonly horizontal: readonly Ruling[];
  /** How many lines strike something out. */
  readonly struck: number;
}

/**
 * The page's text without what its writers struck out, and its level rulings without the lines that strike: they run through the middle of
 * glyphs, from the first one's edge to the last one's. A border that cuts through a text ends at other borders.
 */
export function withoutStruck(glyphs: readonly InkGlyph[], horizontal: readonly Ruling[], vertical: readonly Ruling[]): Unstruck {
  const written = glyphs.filter(({ turn, stacked, text }) => turn === 0 && !stacked && !isBlank(text)).sort((a, b) => a.y - b.y);
  const baselines = written.map(({ y }) => y);
  const struck = new Set<InkGlyph>();
  const rulings = horizontal.filter((line) => {
    const run = runUnder(line, written, baselines);
    const strikes = run.length > 0 && strikesOut(line, run) && !vertical.some((wall) => meets(wall, line, CLEAR * run[0]!.size));
    if (strikes) for (const glyph of run) struck.add(glyph);
    return !strikes;
  });
  if (struck.size === 0) return { glyphs, horizontal, struck: 0 };
  return { glyphs: glyphs.filter((glyph) => !struck.has(glyph)), horizontal: rulings, struck: horizontal.length - rulings.length };
}

/** The glyphs through which the line runs, from left to right. `written` is sorted by its `baselines`. */
function runUnder({ at, from, to }: Ruling, written: readonly InkGlyph[], baselines: readonly number[]): InkGlyph[] {
  const run: InkGlyph[] = [];
  for (let i = rankOf(baselines, at); i < written.length && written[i]!.y - at <= HIGHEST * LARGEST; i++) {
    const glyph = written[i]!;
    const middle = glyph.x + glyph.advance / 2;
    const height = (glyph.y - at) / glyph.size;
    if (middle > from && middle < to && height >= LOWEST && height <= HIGHEST) run.push(glyph);
  }
  return run.sort((a, b) => a.x - b.x);
}

function strikesOut({ from, to, thickness }: Ruling, run: readonly InkGlyph[]): boolean {
  const size = Math.max(...run.map((glyph) => glyph.size));
  if (thickness > THICKEST * size || Math.abs(run[0]!.x - from) > ENDS * size) return false;
  let reached = from;
  for (const { x, advance } of run) {
    if (x - reached > SPACE * size) return false;
    reached = Math.max(reached, x + advance);
  }
  return Math.abs(reached - to) <= ENDS * size;
}

function meets(wall: Ruling, { at, from, to }: Ruling, reach: number): boolean {
  return wall.at >= from - reach && wall.at <= to + reach && wall.from <= at + reach && wall.to >= at - reach;
}
