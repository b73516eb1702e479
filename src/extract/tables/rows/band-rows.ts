import { isFigure } from "../../is-figure.js";
import { lineText, type TextLine } from "../text-lines.js";
import { cutRows, wrapLeading } from "./cut-rows.js";
import { chunksOf, leadingAt, leadingBelow, type RowSpan, spanRows } from "./span-rows.js";

/** The rows between two rulings that are not parted by rulings themselves. */
export interface BandRows {
  /** The y between rows. */
  readonly cuts: readonly number[];
  /** For columns of merged cells, the rows that each covers; undefined for columns with a cell a row. */
  readonly spans: readonly (readonly RowSpan[] | undefined)[];
}

/** Rows of a band from `top` to `bottom`, by its columns' lines. Leading columns with fewer texts are merged cells where those fit. */
export function bandRows(columns: readonly (readonly TextLine[])[], top: number, bottom: number): BandRows {
  const wrapped = wrapLeading(columns);
  const leading = Math.min(wrapped, belowFigures(columns, wrapped), belowGap(columns, wrapped));
  const close = Math.min(leading, belowPitch(columns));
  const counts = columns.map((lines) => chunksOf(lines, close).length);
  const most = Math.max(...counts);
  // As many leading columns as can be merged cells; one with a text a row ends them, and so does one of figures that numbers nothing.
  const first = numbersRows(columns[0] ?? []) ? 1 : 0;
  const full = columns.findIndex((lines, i) => i >= first && (counts[i]! >= most || (i > first && isFigures(lines))));
  for (let end = full; end > first; end--) {
    const rows = mergedRows(columns, [first, end], [top, bottom], { leading, close });
    if (rows) return rows;
  }
  return { cuts: cutRows(columns, leading), spans: columns.map(() => undefined) };
}

/** Rows that stand no farther apart than this share more than wrapped lines do are not told by their distance. */
const SAME_LEADING = 1.1;
/** Fewer lines than this in step are no rows yet. */
const LEAST_ROWS = 3;

/**
 * A leading that no two rows stand at, where the rows are plain: the two fullest columns have the same lines, and cells do not wrap line by
 * line alike. Infinite where they are not.
 */
function belowPitch(columns: readonly (readonly TextLine[])[]): number {
  const [a, b] = [...columns].sort((one, other) => other.length - one.length);
  if (!a || !b || a.length < LEAST_ROWS || a.length !== b.length) return Number.POSITIVE_INFINITY;
  if (a.some((line, i) => Math.abs(line.baseline - b[i]!.baseline) > 0.3 * line.size)) return Number.POSITIVE_INFINITY;
  const gaps = a.slice(1).map((line, i) => (line.baseline - a[i]!.baseline) / Math.max(line.size, a[i]!.size));
  return leadingBelow(Math.min(...gaps));
}

/**
 * A leading that no two rows stand at, by the columns of figures: a figure under a figure that ends before its column does is another row's.
 * Infinite where too few are, and where rows stand as near to each other as wrapped lines do.
 */
function belowFigures(columns: readonly (readonly TextLine[])[], wrapped: number): number {
  const gaps = columns.map(underHead).flatMap((lines) => {
    if (!isFigures(lines)) return [];
    const width = Math.max(...lines.map(({ box }) => box[2] - box[0]));
    return lines.slice(1).flatMap((line, i) => {
      const before = lines[i]!;
      const isShort = before.box[2] - before.box[0] + 0.6 * line.size < width;
      return isShort ? [(line.baseline - before.baseline) / Math.max(line.size, before.size)] : [];
    });
  });
  const least = Math.min(...gaps);
  return gaps.length < LEAST_ROWS || least < SAME_LEADING * wrapped ? Number.POSITIVE_INFINITY : leadingBelow(least);
}

/** Lines of one text stand so evenly: a gap this much larger than the next smaller one may be one between rows. */
const GAP = 1.12;

/**
 * A leading that no two rows stand at, where rows stand little farther apart than wrapped lines: the gap between the two kinds of distances at
 * which a column of wrapped texts has as many texts as a column of figures has figures. Infinite where no such columns are.
 */
function belowGap(columns: readonly (readonly TextLine[])[], wrapped: number): number {
  const rows = new Set(columns.filter(isFigures).map(({ length }) => length));
  for (const lines of columns) {
    if (isFigures(lines) || ![...rows].some((count) => count >= LEAST_ROWS && count < lines.length)) continue;
    if (rows.has(chunksOf(lines, wrapped).length)) return Number.POSITIVE_INFINITY;
    const gaps = lines.slice(1).map((line, i) => (line.baseline - lines[i]!.baseline) / line.size);
    const kinds = [...gaps].sort((a, b) => a - b);
    for (const [i, gap] of kinds.slice(1).entries()) {
      const between = leadingAt((kinds[i]! + gap) / 2);
      if (gap >= GAP * kinds[i]! && rows.has(chunksOf(lines, between).length)) return between;
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** A head takes so many lines of a column. */
const MOST_HEAD = 3;

/** The lines of a column below its head: the first ones that are no figures. */
function underHead(lines: readonly TextLine[]): readonly TextLine[] {
  const first = lines.findIndex((line) => isFigure(lineText(line)));
  return first > 0 && first <= MOST_HEAD ? lines.slice(first) : lines;
}

function isFigures(lines: readonly TextLine[]): boolean {
  return lines.length > 0 && lines.every((line) => isFigure(lineText(line)));
}

/** A head above the numbers of rows, and rows without a number below them: a total, a note. */
const AROUND_NUMBERS = 2;

/** Whether a column numbers the rows, 1 2 3: merged cells may then stand behind it. */
function numbersRows(lines: readonly TextLine[]): boolean {
  const texts = lines.map(lineText);
  const start = texts.indexOf("1");
  if (start < 0 || start > AROUND_NUMBERS) return false;
  let end = start;
  while (end < texts.length && texts[end] === String(end - start + 1)) end++;
  return end - start >= LEAST_ROWS && texts.length - end <= AROUND_NUMBERS;
}

/** The rows that the other columns show, when the texts of the columns `from` to `to` (exclusive) stand in the middle of theirs; else undefined. */
function mergedRows(
  columns: readonly (readonly TextLine[])[],
  [from, to]: readonly [number, number],
  [top, bottom]: [number, number],
  { leading, close }: { readonly leading: number; readonly close: number },
): BandRows | undefined {
  const isMerged = (column: number): boolean => column >= from && column < to;
  const cuts = cutRows(
    columns.filter((_, column) => !isMerged(column)),
    leading,
  );
  const edges = [top, ...cuts, bottom];
  const spans = columns.map((lines, column) => (isMerged(column) && lines.length > 0 ? spanRows(lines, edges, close) : undefined));
  return columns.every((lines, column) => !isMerged(column) || lines.length === 0 || spans[column]) ? { cuts, spans } : undefined;
}
