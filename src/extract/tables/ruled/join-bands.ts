import { middleY } from "../../../core/evidence.js";
import type { Ruling, Word } from "../placed.js";
import { wordsBetween } from "../words-between.js";
import type { Frame } from "./connect-rulings.js";

/** How far the lines between rows reach beyond the outermost columns' edges where a table has no sides, in glyph heights. */
const BEYOND = 0.9;
/** How far off the middle of its band a text may stand, in glyph heights. */
const OFF_MIDDLE = 0.5;
/** So long is a line across a table at least, in glyph heights. */
const SHORTEST = 10;
/** A band is higher than its text by no more than this, in glyph heights. */
const HIGHEST = 5;

/**
 * The frames of a page, those joined that are one table without sides, whose columns stop at a row right across it (产出指标—数量指标 over its rows): nothing
 * upright holds the rows above to those below. Such a row may be the first or last on the page. `words`: the page's, of which a band holds one line.
 */
export function joinBands(frames: readonly Frame[], words: readonly Word[], reach: number, glyph: number): Frame[] {
  const sideless = frames.flatMap((frame) => outlineOf(frame, glyph) ?? []).sort((a, b) => a.top - b.top);
  if (!sideless.some(({ frame }) => frame.vertical.length > 0)) return [...frames];
  const joined: Outline[] = [];
  const near = { between: wordsBetween(words), reach, glyph };
  for (const below of sideless) {
    const above = joined.at(-1);
    if (above && isOneTable(above, below, near)) joined[joined.length - 1] = both(above, below);
    else joined.push(below);
  }
  const taken = new Set(sideless.map(({ frame }) => frame));
  return [...frames.filter((frame) => !taken.has(frame)), ...joined.map(({ frame }) => frame)];
}

/** A frame whose lines between rows are equally long and reach beyond its columns' edges, or one such line alone. */
interface Outline {
  readonly frame: Frame;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function outlineOf(frame: Frame, glyph: number): Outline | undefined {
  const levels = [...frame.horizontal].sort((a, b) => a.at - b.at);
  const [first, last] = [levels[0], levels.at(-1)];
  if (!first || !last || first.to - first.from < SHORTEST * glyph) return undefined;
  const isLone = frame.vertical.length === 0 && levels.length === 1;
  const isWhole = (side: Ruling): boolean => side.at > first.from + BEYOND * glyph && side.at < first.to - BEYOND * glyph;
  if (!isLone && (frame.vertical.length === 0 || !frame.vertical.every(isWhole) || !isSameLength(first, last, glyph))) return undefined;
  return { frame, left: first.from, right: first.to, top: first.at, bottom: last.at };
}

function isSameLength(a: Ruling, b: Ruling, within: number): boolean {
  return Math.abs(a.from - b.from) <= within && Math.abs(a.to - b.to) <= within;
}

/** The page's words by the height of their middles, how far two edges of one column may lie apart, and the glyphs' height, all in points. */
interface Near {
  readonly between: ReturnType<typeof wordsBetween>;
  readonly reach: number;
  readonly glyph: number;
}

function isOneTable(above: Outline, below: Outline, { between, reach, glyph }: Near): boolean {
  if (Math.abs(above.left - below.left) > reach || Math.abs(above.right - below.right) > reach) return false;
  const [upper, lower] = [edgesOf(above.frame), edgesOf(below.frame)];
  const [few, many] = upper.length < lower.length ? [upper, lower] : [lower, upper];
  if (many.length === 0 || !few.every((edge) => many.some((other) => Math.abs(other - edge) <= reach))) return false;
  const height = below.top - above.bottom;
  if (height > HIGHEST * glyph) return false;
  const within = between(above.bottom, below.top);
  const middle = (above.bottom + below.top) / 2;
  return (
    within.length > 0 &&
    within.every(({ box }) => {
      const isInside = box[0] >= above.left - reach && box[2] <= above.right + reach;
      return isInside && Math.abs(middleY(box) - middle) <= OFF_MIDDLE * glyph;
    }) &&
    !within.some(({ text }) => /[:：]/u.test(text)) &&
    !isSame(firstRow(above.frame, between, glyph), firstRow(below.frame, between, glyph))
  );
}

/** The texts between a frame's first two lines, left to right: a table's head, if it is whole. A line may be drawn in pieces that lie a little apart. */
function firstRow({ horizontal }: Frame, between: Near["between"], glyph: number): string[] {
  const levels = horizontal.map(({ at }) => at).sort((a, b) => a - b);
  const [top] = levels;
  const bottom = levels.find((at) => at > top! + glyph);
  return top === undefined || bottom === undefined ? [] : between(top, bottom).map(({ text }) => text);
}

/** Whether a head is repeated: the frame below is a table of its own. */
function isSame(head: readonly string[], other: readonly string[]): boolean {
  return head.length > 0 && head.join() === other.join();
}

function edgesOf({ vertical }: Frame): number[] {
  return vertical.map(({ at }) => at);
}

function both(above: Outline, below: Outline): Outline {
  const frame = {
    horizontal: [...above.frame.horizontal, ...below.frame.horizontal],
    vertical: [...above.frame.vertical, ...below.frame.vertical].sort((a, b) => a.at - b.at),
  };
  return { frame, left: above.left, right: above.right, top: above.top, bottom: below.bottom };
}
