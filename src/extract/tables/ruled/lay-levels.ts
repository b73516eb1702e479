import { type Box, unionBox } from "../../../core/evidence.js";
import type { Ruling, Word } from "../placed.js";
import type { Frame } from "./connect-rulings.js";

/** Shorter vertical rulings that touch nothing, in glyph heights, stand beside one line of text: they part no rows' cells. */
const SHORTEST = 2.8;
/** Nearer than this to a level ruling, in glyph heights, an end leaves no room for text. */
const NEAR = 0.9;
/** More of them are a drawing. */
const MOST_STRAYS = 100;
const MOST_LEVELS = 60;
const MOST_RULINGS = 2000;

/**
 * The frames with the vertical rulings that stand within them and touch nothing, and with levels laid where vertical rulings end in the midst of a row: nothing
 * may part the rows of a table whose columns are ruled, but where the columns change one row ends and another begins. `frames` come with their strays as
 * groups of one.
 */
export function layLevels(frames: readonly Frame[], words: readonly Word[], glyph: number): Frame[] {
  const isStray = ({ horizontal, vertical }: Frame): boolean =>
    horizontal.length === 0 && vertical.length === 1 && vertical[0]!.to - vertical[0]!.from >= SHORTEST * glyph;
  const strays = frames.filter(isStray).flatMap(({ vertical }) => vertical);
  const isDrawing = strays.length > MOST_STRAYS;
  const adopted = new Set<Ruling>();
  const homes = frames
    .filter((frame) => isDrawing || !isStray(frame))
    .map((frame): Frame => {
      const box = boxOf(frame);
      if (!box) return frame;
      const inner = isDrawing ? [] : strays.filter((stray) => standsIn(stray, box) && !isStriking(stray, words, glyph));
      const vertical = [...frame.vertical, ...inner].sort((a, b) => a.at - b.at);
      const laid = levelsOf(vertical, frame.horizontal, box, glyph);
      if (laid.length > MOST_LEVELS || laid.some((level) => isStriking(level, words, glyph))) return frame;
      for (const stray of inner) adopted.add(stray);
      return laid.length + inner.length === 0 ? frame : { horizontal: frame.horizontal, vertical, laid };
    });
  const rest = isDrawing ? [] : strays.filter((stray) => !adopted.has(stray));
  return [...homes, ...rest.map((stray): Frame => ({ horizontal: [], vertical: [stray] }))];
}

/** Undefined for what is no frame. */
function boxOf({ horizontal, vertical }: Frame): Box | undefined {
  if (horizontal.length === 0 || vertical.length < 2 || horizontal.length + vertical.length > MOST_RULINGS) return undefined;
  return unionBox([
    ...horizontal.map(({ at, from, to }): Box => [from, at, to, at]),
    ...vertical.map(({ at, from, to }): Box => [at, from, at, to]),
  ]);
}

function standsIn({ at, from, to }: Ruling, box: Box): boolean {
  return at > box[0] && at < box[2] && from > box[1] - 1 && to < box[3] + 1;
}

/** One level for all the ends at one height at which no ruling lies. */
function levelsOf(vertical: readonly Ruling[], horizontal: readonly Ruling[], [left, top, right, bottom]: Box, glyph: number): Ruling[] {
  const ends = vertical
    .flatMap(({ at, from, to }) => [from, to].map((end) => ({ at, end })))
    .filter(({ end }) => end > top + NEAR * glyph && end < bottom - NEAR * glyph)
    .filter(({ at, end }) => {
      // A border that is drawn in pieces goes on where one of them ends.
      const goesOn = vertical.some((other) => Math.abs(other.at - at) < NEAR * glyph && other.from < end - 1 && other.to > end + 1);
      return !goesOn && !horizontal.some((ruling) => Math.abs(ruling.at - end) < NEAR * glyph);
    })
    .map(({ end }) => end)
    .sort((a, b) => a - b);
  const heights = ends.filter((end, i) => i === 0 || end - ends[i - 1]! > NEAR * glyph);
  return heights.map((at): Ruling => ({ direction: "horizontal", at, from: left, to: right, thickness: 0 }));
}

/** Whether a ruling runs through a word. */
function isStriking({ direction, at, from, to }: Ruling, words: readonly Word[], glyph: number): boolean {
  return words.some(({ box }) => {
    const [low, high, first, last] = direction === "vertical" ? [box[0], box[2], box[1], box[3]] : [box[1], box[3], box[0], box[2]];
    return low < at - 0.2 * glyph && high > at + 0.2 * glyph && first < to && last > from;
  });
}
