import type { Box } from "../../../core/evidence.js";
import { remembered } from "../../../core/remembered.js";
import { columnOf } from "../column-of.js";
import type { Grid } from "../grid.js";
import { isCaption, isPartHeading } from "../is-caption.js";
import type { Word } from "../placed.js";
import { lineText, NEXT_LINE, type TextLine, textLines } from "../text-lines.js";
import { buildAligned } from "./build-aligned.js";
import { findColumns } from "./columns/find-columns.js";
import { CELL_GAP, coveredRuns, textRuns } from "./columns/line-columns.js";
import { findCover } from "./find-cover.js";
import { isHeadOverFigures } from "./heads/head-over-figures.js";
import { partLines } from "./part-lines.js";
import { totalLabels } from "./rows/closing-label.js";
import { groupLabels } from "./rows/group-labels.js";
import { isLabels } from "./rows/is-labels.js";
import { mergeCentred } from "./rows/merge-centred.js";

export interface UnruledTables {
  readonly grids: readonly Grid[];
  readonly words: readonly Word[];
}

/** Gap between two texts that stand as near as full columns do, in glyph heights. */
const TIGHT = 0.25;
/** Farthest that lines of one table stand from each other, in glyph heights; and rows of several texts that stand under each other. */
const PITCH = 4;
const WIDE_PITCH = 10;
/** How far above the texts of its row a wrapped text begins at most, in glyph heights. */
const BEGUN = 2.5;
/** Lines of three texts or more that make a table without any ruling, but for a head over one row of figures; and columns that it has at least. */
const LEAST_LINES = 3;
const LEAST_COLUMNS = 3;
/** Texts side by side that make a block of a form, however few its lines: two labels with their values. */
const PAIRS = 4;
/** Lines that wrap beside one of two texts, at most. */
const MOST_BESIDE = 3;
/** A single text wider than this share of the page's text is prose. */
const PROSE = 0.55;

/** Tables that no ruling draws: runs of lines whose texts stand under each other in three columns or more. */
export function findUnruled(words: readonly Word[], obstacles: readonly Box[], page: number, glyph: number): UnruledTables {
  const lines = textLines(words.filter((word) => !word.turned));
  const width = measureOf(lines);
  const grids: Grid[] = [];
  const taken = new Set<Word>();
  const take = (grid: Grid, own: readonly TextLine[]): void => {
    grids.push(grid);
    for (const line of own) for (const word of line.words) taken.add(word);
  };
  const runs = tabularRuns(lines, obstacles, width, glyph);
  const parts = runs
    .flatMap((each) => betweenCaptions(each, glyph))
    .flatMap((each) => {
      const cover = findCover(each, page, glyph);
      if (cover) take(cover.grid, cover.lines);
      const blocks = partLines(each.slice(cover?.end ?? 0), glyph);
      return blocks.map((block) => ({ block, isPart: cover !== undefined || blocks.length > 1 }));
    });
  for (const { block, isPart } of parts) {
    const core = coreOf(block, isPart, glyph);
    if (!core) continue;
    const grid = gridOf(core, page, glyph);
    if (!grid || grid.columnCount < LEAST_COLUMNS) continue;
    take(mergeCentred(grid), core);
  }
  return { grids, words: taken.size === 0 ? words : words.filter((word) => !taken.has(word)) };
}

function measureOf(lines: readonly TextLine[]): number {
  const left = Math.min(...lines.map((line) => line.box[0]));
  return Math.max(...lines.map((line) => line.box[2])) - left;
}

function countOf(line: TextLine, glyph: number): number {
  return coveredRuns(line.words, CELL_GAP * glyph).length;
}

/** Runs of lines near each other without prose or another table between. */
function tabularRuns(lines: readonly TextLine[], obstacles: readonly Box[], width: number, glyph: number): TextLine[][] {
  const runs: TextLine[][] = [[]];
  for (const [i, line] of lines.entries()) {
    const run = runs.at(-1)!;
    const before = run.at(-1);
    const isSentence = countOf(line, glyph) === 1 && line.box[2] - line.box[0] > PROSE * width;
    const isProse = isSentence || isLabels(line, glyph) || isPartHeading(textRuns(line.words, CELL_GAP * glyph));
    const isFar =
      before &&
      ((line.baseline - before.baseline > PITCH * glyph && !isRowBelow(lines.slice(i, i + 1 + MOST_BESIDE), run, glyph)) ||
        obstacles.some((box) => box[1] > before.baseline && box[3] < line.baseline));
    if (isProse || isFar) runs.push([]);
    if (!isProse) runs.at(-1)!.push(line);
  }
  return runs;
}

/**
 * The parts of a run that headings between them part, each alone on its line: where the lines above one and those below it have fewer columns together
 * than by themselves, or where the head stands again below it. A heading within a table leaves its columns as they are.
 */
function betweenCaptions(run: readonly TextLine[], glyph: number): TextLine[][] {
  const parts: TextLine[][] = [];
  let part: TextLine[] = [];
  const captions = run.flatMap((line, i) => (countOf(line, glyph) === 1 && isCaption(lineText(line)) ? [i] : []));
  let start = 0;
  for (const [i, at] of captions.entries()) {
    part.push(...run.slice(start, at));
    const below = run.slice(at + 1, captions[i + 1] ?? run.length);
    const most = Math.max(guttersIn(part, glyph), guttersIn(below, glyph));
    if (guttersIn([...part, ...below], glyph) < most || repeatsHead(part, below, glyph)) {
      parts.push(part);
      part = [];
    } else part.push(run[at]!);
    start = at + 1;
  }
  return [...parts, [...part, ...run.slice(start)]];
}

/** Whether lines begin with a head, word for word that of the lines above. */
function repeatsHead(above: readonly TextLine[], below: readonly TextLine[], glyph: number): boolean {
  const [first] = below;
  if (!first || countOf(first, glyph) < LEAST_COLUMNS || first.words.some(({ text }) => /\d/u.test(text))) return false;
  return above.some((line) => countOf(line, glyph) >= LEAST_COLUMNS && lineText(line) === lineText(first));
}

/** How many gutters lines have that one of them tells which has a text on both sides: texts that wrap beside others may leave room that is none. */
function guttersIn(lines: readonly TextLine[], glyph: number): number {
  if (lines.length === 0) return 0;
  const labels = new Set([...totalLabels(lines), ...groupLabels(lines, glyph)]);
  const rows = lines.map(({ words }) => words.filter((word) => !labels.has(word)));
  const edges = findColumns(rows.flat(), boxOf(lines, glyph), lines.length, glyph);
  const told = new Set<number>();
  for (const words of rows) {
    const filled = new Set(words.map((word) => columnOf(word, edges)));
    for (const column of filled) if (filled.has(column - 1)) told.add(column);
  }
  return told.size;
}

/** Whether lines far below the run begin one more row of it: the first of them with several texts has these under those of the row before, one under one. */
function isRowBelow(lines: readonly TextLine[], run: readonly TextLine[], glyph: number): boolean {
  const row = run.findLast((each) => countOf(each, glyph) >= LEAST_COLUMNS);
  const [first] = lines;
  const next = lines.find((each) => coveredRuns(each.words, TIGHT * glyph).length >= LEAST_COLUMNS);
  if (!row || !next || first!.baseline - run.at(-1)!.baseline > WIDE_PITCH * glyph) return false;
  if (next.baseline - first!.baseline > BEGUN * glyph || isCaption(lineText(first!))) return false;
  const above = coveredRuns(row.words, CELL_GAP * glyph);
  const own = coveredRuns(next.words, TIGHT * glyph);
  const under = own.map(({ from, to }) => above.filter((other) => other.from < to && other.to > from).length);
  return under.filter((count) => count === 1).length >= LEAST_COLUMNS && under.every((count) => count <= 1);
}

/** The lines from the first to the last of three texts, and those that wrap beside them. */
function coreOf(run: readonly TextLine[], isPart: boolean, glyph: number): TextLine[] | undefined {
  const counts = run.map((line) => countOf(line, glyph));
  const own = counts.flatMap((count, i) => (count >= LEAST_COLUMNS ? [i] : []));
  const isEnough =
    own.length >= LEAST_LINES ||
    isHeadOverFigures(
      own.map((i) => run[i]!),
      glyph,
    );
  const full = !isEnough && isPart ? pairsIn(run, glyph) : own;
  if (full.length === 0 || (full === own && !isEnough)) return undefined;
  let first = full[0]!;
  let last = full.at(-1)!;
  const guttersOf = remembered(([from, to]: readonly [number, number]) => guttersIn(run.slice(from, to + 1), glyph), String);
  const fits = (from: number, to: number): boolean => guttersOf([from, to]) >= guttersOf([first, last]);
  const wraps = (a: TextLine, b: TextLine): boolean => b.baseline - a.baseline < 1.45 * glyph;
  const belongsAbove = (line: TextLine): boolean => isCaption(lineText(line));
  for (;;) {
    // The line of two texts before it, and what wraps beside it on the way.
    const before = counts.findLastIndex((count, i) => i < first && count >= 2);
    if (before >= 0 && first - before <= MOST_BESIDE && !run.slice(before, first).some(belongsAbove) && fits(before, last)) first = before;
    else if (first === 0 || belongsAbove(run[first - 1]!) || !fits(first - 1, last)) break;
    else if (wraps(run[first - 1]!, run[first]!) || isWrappedLine(run[first - 1]!, run.slice(first, last + 1))) first--;
    else break;
  }
  for (;;) {
    // The next line of two texts, and what wraps beside it on the way.
    const next = counts.findIndex((count, i) => i > last && count >= 2);
    if (next > 0 && next - last <= MOST_BESIDE && fits(first, next)) last = next;
    else if (last === run.length - 1 || !fits(first, last + 1)) break;
    else if (wraps(run[last]!, run[last + 1]!) || isWrappedLine(run[last + 1]!, run.slice(first, last + 1))) last++;
    else break;
  }
  return run.slice(first, last + 1);
}

/** The lines that have two labels with their values, with what wraps beside them. */
function pairsIn(run: readonly TextLine[], glyph: number): number[] {
  return run.flatMap((line, i) => {
    const beside = run.filter(({ baseline }) => Math.abs(baseline - line.baseline) < NEXT_LINE * glyph).flatMap(({ words }) => words);
    return coveredRuns(beside, CELL_GAP * glyph).length >= PAIRS ? [i] : [];
  });
}

/** How much the distances of one text's lines differ at most, as a share; and how much farther apart than these the texts of one column stand. */
const IN_STEP = 0.08;
const SET_OFF = 1.12;

/**
 * Whether a line is of a wrapped text, though its lines stand far apart: as near to the line beside it in its column as any two there, where rows
 * stand farther apart. `lines` stand all above it, or all below.
 */
function isWrappedLine(line: TextLine, lines: readonly TextLine[]): boolean {
  return line.words.every((word) => {
    const column = lines
      .filter(({ words }) => words.some(({ box }) => box[0] < word.box[2] && box[2] > word.box[0]))
      .map(({ baseline }) => baseline)
      .sort((a, b) => a - b);
    const steps = column.slice(1).map((baseline, i) => baseline - column[i]!);
    const least = Math.min(...steps);
    const nearest = Math.min(...column.map((baseline) => Math.abs(line.baseline - baseline)));
    return steps.some((step) => step > SET_OFF * least) && Math.abs(nearest - least) < IN_STEP * least;
  });
}

function gridOf(core: readonly TextLine[], page: number, glyph: number): Grid | undefined {
  const box = boxOf(core, glyph);
  return buildAligned({
    words: core.flatMap((line) => line.words),
    box,
    levels: [box[1], box[3]],
    rulings: [],
    lines: core.length,
    page,
    glyph,
  });
}

function boxOf(lines: readonly TextLine[], glyph: number): Box {
  const pad = 0.25 * glyph;
  return [
    Math.min(...lines.map((line) => line.box[0])) - pad,
    Math.min(...lines.map((line) => line.box[1])) - pad,
    Math.max(...lines.map((line) => line.box[2])) + pad,
    Math.max(...lines.map((line) => line.box[3])) + pad,
  ];
}
