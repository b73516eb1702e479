import { type Box, middleX } from "../../../core/evidence.js";
import { isFigure } from "../../is-figure.js";
import type { Grid } from "../grid.js";
import { intervalOf } from "../interval-of.js";
import { middleOf } from "../middle-of.js";
import type { Ruling, Word } from "../placed.js";
import type { BandRows } from "../rows/fit-blocks.js";
import { fillCells } from "../ruled/fill-cells.js";
import { cellsOf, compact, type Lattice } from "../ruled/lattice.js";
import { textLines } from "../text-lines.js";
import { wordsBetween } from "../words-between.js";
import { areBeside } from "./columns/beside-edge.js";
import { isCrossed } from "./columns/is-crossed.js";
import type { LocalColumns } from "./columns/local-columns.js";
import { storeysEnd, withStoreys } from "./heads/head-storeys.js";
import { spanningHeads } from "./heads/spanning-heads.js";
import { isRuledRowByRow } from "./rows/is-ruled-row-by-row.js";
import { type PartRows, rowFinder } from "./rows/row-finder.js";
import { closedBy, endsWithin, type Level, levelsOf, nearest, openEnds, runsOf } from "./rows/row-levels.js";

export interface AlignedRegion {
  readonly words: readonly Word[];
  readonly box: Box;
  /** Heights of the rulings that part its rows, the outer ones among them (drawn or not). */
  readonly levels: readonly number[];
  readonly rulings: readonly Ruling[];
  /** Rulings between some of its columns. */
  readonly uprights?: readonly Ruling[];
  readonly lines: number;
  readonly page: number;
  readonly glyph: number;
  /** Edges of its columns where these are known: those of its part on the page before. */
  readonly columns?: readonly number[];
}

/** How sure a grid is whose columns only the text shows; with rulings between most of its rows, between a few (below the head), and without. */
const CONFIDENCE = { ruled: 0.95, parted: 0.92, unruled: 0.85 };

/** Whether rulings part the rows of a grid found so, and close it above. */
export function hasRuledRows({ confidence }: Grid): boolean {
  return confidence >= CONFIDENCE.ruled;
}

/** The columns of a region: the edges that all of it has, the parts with edges of their own, and the edges of both; and its words by their heights. */
interface Division {
  readonly common: readonly number[];
  readonly local: readonly LocalColumns[];
  readonly columns: readonly number[];
  readonly between: (top: number, bottom: number) => Word[];
  /** Where a head of two storeys ends that nothing rules. */
  readonly headEnd: number | undefined;
}

/** The grid on edges that all of the region has, and such as only parts of it have. */
export function gridOn(common: readonly number[], region: AlignedRegion, local: readonly LocalColumns[] = []): Grid | undefined {
  const columns = [...common, ...local.flatMap((part) => part.edges)].sort((a, b) => a - b);
  if (columns.length < 3) return undefined;
  const between = wordsBetween(region.words);
  const levels = levelsOf(region, columns, between);
  const headEnd = storeysEnd(between(levels[0]!.at, levels[1]!.at), common, region.glyph);
  const division = { common, local, columns, between, headEnd };
  const { rows, above } = rowsOf(bandsOf(levels, division, region), levels, region.words);
  if (rows.length < 3 && !region.columns && !isWrappedPairs(region.words, columns)) return undefined;
  const { left, whole } = sidesOf(rows, division, region.glyph);
  joinUnderHeads(left, rows, columns, region);
  for (const { top, bottom } of local.filter(({ isWhole }) => isWhole)) {
    const row = intervalOf(rows, (top + bottom) / 2);
    for (const parts of left.slice(1, -1)) parts[row] = false;
  }
  const open = openEnds(region, columns);
  const fine: Lattice = {
    box: region.box,
    columns,
    rows,
    cells: cellsOf(rows.length - 1, columns.length - 1, above, left),
    steps: [],
    openTop: open.top,
    openBottom: open.bottom,
  };
  const lattice = region.columns ? fine : compact(fine);
  return {
    page: region.page,
    box: lattice.box,
    rowCount: lattice.rows.length - 1,
    columnCount: lattice.columns.length - 1,
    columns: lattice.columns,
    cells: fillCells(lattice, region.words, region.page, whole),
    origin: "aligned",
    confidence: confidenceOf(levels.filter(({ isRuled }) => isRuled).length, rows.length),
    openTop: lattice.openTop,
    openBottom: lattice.openBottom,
  };
}

/** What lies between two levels, from the first to the next at which some of the same columns end. */
interface Band {
  readonly below: Level;
  /** Levels within it: of other columns' merged cells. */
  readonly within: readonly Level[];
  readonly isRuled: boolean;
  /** For each column, whether its cells end at both. */
  readonly closed: readonly boolean[];
  /** Its parts from the top, how far down each reaches, and its rows. */
  readonly parts: readonly { readonly to: number; readonly rows: PartRows }[];
}

const ONE_ROW: BandRows = { cuts: [], spans: [] };

function bandsOf(levels: readonly Level[], division: Division, { words, glyph }: AlignedRegion): Band[] {
  const { common, local, columns, between, headEnd } = division;
  const rowsWithin = rowFinder(words, columns, glyph);
  return runsOf(levels).map(([above, ...others], band) => {
    const below = others.at(-1)!;
    const closed = closedBy(above!, below);
    const head = band === 0 && headEnd !== undefined ? [{ top: above!.at, bottom: headEnd, edges: [] }] : [];
    const parts = partsOf([...local, ...head], above!.at, below.at, glyph).map((from, i, starts) => {
      const to = starts[i + 1] ?? below.at;
      const edges = edgesWithin(common, local, from, to);
      const isFirst = band + i === 0;
      const rows = isFirst && to === headEnd ? { ...ONE_ROW, areSure: true } : rowsWithin(closed, { top: from, bottom: to, edges });
      return { to, rows: isFirst ? withStoreys(rows, between(from, rows.cuts[0] ?? to), columns, edges, glyph) : rows };
    });
    return { below, within: others.slice(0, -1), isRuled: above!.isRuled && below.isRuled, closed, parts };
  });
}

/** The edges of the rows from the top, and for each of them and each column whether its cells end there. */
function rowsOf(
  bands: readonly Band[],
  levels: readonly Level[],
  words: readonly Word[],
): { rows: number[]; above: (readonly boolean[])[] } {
  const isOne = isRuledRowByRow(bands.flatMap(({ isRuled, parts }) => (isRuled ? [parts.map((part) => part.rows)] : [])));
  const beginsWithFigures = words.some((word) => middleOf(word) < levels[1]!.at && isFigure(word.text));
  const rows: number[] = [levels[0]!.at];
  const above: (readonly boolean[])[] = [levels[0]!.parts];
  for (const [band, { below, within, closed, parts }] of bands.entries()) {
    const all = parts.flatMap(({ to, rows: own }) => [...own.cuts, to]);
    const ends = within.map(({ at, parts: own }) => ({ at: nearest(all, at), parts: own }));
    const mayBeHead = band === 0 && !beginsWithFigures;
    for (const { to, rows: found } of parts) {
      const { cuts, spans } = isOne && !mayBeHead && !found.areSure ? ONE_ROW : found;
      for (const [row, cut] of cuts.entries()) {
        rows.push(cut);
        const own = closed.map((isClosed, column) => isClosed && (spans[column]?.some((span) => span.from === row + 1) ?? true));
        above.push(own.map((isParted, column) => isParted || endsWithin(column, cut, [...ends, below])));
      }
      rows.push(to);
      above.push(to === below.at ? below.parts : closed.map((isClosed, column) => isClosed || endsWithin(column, to, [...ends, below])));
    }
  }
  return { rows, above };
}

/** For each edge and each row, whether it parts the cells beside it; and the words that reach over such an edge and are whole nevertheless. */
function sidesOf(
  rows: readonly number[],
  { common, local, columns, between }: Division,
  glyph: number,
): { left: boolean[][]; whole: Set<Word> } {
  const whole = new Set<Word>();
  const left = columns.map((edge, index) =>
    rows.slice(1).map((bottom, row) => {
      if (index === 0 || index === columns.length - 1) return true;
      const own = between(rows[row]!, bottom);
      const isOpen = edgesWithin(common, local, rows[row]!, bottom).includes(edge) && !isCrossed(own, edge, common, glyph);
      if (isOpen) return true;
      if (!areBeside(own, edge, common, glyph)) return false;
      for (const word of own) if (word.box[0] < edge && word.box[2] > edge) whole.add(word);
      return true;
    }),
  );
  return { left, whole };
}

/** By how many heights rulings part rows at, the outer ones among them, of so many at which rows end. */
function confidenceOf(ruled: number, ends: number): number {
  if (ruled <= 2) return CONFIDENCE.unruled;
  return 2 * (ruled - 2) >= ends - 2 ? CONFIDENCE.ruled : CONFIDENCE.parted;
}

/** Cells of a single row that make a table where one of them wraps, at least: two labels with their values. */
const PAIRS = 4;

/** How exactly those of them that do not wrap stand on one line, in glyph heights. */
const LEVEL = 0.25;

/** Whether texts side by side are one row of a form: some of them wrap, but fewer than half, and the others stand on one line. */
function isWrappedPairs(words: readonly Word[], columns: readonly number[]): boolean {
  const cells = columns
    .slice(1)
    .map((right, i) => textLines(words.filter(({ box }) => middleX(box) > columns[i]! && middleX(box) < right)));
  const baselines = cells.flatMap((lines) => (lines.length === 1 ? [lines[0]!.baseline] : []));
  const isLevel = Math.max(...baselines) - Math.min(...baselines) < LEVEL * words[0]!.size;
  const areFilled = cells.length >= PAIRS && cells.every(({ length }) => length > 0);
  return areFilled && baselines.length < cells.length && 2 * baselines.length > cells.length && isLevel;
}

/** Where the parts of a band begin: at its top, and where the lines that have columns of their own begin or end within it. */
function partsOf(local: readonly LocalColumns[], top: number, bottom: number, glyph: number): number[] {
  const inside = local
    .flatMap((part) => [part.top, part.bottom])
    .filter((y) => y > top + 0.6 * glyph && y < bottom - 0.6 * glyph)
    .sort((a, b) => a - b);
  return [top, ...inside.filter((y, i) => i === 0 || y > inside[i - 1]!)];
}

/** The edges that rows between the heights have. */
function edgesWithin(common: readonly number[], local: readonly LocalColumns[], top: number, bottom: number): number[] {
  const middle = (top + bottom) / 2;
  return [...common, ...local.flatMap((part) => (middle > part.top && middle < part.bottom ? part.edges : []))].sort((a, b) => a - b);
}

/** A head over several columns is one cell. */
function joinUnderHeads(left: boolean[][], rows: readonly number[], columns: readonly number[], region: AlignedRegion): void {
  const { words, box, glyph } = region;
  for (const { ruling, words: head } of spanningHeads(words, region, box, glyph)) {
    const row = intervalOf(rows, middleOf(head[0]!));
    columns.forEach((edge, i) => {
      if (edge > ruling.from + 0.5 * glyph && edge < ruling.to - 0.5 * glyph) left[i]![row] = false;
    });
  }
}
