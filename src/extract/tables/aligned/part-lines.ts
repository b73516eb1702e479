import { unionBox } from "../../../core/evidence.js";
import { intervalOf } from "../interval-of.js";
import type { Word } from "../placed.js";
import { NEXT_LINE, type TextLine, WRAPPED } from "../text-lines.js";
import { findColumns } from "./columns/find-columns.js";
import { coveredRuns, isAcross } from "./columns/line-columns.js";
import { lastLabel, totalLabels } from "./rows/closing-label.js";
import { groupLabels } from "./rows/group-labels.js";

/** Gap between two texts of one line that are of two cells, in glyph heights. */
const APART = 0.3;
/** The head of a group of columns stands no farther above theirs, in glyph heights: it may run across their edges. */
const NEAR = 1.45;
/** A block of its own must part so many texts more than its lines had parted with others; one below a head, so many. */
const LEAST_GAIN = 2;
const LEAST_GAIN_OF_HEAD = 1;
/** How much a first line with figures counts beside a text that is misplaced, and how much where the line above it is a head. */
const HEADLESS = { usual: 0.05, beheaded: 2 };
/** Fewer texts side by side are no head; and no head that surely begins a block. */
const LEAST_HEADS = 3;
const SURE_HEADS = 5;
/** How much it counts that a first line may well be the rest of a text above. */
const WRAPPING = 0.03;
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
  return partRows(
    lines.map((line) => ({ lines: [line] })),
    glyph,
  ).map((block) => block.flatMap((row) => row.lines));
}

/** The same for rows of lines that stay together. `against`: what speaks against two rows one under the other being of two blocks, beside a misplaced text. */
export function partRows<Row extends { readonly lines: readonly TextLine[] }>(
  rows: readonly Row[],
  glyph: number,
  against: (above: Row, row: Row) => number = () => 0,
): Row[][] {
  const lines = rows.flatMap((row) => row.lines);
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  if (rows.length ** 2 * words > MOST_STEPS) return [[...rows]];
  const totals = new Set([...totalLabels(lines), ...groupLabels(lines, glyph)]);
  if (misplaced(lines, totals, glyph) < LEAST_GAIN) return [[...rows]];
  const starts = rows.map(() => 0);
  for (let i = 1; i < rows.length; i++) starts[i] = starts[i - 1]! + rows[i - 1]!.lines.length;
  const cuts: Cut[] = starts.flatMap((at, row) => {
    if (at === 0) return [{ at, row, opening: 0, cost: 0, before: 0 }];
    const free = freeAbove(lines, at);
    const own = against(rows[row - 1]!, rows[row]!);
    if (free <= 0 || own === Number.POSITIVE_INFINITY) return [];
    return [{ at, row, opening: own + openingCost(lines, at, free, glyph), cost: Number.POSITIVE_INFINITY, before: 0 }];
  });
  cuts.push({ at: lines.length, row: rows.length, opening: 0, cost: Number.POSITIVE_INFINITY, before: 0 });
  for (const [i, cut] of cuts.entries())
    for (const [before, { at, opening, cost }] of cuts.slice(0, i).entries()) {
      if (cost + opening >= cut.cost) continue;
      const all = cost + opening + misplaced(lines.slice(at, cut.at), totals, glyph);
      if (all < cut.cost) Object.assign(cut, { cost: all, before });
    }
  const blocks: Row[][] = [];
  for (let cut = cuts.at(-1)!; cut.at > 0; cut = cuts[cut.before]!) blocks.unshift(rows.slice(cuts[cut.before]!.row, cut.row));
  return blocks;
}

/** A place between two rows where a block may begin. */
interface Cut {
  /** The line that it lies above, and the row. */
  readonly at: number;
  readonly row: number;
  /** What speaks against a block that begins here. */
  readonly opening: number;
  /** What the best parting of the lines above it costs, and the cut at which its last block begins. */
  cost: number;
  before: number;
}

/** What it counts that a block begins with figures: its head is lost, or stays behind as the last line of the block above. */
function headless(lines: readonly TextLine[], at: number, glyph: number): number {
  if (!beginsWithFigures(lines, at, glyph)) return 0;
  const above = lines[at - 1]?.words ?? [];
  const isHead = coveredRuns(above, APART * glyph).length >= LEAST_HEADS && !above.some(({ text }) => /\d/u.test(text));
  return isHead ? HEADLESS.beheaded : HEADLESS.usual;
}

/**
 * What speaks against a block that begins with one of the lines, above which so much is `free`. Where cuts part as well as each other: a block begins with its
 * head, which has no figures; and there is more room between rows than in one that wraps.
 */
function openingCost(lines: readonly TextLine[], at: number, free: number, glyph: number): number {
  const least = beginsWithHead(lines, at, glyph) ? LEAST_GAIN_OF_HEAD : LEAST_GAIN;
  const wrapping = mayBeRest(lines[at]!, lines[at - 1]!) ? WRAPPING : 0;
  return least + headless(lines, at, glyph) + wrapping - ROOM * Math.min(1, free / (MOST_ROOM * glyph));
}

/** Whether a line is a single text as near below another one as the lines of one text stand. */
function mayBeRest(line: TextLine, above: TextLine): boolean {
  const [text, ...others] = line.words;
  const isUnder = above.words.some(({ box }) => box[0] < text!.box[2] && text!.box[0] < box[2]);
  return others.length === 0 && isUnder && line.baseline - above.baseline < WRAPPED * line.size;
}

/** Whether the lines from one on begin with many texts side by side that are no figures. */
function beginsWithHead(lines: readonly TextLine[], at: number, glyph: number): boolean {
  const words = lines
    .slice(at)
    .filter(({ baseline }) => baseline - lines[at]!.baseline < NEAR * glyph)
    .flatMap((line) => line.words);
  return !words.some(({ text }) => /\d/u.test(text)) && coveredRuns(words, APART * glyph).length >= SURE_HEADS;
}

/** Whether the first line of several texts has a figure: above it stand texts that wrap beside them. */
function beginsWithFigures(lines: readonly TextLine[], at: number, glyph: number): boolean {
  const end = lines.findIndex(({ words }, i) => i >= at && coveredRuns(words, APART * glyph).length > 1);
  return lines.slice(at, end < 0 ? at + 1 : end + 1).some(({ words }) => words.some(({ text }) => /\d/u.test(text)));
}

/** How high the place above a line is in which no text stands. */
function freeAbove(lines: readonly TextLine[], at: number): number {
  const above = Math.max(...lines.slice(0, at).map(({ box }) => box[3]));
  return Math.min(...lines.slice(at).map(({ box }) => box[1])) - above;
}

/** How many texts of the lines stand in one column with the text before them or too near below one, or run across an edge. `totals`: labels that may, those of groups among them. */
function misplaced(lines: readonly TextLine[], totals: ReadonlySet<Word>, glyph: number): number {
  const box = unionBox(lines.map((line) => line.box));
  if (!box) return 0;
  const labels = new Set([...totals, ...lastLabel(lines)]);
  const labelled = new Set([...labels].map((word) => word.box[0]));
  const words = lines.flatMap((line) => line.words.filter((word) => !labels.has(word)));
  const edges = findColumns(words, box, lines.length, glyph);
  const inner = edges.slice(1, -1);
  let count = 0;
  /** For each column the height of its last text. */
  const last = edges.map(() => Number.NEGATIVE_INFINITY);
  for (const [i, { words: own, baseline }] of lines.entries()) {
    let before = -1;
    const isHead = i === 0 && lines.length > 1 && lines[1]!.baseline - baseline < NEAR * glyph;
    for (const { from, to } of coveredRuns(own, APART * glyph)) {
      const column = intervalOf(edges, (from + to) / 2);
      const isOver = !labelled.has(from) && !isHead && isAcross({ from, to }, inner, glyph);
      if (isOver || column === before || baseline - last[column]! < NEXT_LINE * glyph) count++;
      else last[column] = baseline;
      before = column;
    }
  }
  return count;
}
