import { type Box, unionBox } from "../../../core/evidence.js";
import type { Ruling, Word } from "../placed.js";
import type { Frame } from "./connect-rulings.js";

/** Shorter vertical rulings, in glyph heights, stand beside one line of text: they part no rows' cells. */
const SHORTEST = 2.8;
/** Nearer than this to a ruling, in glyph heights, an end leaves no room for text. */
const NEAR = 0.9;
/** More of them are a drawing. */
const MOST = 100;

/**
 * The frames with the vertical rulings that stand within them and touch nothing: columns of a block of rows that nothing parts from the rows above and below.
 * Where such a ruling ends, rows of other columns begin: a level is laid through the frame there. `frames` come with their strays as groups of one.
 */
export function adoptInner(frames: readonly Frame[], words: readonly Word[], glyph: number): Frame[] {
  const isInner = ({ horizontal, vertical }: Frame): boolean =>
    horizontal.length === 0 && vertical.length === 1 && vertical[0]!.to - vertical[0]!.from >= SHORTEST * glyph;
  const inner = frames.filter(isInner).flatMap(({ vertical }) => vertical);
  if (inner.length === 0 || inner.length > MOST) return [...frames];
  const adopted = new Set<Ruling>();
  const homes = frames
    .filter((frame) => !isInner(frame))
    .map((frame): Frame => {
      const box = boxOf(frame);
      const own = inner.filter((stray) => standsIn(stray, box) && !words.some((word) => isStruck(word, stray, glyph)));
      const levels = own.flatMap((stray) => levelsOf(stray, frame, glyph));
      const isFree = levels.every((level) => !words.some((word) => isStruck(word, level, glyph)));
      if (own.length === 0 || !isFree) return frame;
      for (const stray of own) adopted.add(stray);
      return { horizontal: [...frame.horizontal, ...levels], vertical: [...frame.vertical, ...own].sort((a, b) => a.at - b.at) };
    });
  return [...homes, ...inner.filter((stray) => !adopted.has(stray)).map((stray): Frame => ({ horizontal: [], vertical: [stray] }))];
}

/** Undefined for what is no frame. */
function boxOf({ horizontal, vertical }: Frame): Box | undefined {
  if (horizontal.length < 2 || vertical.length < 2) return undefined;
  return unionBox([
    ...horizontal.map(({ at, from, to }): Box => [from, at, to, at]),
    ...vertical.map(({ at, from, to }): Box => [at, from, at, to]),
  ]);
}

function standsIn({ at, from, to }: Ruling, box: Box | undefined): boolean {
  return box !== undefined && at > box[0] && at < box[2] && from > box[1] && to < box[3];
}

/** Levels through the frame at the ends of the ruling that lie well within a row. */
function levelsOf(stray: Ruling, { horizontal, vertical }: Frame, glyph: number): Ruling[] {
  const across = horizontal.filter(({ from, to }) => from < stray.at && to > stray.at);
  const [from, to] = [Math.min(...vertical.map(({ at }) => at)), Math.max(...vertical.map(({ at }) => at))];
  return [stray.from, stray.to]
    .filter((end) => across.every(({ at }) => Math.abs(at - end) > NEAR * glyph))
    .map((at): Ruling => ({ direction: "horizontal", at, from, to, thickness: stray.thickness }));
}

/** Whether a ruling runs through a word. */
function isStruck({ box }: Word, { direction, at, from, to }: Ruling, glyph: number): boolean {
  const [low, high, first, last] = direction === "vertical" ? [box[0], box[2], box[1], box[3]] : [box[1], box[3], box[0], box[2]];
  return low < at - 0.2 * glyph && high > at + 0.2 * glyph && first < to && last > from;
}
