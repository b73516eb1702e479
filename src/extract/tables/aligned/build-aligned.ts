import { type Box, middleX } from "../../../core/evidence.js";
import { isFigure } from "../../is-figure.js";
import type { Grid } from "../grid.js";
import { intervalOf } from "../interval-of.js";
import type { Ruling, Word } from "../placed.js";
import type { BandRows } from "../rows/fit-blocks.js";
import { fillCells, middleOf } from "../ruled/fill-cells.js";
import { cellsOf, compact, type Lattice } from "../ruled/lattice.js";
import { type TextLine, textLines, WRAPPED } from "../text-lines.js";
import { wordsBetween } from "../words-between.js";
import { areBeside } from "./beside-edge.js";
import { closingLabel, totalLabels } from "./closing-label.js";
import { findColumns } from "./find-columns.js";
import { haveBoth } from "./have-both.js";
import { withStoreys } from "./head-storeys.js";
import { headedColumns } from "./headed-columns.js";
import { isCrossed } from "./is-crossed.js";
import { isRuledRowByRow } from "./is-ruled-row-by-row.js";
import { isAcross } from "./line-columns.js";
import { type LocalColumns, localColumns } from "./local-columns.js";
import { type PartRows, rowFinder } from "./row-finder.js";
import { withRuledEdges } from "./ruled-edges.js";
import { spanningHeads } from "./spanning-heads.js";

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
const DRAWN = 0.6;

/** Whether rulings part the rows of a grid found so, and close it above. */
export function hasRuledRows({ confidence }: Grid): boolean {
  return confidence >= CONFIDENCE.ruled;
}

/** The grid of a region whose columns only the alignment of its text shows; undefined where that is no table. */
export function buildAligned(region: AlignedRegion): Grid | undefined {
  const lines = textLines(region.words);
  const labels = totalLabels(lines);
  const closing = (columns: readonly number[]): LocalColumns[] =>
    lines.flatMap((line, i) => {
      if (!line.words.some((word) => labels.has(word) && isAcross({ from: word.box[0], to: word.box[2] }, columns, word.size))) return [];
      let last = i;
      while (last + 1 < lines.length && isRestOf(line, lines[last]!, lines[last + 1]!)) last++;
      const above = Math.max(region.box[1], ...lines.slice(0, i).map(({ box }) => box[3]));
      const below = Math.min(...lines.slice(last + 1).map(({ box }) => box[1]));
      return [{ top: (above + line.box[1]) / 2, bottom: (lines[last]!.box[3] + below) / 2, edges: [] }];
    });
  if (region.columns) return gridOn(region.columns, region, closing(region.columns));
  const heads = spanningHeads(region.words, region, region.box, region.glyph).flatMap(({ words }) => words);
  const merged = new Set([...heads, ...labels]);
  const own = merged.size === 0 ? region : { ...region, words: region.words.filter((word) => !merged.has(word)) };
  const { edges, ruled } = withRuledEdges(findColumns(own.words, own.box, own.lines, own.glyph), own);
  const { columns, grid } = mergeFalse(edges, ruled, region);
  const local = [...localColumns(own.words, columns, region.levels, region.glyph), ...closing(columns)];
  return local.length > 0 ? gridOn(columns, region, local) : grid;
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

/** The grid on edges that all of the region has, and such as only parts of it have. */
function gridOn(common: readonly number[], region: AlignedRegion, local: readonly LocalColumns[] = []): Grid | undefined {
  const columns = [...common, ...local.flatMap((part) => part.edges)].sort((a, b) => a - b);
  const width = columns.length - 1;
  if (width < 2) return undefined;
  const { levels, words, rulings, glyph } = region;
  const rulingsAt = levels.map((level) => rulings.filter(({ at }) => Math.abs(at - level) <= 0.45 * glyph));
  const isRuled = levels.map((_, i) => i === 0 || i === levels.length - 1 || rulingsAt[i]!.length > 0);
  const between = wordsBetween(words);
  // Where no ruling is, the level parts what texts tell to be two blocks; and above a total none of its cells goes on.
  const drawn = rulingsAt.map((own, i) => {
    const isWhole = !isRuled[i] || i === levels.length - 1 || i === 0 || isTotal(between(levels[i]!, levels[i + 1]!), columns);
    return columns.slice(1).map((right, column) => isWhole || areDrawn(own, columns[column]!, right));
  });
  const rows: number[] = [levels[0]!];
  const above: boolean[][] = [drawn[0]!];
  const rowsOf = rowFinder(words, columns, glyph);
  const bands = levels.slice(1).map((bottom, band) => {
    const closed = columns.slice(1).map((_, column) => drawn[band]![column]! && drawn[band + 1]![column]!);
    const parts = partsOf(local, levels[band]!, bottom, glyph);
    const own = parts.map((from, i): PartRows => {
      const to = parts[i + 1] ?? bottom;
      const edges = edgesWithin(common, local, from, to);
      const found = rowsOf(closed, { top: from, bottom: to, edges });
      return band + i > 0 ? found : withStoreys(found, between(from, found.cuts[0] ?? to), columns, edges, glyph);
    });
    return { bottom, closed, parts, rows: own };
  });
  const isOne = isRuledRowByRow(bands.flatMap(({ rows: own }, band) => (isRuled[band] && isRuled[band + 1] ? [own] : [])));
  const mayBeHead = (band: number): boolean => band === 0 && !words.some((word) => middleOf(word) < levels[1]! && isFigure(word.text));
  for (const [band, { bottom, closed, parts, rows: own }] of bands.entries()) {
    for (const i of parts.keys()) {
      const to = parts[i + 1] ?? bottom;
      const { cuts, spans } = isOne && !mayBeHead(band) && !own[i]!.areSure ? ONE_ROW : own[i]!;
      cuts.forEach((cut, row) => {
        rows.push(cut);
        above.push(closed.map((isClosed, column) => isClosed && (spans[column]?.some((span) => span.from === row + 1) ?? true)));
      });
      rows.push(to);
      above.push(to === bottom ? drawn[band + 1]! : [...closed]);
    }
  }
  if (rows.length < 3 && !region.columns && !isWrappedPairs(words, columns)) return undefined;
  const left = columns.map((edge, index) =>
    rows.slice(1).map((bottom, row) => {
      if (index === 0 || index === width) return true;
      const own = between(rows[row]!, bottom);
      const isOpen = edgesWithin(common, local, rows[row]!, bottom).includes(edge) && !isCrossed(own, edge, common, glyph);
      return isOpen || areBeside(own, edge, common, glyph);
    }),
  );
  joinUnderHeads(left, rows, columns, region);
  const whole: Lattice = {
    box: region.box,
    columns,
    rows,
    cells: cellsOf(rows.length - 1, width, above, left),
    steps: [],
    openTop: columns.slice(1).map(() => false),
    openBottom: columns.slice(1).map(() => false),
  };
  const lattice = region.columns ? whole : compact(whole);
  return {
    page: region.page,
    box: lattice.box,
    rowCount: lattice.rows.length - 1,
    columnCount: lattice.columns.length - 1,
    columns: lattice.columns,
    cells: fillCells(lattice, words, region.page),
    origin: "aligned",
    confidence: confidenceOf(isRuled.filter(Boolean).length, rows.length),
    openTop: lattice.openTop,
    openBottom: lattice.openBottom,
  };
}

/** Whether words are one line: a label at the left side of the table, and figures. */
function isTotal(words: readonly Word[], columns: readonly number[]): boolean {
  const [line, ...others] = textLines(words);
  const label = others.length === 0 ? closingLabel(line) : [];
  return label.length === 1 && label[0]!.box[0] < columns[1]!;
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

const ONE_ROW: BandRows = { cuts: [], spans: [] };

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

/** Whether rulings of one height are drawn along most of what lies between. */
function areDrawn(rulings: readonly Ruling[], from: number, to: number): boolean {
  const length = rulings.reduce((sum, ruling) => sum + Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from)), 0);
  return length >= DRAWN * (to - from);
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

/**
 * Columns of which no line of the table has both are one column, unless rulings end between: its head stands elsewhere than its figures. With the grid on
 * the columns that are left.
 */
function mergeFalse(
  columns: readonly number[],
  ruled: ReadonlySet<number>,
  region: AlignedRegion,
): { columns: readonly number[]; grid?: Grid } {
  const grid = gridOn(columns, region);
  if (!grid || grid.columnCount !== columns.length - 1) return { columns, grid };
  const headed = headedColumns(region.words, columns);
  for (let column = 0; column < columns.length - 2; column++) {
    if (ruled.has(columns[column + 1]!) || (headed.has(column) && headed.has(column + 1))) continue;
    if (haveBoth(grid, column, column + 1)) continue;
    return mergeFalse(
      columns.filter((_, i) => i !== column + 1),
      ruled,
      region,
    );
  }
  return { columns, grid };
}
