import { quantile } from "../../../core/quantile.js";
import { type CellField, cellField, changedBy, overNeighbours } from "./cell-field.js";
import type { InkPatch } from "./ink.js";
import { PAPER, type Raster } from "./raster.js";

/** Side of the cells in which print is compared, inches, and how far from a cell's middle the print is that tells, in cells. */
const CELL = 0.4;
const REACH = 1.5;
/** Patches of print, in glyphs: headings are bolder, strokes and specks thinner. */
const LEAST = 0.5;
const MOST = 1.6;
/** A patch is as dark as this share of its pixels at least: its edges are blurred. */
const CORE = 0.25;
/** Print of a cell is as dark as this share of its patches at most, and that of the page where it is darkest as this share of its cells. */
const USUAL = 0.75;
const DARKEST = 0.9;
/** Fewer patches than this tell nothing. */
const FEW = 5;
/** Print is uneven where in this share of the cells it is paler than the second share of the page's darkest. */
const PALE_CELLS = 0.1;
const UNEVEN = 0.72;
/** Print is brought to so many grey levels below paper; nothing is made darker by more than the factor, nor noise stronger than so many grey levels. */
const DARK = 240;
const MOST_DARKER = 4;
const MOST_NOISE = 12;

/** What is known of a page's print: the grey that ink is darker than, and the usual height of a glyph, pixels. */
interface Print {
  readonly inkBelow: number;
  readonly glyph: number;
  readonly dpi: number;
}

/**
 * The page with print that fades from one part of it to another (worn toner, a copy's uneven pressure) brought to one darkness: what is ink is darkened by as much
 * as the print around it is paler, rulings with it. A page printed evenly, however pale, is given back itself.
 *
 * @param patches the page's ink, darker than `inkBelow`
 */
export function evenInk(page: Raster, patches: readonly InkPatch[], print: Print): Raster {
  const { inkBelow } = print;
  const depths = depthsOf(page, patches, print);
  const known = [...depths.values].filter((depth) => depth > 0);
  if (known.length === 0 || quantile(known, PALE_CELLS) >= UNEVEN * quantile(known, DARKEST)) return page;
  const limit = Math.min(MOST_DARKER, MOST_NOISE / noiseOf(page, inkBelow));
  const gains = overNeighbours(spread(depths), (_, depth) => Math.max(1, Math.min(limit, DARK / depth)));
  return changedBy(page, gains, (grey, gain) => PAPER - (PAPER - grey) * gain);
}

/** By how many grey levels print is darker than paper in each cell; 0 where too little of it is near. */
function depthsOf(page: Raster, patches: readonly InkPatch[], { inkBelow, glyph, dpi }: Print): CellField {
  const cell = Math.max(8, Math.round(CELL * dpi));
  const print = patches
    .filter(({ x0, y0, x1, y1 }) => Math.min(x1 - x0, y1 - y0) >= LEAST * glyph && Math.max(x1 - x0, y1 - y0) <= MOST * glyph)
    .map((patch) => ({
      x: (patch.x0 + patch.x1) / 2 / cell,
      y: (patch.y0 + patch.y1) / 2 / cell,
      depth: PAPER - core(page, patch, inkBelow),
    }));
  return cellField(page, cell, (column, row) => {
    const near = print.filter(({ x, y }) => Math.abs(x - column - 0.5) < REACH && Math.abs(y - row - 0.5) < REACH);
    const depths = near.map(({ depth }) => depth);
    return depths.length < FEW ? 0 : quantile(depths, USUAL);
  });
}

/** The grey of a patch's inside. */
function core({ width, data }: Raster, { x0, y0, x1, y1 }: InkPatch, inkBelow: number): number {
  const greys: number[] = [];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if (data[y * width + x]! < inkBelow) greys.push(data[y * width + x]!);
  }
  return quantile(greys, CORE);
}

/** Cells of which nothing is known (0) take the mean of those around them that are, again and again. */
function spread(depths: CellField): CellField {
  let filled = depths;
  while (filled.values.includes(0)) {
    filled = overNeighbours(filled, (near, own) => {
      const known = near.filter((depth) => depth > 0);
      return own > 0 || known.length === 0 ? own : known.reduce((a, b) => a + b, 0) / known.length;
    });
  }
  return filled;
}

/** Grey levels by which paper is usually off its middle, towards ink; at least one. */
function noiseOf(page: Raster, inkBelow: number): number {
  const histogram = new Uint32Array(256);
  for (const grey of page.data) histogram[grey]!++;
  const paper = histogram.fill(0, 0, inkBelow).reduce((sum, count) => sum + count, 0);
  const at = (part: number): number => {
    let [level, seen] = [0, histogram[0]!];
    while (seen <= part * paper && level < 255) seen += histogram[++level]!;
    return level;
  };
  return Math.max(1, at(0.5) - at(0.16));
}
