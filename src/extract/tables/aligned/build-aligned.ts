import { middleX } from "../../../core/evidence.js";
import { isFigure } from "../../is-figure.js";
import type { Grid } from "../grid.js";
import type { Word } from "../placed.js";
import { type TextLine, textLines, WRAPPED } from "../text-lines.js";
import { wordsBetween } from "../words-between.js";
import { findColumns } from "./columns/find-columns.js";
import { haveBoth } from "./columns/have-both.js";
import { isAcross } from "./columns/line-columns.js";
import { type LocalColumns, localColumns } from "./columns/local-columns.js";
import { withRuledEdges } from "./columns/ruled-edges.js";
import { type AlignedRegion, gridOn } from "./grid-on-columns.js";
import { headedColumns } from "./heads/headed-columns.js";
import { spanningHeads } from "./heads/spanning-heads.js";
import { totalLabels } from "./rows/closing-label.js";
import { groupLabels } from "./rows/group-labels.js";
import { isNumbered } from "./rows/is-numbered.js";

/** How exactly texts of one column stand one below the other, in glyph heights. */
const IN_LINE = 0.2;

/** The grid of a region whose columns only the alignment of its text shows; undefined where that is no table. */
export function buildAligned(region: AlignedRegion): Grid | undefined {
  const lines = textLines(region.words);
  const groups = groupLabels(lines, region.glyph);
  const totals = totalLabels(lines);
  const closing = (columns: readonly number[], labels: ReadonlySet<Word>): LocalColumns[] =>
    linesApart(lines, { labels: new Set([...labels, ...groups]), groups }, columns, region.box[1]);
  if (region.columns) return gridOn(region.columns, region, closing(region.columns, totals));
  const heads = spanningHeads(region.words, region, region.box, region.glyph).flatMap(({ words }) => words);
  const merged = new Set([...heads, ...groups, ...groupsAcross(region)]);
  const whole = without(region, merged);
  const told = edgesOf(whole);
  const apart = totals.size === 0 ? told : edgesOf(without(whole, totals));
  // A label that costs no column and stands as other texts do is none of a merged cell: 其中：县级财政资金 in the last row.
  const stands = told.edges.length >= apart.edges.length && [...totals].every((label) => isInLine(label, whole.words, totals));
  const own = stands ? whole : without(whole, totals);
  const { edges, ruled } = stands ? told : apart;
  const { columns, grid } = mergeFalse(edges, ruled, region);
  const local = [...localColumns(own.words, columns, region.levels, region.glyph), ...closing(columns, stands ? new Set() : totals)];
  return local.length > 0 ? gridOn(columns, region, local) : grid;
}

/** Whether a label begins where another text does, or has its middle there. */
function isInLine({ box, size }: Word, words: readonly Word[], labels: ReadonlySet<Word>): boolean {
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) < IN_LINE * size;
  return words.some((word) => !labels.has(word) && (isSame(word.box[0], box[0]) || isSame(middleX(word.box), middleX(box))));
}

function without(region: AlignedRegion, words: ReadonlySet<Word>): AlignedRegion {
  return words.size === 0 ? region : { ...region, words: region.words.filter((word) => !words.has(word)) };
}

/** The edges of the columns that a region's words stand in, and which of them rulings tell. */
function edgesOf(region: AlignedRegion): ReturnType<typeof withRuledEdges> {
  return withRuledEdges(findColumns(region.words, region.box, region.lines, region.glyph), region);
}

/** The names of groups of rows, each alone between two rulings: 二、成本指标（10分） runs over columns and tells none. */
function groupsAcross({ words, levels }: AlignedRegion): readonly Word[] {
  const between = wordsBetween(words);
  return levels.slice(1).flatMap((bottom, i) => {
    const [line, ...others] = textLines(between(levels[i]!, bottom));
    return line && others.length === 0 && isNumbered(line) ? line.words : [];
  });
}

/**
 * The lines of totals whose labels run across edges, each with the rest of its figures, and those that name `groups`: parts of the table by themselves. `top`:
 * where the table begins.
 */
function linesApart(
  lines: readonly TextLine[],
  { labels, groups }: { readonly labels: ReadonlySet<Word>; readonly groups: ReadonlySet<Word> },
  columns: readonly number[],
  top: number,
): LocalColumns[] {
  const isApart = (word: Word): boolean =>
    groups.has(word) || (labels.has(word) && isAcross({ from: word.box[0], to: word.box[2] }, columns, word.size));
  return lines.flatMap((line, i) => {
    if (!line.words.some(isApart)) return [];
    let last = i;
    while (last + 1 < lines.length && isRestOf(line, lines[last]!, lines[last + 1]!)) last++;
    const above = Math.max(top, ...lines.slice(0, i).map(({ box }) => box[3]));
    const below = Math.min(...lines.slice(last + 1).map(({ box }) => box[1]));
    const whole = line.words.some((word) => groups.has(word)) ? { isWhole: true as const } : {};
    return [{ top: (above + line.box[1]) / 2, bottom: (lines[last]!.box[3] + below) / 2, edges: [], ...whole }];
  });
}

/** Whether a line is the rest of a total's figures, which its columns were too narrow for: digits under some of them, as near as wrapped lines stand. */
function isRestOf(total: TextLine, before: TextLine, line: TextLine): boolean {
  const isUnder = ({ box }: Word): boolean =>
    total.words.some((word) => isFigure(word.text) && word.box[0] < box[2] && box[0] < word.box[2]);
  const isNear = line.baseline - before.baseline < WRAPPED * line.size;
  return isNear && line.words.length < total.words.length && line.words.every((word) => DIGITS.test(word.text) && isUnder(word));
}

/** What of a figure goes to the next line: digits, without a point before them or with it. */
const DIGITS = /^[.．]?\d+[%％]?$/u;

/**
 * Columns of which no line of the table has both are one column, unless rulings end between: its head stands elsewhere than its figures, nearest to its own. With
 * the grid on the columns that are left.
 */
function mergeFalse(
  columns: readonly number[],
  ruled: ReadonlySet<number>,
  region: AlignedRegion,
): { columns: readonly number[]; grid?: Grid } {
  const grid = gridOn(columns, region);
  if (!grid || grid.columnCount !== columns.length - 1) return { columns, grid };
  const headed = headedColumns(region.words, columns);
  const mayMerge = (edge: number): boolean =>
    !ruled.has(columns[edge]!) && !(headed.has(edge - 1) && headed.has(edge)) && !haveBoth(grid, edge - 1, edge);
  const [nearest] = columns
    .flatMap((_, edge) => (edge > 0 && edge < columns.length - 1 && mayMerge(edge) ? [edge] : []))
    .map((edge) => ({ edge, gap: gapAt(columns, edge, region.words) }))
    .sort((a, b) => a.gap - b.gap);
  return nearest
    ? mergeFalse(
        columns.filter((_, i) => i !== nearest.edge),
        ruled,
        region,
      )
    : { columns, grid };
}

/** How wide the place without text is around an edge. */
function gapAt(columns: readonly number[], edge: number, words: readonly Word[]): number {
  const at = columns[edge]!;
  let [from, to] = [columns[edge - 1]!, columns[edge + 1]!];
  const [left, right] = [from, to];
  for (const { box } of words) {
    const x = middleX(box);
    if (x > left && x < at) from = Math.max(from, box[2]);
    else if (x > at && x < right) to = Math.min(to, box[0]);
  }
  return to - from;
}
