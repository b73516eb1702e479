import { quantile } from "../../../core/quantile.js";
import { type InkPatch, inkPatches } from "./ink.js";
import { PAPER, type Raster, raster } from "./raster.js";

/** Dust is told by the specks that lie in paper, so far from all other ink, in glyphs; a page has so many of them at least. */
const ALONE = 1;
const FEWEST = 8;
/** A speck is no larger than this, in glyphs. */
const LARGEST = 0.25;
/** Dust has at most so much more ink than that which usually lies in paper, and never so much as a point: shares of a glyph's square, as dark as print. */
const MORE = 1.8;
const POINT = 0.008;
/** Print is as dark as this share of the page's ink. */
const DARK = 0.3;
/** Paper may be so much darker than it is brought to, grey levels. */
const NOISE = 10;

/** Pixels darker than `below` are ink; `print` is the grey of print that is not blurred away. */
interface Levels {
  readonly below: number;
  readonly print: number;
}

/**
 * The page without its dust: specks with no more ink than those which lie where nothing is printed. Beside a text they read as marks of it, a point as a colon,
 * a figure as one below nought. Decimal points and the dots of glyphs are larger by half and more; where a page has no specks in its paper nothing is lifted.
 */
export function withoutDust(page: Raster, inkBelow: number, glyph: number): Raster {
  const print = printLevel(page, inkBelow);
  const levels = [inkBelow, (inkBelow + PAPER) / 2];
  return levels.reduce((left, below) => withoutSpecks(left, { below, print }, glyph), page);
}

/** The page without the specks of dust darker than a level. */
function withoutSpecks(page: Raster, levels: Levels, glyph: number): Raster {
  const patches = inkPatches(page, levels.below, 1);
  const specks = patches.filter(({ x0, y0, x1, y1 }) => Math.max(x1 - x0, y1 - y0) <= LARGEST * glyph);
  const alone = specks.length < FEWEST ? [] : alonePatches(specks, patches, ALONE * glyph);
  if (alone.length < FEWEST) return page;
  const usual = quantile(
    alone.map((speck) => inkOf(page, speck, levels)),
    0.5,
  );
  const most = Math.min(MORE * usual, POINT * glyph * glyph);
  const lifted = raster(page.width, page.height, page.data.slice());
  for (const speck of specks)
    if (inkOf(page, speck, levels) <= most) for (const at of pixelsOf(page, speck, levels)) lifted.data[at] = PAPER;
  return lifted;
}

/** The grey of print that is not blurred away. */
function printLevel({ data }: Raster, inkBelow: number): number {
  const counts = new Uint32Array(Math.ceil(inkBelow));
  let ink = 0;
  for (const value of data) {
    if (value >= inkBelow) continue;
    counts[value]!++;
    ink++;
  }
  let [seen, grey] = [0, 0];
  while (grey < counts.length - 1 && seen + counts[grey]! < DARK * ink) seen += counts[grey++]!;
  return grey;
}

/** The specks with no other ink within reach. */
function alonePatches(specks: readonly InkPatch[], patches: readonly InkPatch[], reach: number): InkPatch[] {
  const cells = new Map<string, InkPatch[]>();
  const cellsOf = ({ x0, y0, x1, y1 }: InkPatch, grown: number) => {
    const keys: string[] = [];
    for (let y = Math.floor((y0 - grown) / reach); y <= Math.floor((y1 + grown) / reach); y++)
      for (let x = Math.floor((x0 - grown) / reach); x <= Math.floor((x1 + grown) / reach); x++) keys.push(`${x}:${y}`);
    return keys;
  };
  for (const patch of patches) {
    for (const key of cellsOf(patch, 0)) {
      const known = cells.get(key);
      if (known) known.push(patch);
      else cells.set(key, [patch]);
    }
  }
  const isNear = (a: InkPatch, b: InkPatch) =>
    a !== b && a.x0 - b.x1 < reach && b.x0 - a.x1 < reach && a.y0 - b.y1 < reach && b.y0 - a.y1 < reach;
  return specks.filter((speck) => !cellsOf(speck, reach).some((key) => cells.get(key)?.some((other) => isNear(speck, other))));
}

/** A patch's ink with its blurred edge, in pixels as dark as print. */
function inkOf(page: Raster, speck: InkPatch, levels: Levels): number {
  let sum = 0;
  for (const at of pixelsOf(page, speck, levels))
    sum += Math.max(0, Math.min(1, (PAPER - NOISE - page.data[at]!) / (PAPER - NOISE - levels.print)));
  return sum;
}

/** The places of a patch and of its blurred edge; ink beside it is another's. */
function pixelsOf({ width, height, data }: Raster, { x0, y0, x1, y1 }: InkPatch, { below }: Levels): number[] {
  const places: number[] = [];
  for (let y = Math.max(0, y0 - 1); y < Math.min(height, y1 + 1); y++) {
    for (let x = Math.max(0, x0 - 1); x < Math.min(width, x1 + 1); x++) {
      const isInside = x >= x0 && x < x1 && y >= y0 && y < y1;
      if (isInside || data[y * width + x]! >= below) places.push(y * width + x);
    }
  }
  return places;
}
