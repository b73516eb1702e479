import { unionBox } from "../../../core/evidence.js";
import { intervalOf } from "../interval-of.js";
import type { TextLine } from "../text-lines.js";
import { findColumns } from "./find-columns.js";
import { coveredRuns } from "./line-columns.js";

/** Gap between two texts of one line that are of two cells, in glyph heights. */
const APART = 0.3;
/** How far a text reaches over an edge that it runs across, in glyph heights. */
const OVER = 0.4;
/** A block of its own must part so many texts more than its lines had parted with others. */
const LEAST_GAIN = 2;
/** How much a first line with figures counts beside a text that is misplaced. */
const HEADLESS = 0.05;
/** How much the room of a cut counts beside a text, and from what height on no more, in glyph heights. */
const ROOM = 0.01;
const MOST_ROOM = 4;
/** Each run of the lines is tried with all its words: where that is more than so many steps, the lines are no form. */
const MOST_STEPS = 10_000_000;

/**
 * The blocks that lines without rulings are made of, each with columns of its own (a form: its heads, its funds, its indicators): parted so that the fewest
 * texts of a block stand in one column with another or run across an edge.
 */
export function partLines(lines: readonly TextLine[], glyph: number): TextLine[][] {
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  if (lines.length ** 2 * words > MOST_STEPS || misplaced(lines, glyph) < LEAST_GAIN) return [[...lines]];
  const cuts: Cut[] = lines.flatMap((_, at) => {
    const free = at === 0 ? 0 : freeAbove(lines, at);
    return at === 0 || free > 0 ? [{ at, free, cost: at === 0 ? -LEAST_GAIN : Number.POSITIVE_INFINITY, before: 0 }] : [];
  });
  cuts.push({ at: lines.length, free: 0, cost: Number.POSITIVE_INFINITY, before: 0 });
  for (const [i, cut] of cuts.entries())
    for (const [before, { at, free, cost }] of cuts.slice(0, i).entries()) {
      // Where cuts part as well as each other: a block begins with its head, which has no figures; and there is more room between rows than in one that wraps.
      const least = cost + LEAST_GAIN + (hasFigure(lines[at]!) ? HEADLESS : 0) - ROOM * Math.min(1, free / (MOST_ROOM * glyph));
      if (least >= cut.cost) continue;
      const all = least + misplaced(lines.slice(at, cut.at), glyph);
      if (all < cut.cost) Object.assign(cut, { cost: all, before });
    }
  const blocks: TextLine[][] = [];
  for (let cut = cuts.at(-1)!; cut.at > 0; cut = cuts[cut.before]!) blocks.unshift(lines.slice(cuts[cut.before]!.at, cut.at));
  return blocks;
}

/** A place between two lines where a block may begin. */
interface Cut {
  /** The line that it lies above. */
  readonly at: number;
  /** How high it is. */
  readonly free: number;
  /** What the best parting of the lines above it costs, and the cut at which its last block begins. */
  cost: number;
  before: number;
}

function hasFigure({ words }: TextLine): boolean {
  return words.some(({ text }) => /\d/u.test(text));
}

/** How high the place above a line is in which no text stands. */
function freeAbove(lines: readonly TextLine[], at: number): number {
  const above = Math.max(...lines.slice(0, at).map(({ box }) => box[3]));
  return Math.min(...lines.slice(at).map(({ box }) => box[1])) - above;
}

/** How many texts of the lines stand in one column with the text before them, or run across an edge. */
function misplaced(lines: readonly TextLine[], glyph: number): number {
  const box = unionBox(lines.map((line) => line.box));
  if (!box) return 0;
  const edges = findColumns(
    lines.flatMap(({ words }) => words),
    box,
    lines.length,
    glyph,
  );
  let count = 0;
  for (const { words } of lines) {
    let before = -1;
    for (const { from, to } of coveredRuns(words, APART * glyph)) {
      const column = intervalOf(edges, (from + to) / 2);
      const isOver = edges.slice(1, -1).some((edge) => from < edge - OVER * glyph && to > edge + OVER * glyph);
      if (isOver || column === before) count++;
      before = column;
    }
  }
  return count;
}
