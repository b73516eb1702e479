import { unionBox } from "../../../../core/evidence.js";
import { isFigure } from "../../../is-figure.js";
import type { Word } from "../../placed.js";
import { NEXT_LINE, type TextLine, WRAPPED } from "../../text-lines.js";
import { CELL_GAP, coveredRuns } from "../columns/line-columns.js";

/** Groups that a table parts its rows into, at least; and texts side by side that a row has. */
const LEAST_GROUPS = 2;
const LEAST_TEXTS = 3;
/** How exactly the names of groups stand one under the other, in glyph heights; and share of the first column's texts that may begin where these do. */
const SAME = 0.2;
const MOST = 0.5;
/** How far from the table's middle a name stands at most, as a share of its width: the texts at its sides do not reach all of them. */
const OFF = 0.1;

/**
 * The words of lines that name the group of the rows below (产出指标 over its rows, across the table): each a single text by itself on its height, over a row with
 * figures, one exactly under the other, in the table's middle or at its left side, and not as the texts of the columns stand that they run through.
 */
export function groupLabels(lines: readonly TextLine[], glyph: number): ReadonlySet<Word> {
  const alone = lines.filter((line, i) => isAlone(line, i, lines, glyph) && headsFigures(lines.slice(i + 1), glyph));
  if (alone.length < LEAST_GROUPS) return new Set();
  const runs = lines.flatMap((line) => coveredRuns(line.words, CELL_GAP * glyph).map((run) => ({ ...run, line })));
  // What else stands near (自评等级：优 below) may reach farther to the sides than the table.
  const rows = lines.filter((line) => alone.includes(line) || coveredRuns(line.words, CELL_GAP * glyph).length >= LEAST_TEXTS);
  const [left, , right] = unionBox(rows.map(({ box }) => box))!;
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) < SAME * glyph;
  /** The lines of a wrapped text are near each other and begin at one place, or have their middle there. */
  const isWrapped = (line: TextLine): boolean =>
    runs.some(
      (run) =>
        run.line !== line &&
        Math.abs(run.line.baseline - line.baseline) < WRAPPED * glyph &&
        (isSame(run.from, line.box[0]) || isSame(middleOf(run), middleOf(runOf(line)))),
    );
  const isGroup = (line: TextLine, placeOf: (run: Run) => number, most: number): boolean => {
    const place = placeOf(runOf(line));
    const own = alone.filter((each) => isSame(placeOf(runOf(each)), place));
    const others = runs.filter((run) => run.from < line.box[2] && run.to > line.box[0] && !own.includes(run.line));
    const same = others.filter((run) => isSame(placeOf(run), place));
    const areNames = own.length >= LEAST_GROUPS && 2 * own.filter(isWrapped).length < own.length;
    return areNames && others.length > own.length && same.length <= most * others.length;
  };
  const isInMiddle = (line: TextLine): boolean => Math.abs(middleOf(runOf(line)) - (left + right) / 2) < OFF * (right - left);
  const groups = alone.filter((line) =>
    isSame(line.box[0], left) ? isGroup(line, ({ from }) => from, MOST) : isInMiddle(line) && isGroup(line, middleOf, 0),
  );
  return new Set(groups.flatMap((line) => line.words));
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function runOf({ box }: TextLine): Run {
  return { from: box[0], to: box[2] };
}

function middleOf({ from, to }: Run): number {
  return (from + to) / 2;
}

/** Whether a line below the first is one text, and the lines above and below stand no nearer than those of one text. */
function isAlone(line: TextLine, at: number, lines: readonly TextLine[], glyph: number): boolean {
  const isNear = (other: TextLine | undefined): boolean =>
    other !== undefined && Math.abs(other.baseline - line.baseline) < NEXT_LINE * glyph;
  const isText = coveredRuns(line.words, CELL_GAP * glyph).length === 1 && line.words.some(({ text }) => /\p{L}/u.test(text));
  return at > 0 && isText && !isNear(lines[at - 1]) && !isNear(lines[at + 1]);
}

/** Whether the first of the lines with several texts side by side has a figure: a row, and no head. */
function headsFigures(below: readonly TextLine[], glyph: number): boolean {
  const row = below.find(({ words }) => coveredRuns(words, CELL_GAP * glyph).length >= LEAST_TEXTS);
  return row?.words.some(({ text }) => isFigure(text)) ?? false;
}
