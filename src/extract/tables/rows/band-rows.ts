import { isFigure, isNoFigure } from "../../is-figure.js";
import { lineText, type TextLine } from "../text-lines.js";
import { type BandRows, type Fit, ROW_COST } from "./fit-blocks.js";
import { fitRows } from "./fit-rows.js";
import { mergeUnclosed } from "./merge-unclosed.js";
import type { RowSpan } from "./merged-spans.js";
import { roughRows } from "./rough-rows.js";
import { lineMiddle } from "./text-blocks.js";

type Columns = readonly (readonly TextLine[])[];

/** Heads at which a band is parted at most, and the texts that one has at least. */
const MOST_HEADS = 12;
const LEAST_TEXTS = 2;
/** Totals at which it is parted at most: each part between two of its ends is tried. */
const MOST_TOTALS = 12;
/** How much the heights of texts on one line differ at most, in glyph heights. */
const LEVEL = 0.25;
/** How high the ink of a glyph is, in glyph heights. */
const GLYPH = 0.9;
/** More lines are no form. */
const MOST_LINES = 600;
/**
 * What speaks against each part, in the measure of what speaks against its rows: one that begins with a head only, and not with a total or behind one; against
 * each merged cell that has the total of what stands above it beside its own, and each text in a total's row that stands at another height; and against a part
 * that no rows fit, with each of its lines.
 */
const COST = { head: 1, overTotal: 3, besideTotal: 3, unfit: 10, line: 1 };
/**
 * How much more may speak against exact rows than against rough ones: wrapped lines half a line off their row are rows by themselves, but nearly empty ones.
 * Against rows lower than their glyphs nothing more may.
 */
const MOST_DEARER = 3;

/**
 * Rows of a band from `top` to `bottom`, by its columns' lines: exactly, where these tell so much, of all of it or of the blocks that totals and heads part it
 * into, or else as well as they can be told.
 */
export function bandRows(columns: Columns, top: number, bottom: number): BandRows {
  return mergeUnclosed(rowsBetween(columns, top, bottom), columns);
}

function rowsBetween(columns: Columns, top: number, bottom: number): BandRows {
  const whole = fitRows(columns, top, bottom);
  const levels = columns.flat().length > MOST_LINES ? [] : levelsOf(columns);
  const totals = totalsOf(levels);
  const most = whole && areTooLow(whole, columns) ? 0 : MOST_DEARER;
  const isDear = whole !== undefined && whole.cost > most + ROW_COST * (whole.cuts.length + 1);
  if (whole && !isDear && totals.length === 0) return whole;
  const partsAt = (ends: readonly BlockEnd[]): Fit | undefined =>
    rowsOfParts(
      columns,
      whole,
      ends.toSorted((a, b) => a.at - b.at),
      totals,
      [top, bottom],
    );
  const ends = totalEnds(levels, totals);
  if (whole && !isDear) return partsAt(ends) ?? whole;
  const parts = partsAt([...ends, ...headsOf(levels)]);
  const rough = roughRows(columns);
  const best = parts && parts.cost <= rough.cost + most ? parts : rough;
  return whole && best.cost >= whole.cost - most ? (partsAt(ends) ?? whole) : best;
}

/** Whether a row is lower than the glyphs of the band's smallest line. */
function areTooLow({ cuts }: BandRows, columns: Columns): boolean {
  const least = Math.min(...columns.flat().map(({ size }) => size));
  return cuts.some((cut, i) => i > 0 && cut - cuts[i - 1]! < GLYPH * least);
}

/** So far parted: down to which height, at what cost, into which rows. */
interface Parted {
  readonly to: number;
  readonly cost: number;
  readonly rows: BandRows | undefined;
  readonly isFit: boolean;
  readonly before: Parted | undefined;
}

/** The rows of blocks one under the other, each of which they fit by itself; undefined where they fit none. `whole`: those of one block. */
function rowsOfParts(
  columns: Columns,
  whole: Fit | undefined,
  ends: readonly BlockEnd[],
  totals: readonly Level[],
  [top, bottom]: readonly [number, number],
): Fit | undefined {
  const reached: Parted[] = [{ to: top, cost: 0, rows: undefined, isFit: false, before: undefined }];
  for (const { at: to, kind } of [...ends, { at: bottom, kind: undefined }]) {
    let best: Parted | undefined;
    for (const before of reached) {
      if (before.cost >= (best?.cost ?? Number.POSITIVE_INFINITY)) continue;
      const isBetween = (y: number): boolean => y > before.to && y < to;
      const own = columns.map((lines) => lines.filter((line) => isBetween(lineMiddle(line))));
      const isWhole = before.to === top && to === bottom;
      const fit = isWhole ? whole : fitRows(own, before.to, to);
      if (isWhole && !fit) continue;
      const within = totals.filter(({ cells }) => isBetween(lineMiddle(cells[0]!.line)));
      const against = fit
        ? fit.cost + COST.overTotal * overTotals(fit, within) + COST.besideTotal * besideTotals(fit, within, own)
        : COST.unfit + COST.line * own.flat().length;
      const cost = before.cost + (kind === "head" ? COST.head : 0) + against;
      if (!best || cost < best.cost) best = { to, cost, rows: fit ?? roughRows(own), isFit: fit !== undefined, before };
    }
    if (best) reached.push(best);
  }
  const parts: Parted[] = [];
  for (let at = reached.at(-1)!; at.before; at = at.before) parts.unshift(at);
  return parts.some(({ isFit }) => isFit) ? { ...joined(parts, columns.length), cost: reached.at(-1)!.cost } : undefined;
}

/**
 * How many merged cells begin with the row of a total (of those in this part) and end with one: their texts stand in the middle of what is between the two as well.
 * And how many cover such a row, and others, right of its label.
 */
function overTotals({ cuts, spans }: BandRows, totals: readonly Level[]): number {
  const ends = totals.map(({ cells }) => ({
    row: cuts.filter((cut) => cut < lineMiddle(cells[0]!.line)).length,
    label: Math.min(...cells.map(({ column }) => column)),
  }));
  const isEnd = (row: number): boolean => ends.some((end) => end.row === row);
  const isOver = ({ from, to }: RowSpan, column: number): boolean =>
    to > from + 1 && ((isEnd(from) && isEnd(to - 1)) || ends.some(({ row, label }) => label < column && from <= row && row < to));
  return spans.flatMap((own, column) => own?.filter((span) => isOver(span, column)) ?? []).length;
}

/** How many texts stand in the rows of totals (of those in this part) that have neither their top nor their middle where the total's label has. */
function besideTotals({ cuts }: BandRows, totals: readonly Level[], columns: Columns): number {
  return totals.reduce((sum, { cells }) => {
    const { column: own, line } = cells.reduce((a, b) => (b.column < a.column ? b : a));
    const above = Math.max(Number.NEGATIVE_INFINITY, ...cuts.filter((cut) => cut < lineMiddle(line)));
    const below = Math.min(Number.POSITIVE_INFINITY, ...cuts.filter((cut) => cut > lineMiddle(line)));
    const texts = columns.map((lines) => lines.map(lineMiddle).filter((y) => y > above && y < below));
    const label = texts[own]!;
    const isLevel = (a: number, b: number): boolean => Math.abs(a - b) < LEVEL * line.size;
    const off = texts.filter((text) => text.length > 0 && !isLevel(text[0]!, label[0]!) && !isLevel(middle(text), middle(label)));
    return sum + off.length;
  }, 0);
}

function middle(heights: readonly number[]): number {
  return (heights[0]! + heights.at(-1)!) / 2;
}

function joined(parts: readonly Parted[], columnCount: number): BandRows {
  const cuts: number[] = [];
  const spans: (RowSpan[] | undefined)[] = Array.from({ length: columnCount }, (_, column) =>
    parts.some(({ rows }) => rows!.spans[column]) ? [] : undefined,
  );
  for (const [i, { to, rows }] of parts.entries()) {
    const first = cuts.length;
    const each = Array.from({ length: rows!.cuts.length + 1 }, (_, row): RowSpan => ({ from: row, to: row + 1 }));
    for (const [column, own] of spans.entries())
      own?.push(...(rows!.spans[column] ?? each).map(({ from, to: end }) => ({ from: first + from, to: first + end })));
    cuts.push(...rows!.cuts, ...(i < parts.length - 1 ? [to] : []));
  }
  return { cuts, spans };
}

/** Texts on one line, by their columns. */
interface Level {
  readonly cells: readonly { readonly column: number; readonly line: TextLine }[];
  /** Where nothing stands between them and what is above; undefined where something does. */
  readonly above: number | undefined;
}

function levelsOf(columns: Columns): Level[] {
  const cells = columns
    .flatMap((lines, column) => lines.map((line) => ({ column, line })))
    .sort((a, b) => a.line.baseline - b.line.baseline);
  /** Where the first of the lines from each on begins. */
  const tops: number[] = [];
  for (let i = cells.length - 1; i >= 0; i--) tops[i] = Math.min(cells[i]!.line.box[1], tops[i + 1] ?? Number.POSITIVE_INFINITY);
  const levels: Level[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (let start = 0, end = 0; start < cells.length; start = end) {
    const { baseline, size } = cells[start]!.line;
    while (end < cells.length && cells[end]!.line.baseline - baseline < LEVEL * size) end++;
    const own = cells.slice(start, end);
    levels.push({ cells: own, above: start > 0 && tops[start]! > bottom ? (bottom + tops[start]!) / 2 : undefined });
    bottom = Math.max(bottom, ...own.map(({ line }) => line.box[3]));
  }
  return levels;
}

/** A height at which a block may end, and the next begin: above a head or below it, above a row that totals others or below it. */
interface BlockEnd {
  readonly at: number;
  readonly kind: "head" | "total";
}

/** The heights above lines of several texts, not all with digits, none a figure, which may be the head of a block, and the last below the first of them: above the first figures. */
function headsOf(levels: readonly Level[]): BlockEnd[] {
  const hasFigures = ({ cells }: Level): boolean => cells.some(({ line }) => isFigure(lineText(line)));
  const areValues = ({ cells }: Level): boolean => cells.every(({ line }) => /\d/u.test(lineText(line)));
  const first = levels.slice(0, levels.findIndex(hasFigures) + 1).findLast(({ above }) => above !== undefined);
  const heads = levels
    .filter((level) => level !== first && level.cells.length >= LEAST_TEXTS && !hasFigures(level) && !areValues(level))
    .sort((a, b) => b.cells.length - a.cells.length);
  return [...(first ? [first] : []), ...heads]
    .flatMap(({ above }) => (above === undefined ? [] : [{ at: above, kind: "head" as const }]))
    .slice(0, MOST_HEADS);
}

/** The heights above and below totals. */
function totalEnds(levels: readonly Level[], totals: readonly Level[]): BlockEnd[] {
  const ends = totals.flatMap((total) => [total.above, levels[levels.indexOf(total) + 1]?.above]).filter((at) => at !== undefined);
  return [...new Set(ends)].map((at) => ({ at, kind: "total" }));
}

/** The rows that total others: where most rows, or too many, look like that, a column is empty in them. */
function totalsOf(levels: readonly Level[]): Level[] {
  const totals = levels.filter(isTotal);
  return totals.length > MOST_TOTALS || totals.length * 2 > levels.length ? [] : totals;
}

/** 小计 50 48.5: a label, figures, and between the two columns that say nothing. */
function isTotal({ cells }: Level): boolean {
  const [label, ...others] = cells.toSorted((a, b) => a.column - b.column);
  if (isFigure(lineText(label!.line)) || others.length === 0) return false;
  return others[0]!.column > label!.column + 1 && others.every(({ line }) => isFigure(lineText(line)) || isNoFigure(lineText(line)));
}
