import type { PixelBox, Raster } from "../raster.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** Lower bands than this, in glyphs, are gaps between double rulings. */
const LEAST = 0.6;
/** In bands of this height, in glyphs, no column of glyph strokes is taken for a ruling: they show, in stretches as high, what the page's rulings are like. */
const HIGH = 3;
/** How pale a ruling may be at its palest, from its own usual darkness (0) and the usual darkness of the page's rulings (0) to paper (1). */
const PALEST = 0.45;
const PALEST_OF_ALL = 0.62;
/** By how much it may be paler than the palest of nine in ten bands that are sure. */
const PALER = 0.1;
/** A stroke may end so far beyond the middle of the one that it meets, pixels. */
const EDGE = 2;
const PAPER = 250;
/** A band is as dark as this share of it at least: at its ends the crossing strokes are blurred into it. */
const DARK = 0.1;

/** A stroke between two crossing ones, or from the last of them to its end; a high one in stretches. */
interface Band {
  readonly from: number;
  readonly to: number;
  /** Its usual grey, and its grey where it is palest and darkest. */
  readonly usual: number;
  readonly palest: number;
  readonly darkest: number;
}

/**
 * Upright strokes without the bands where they are none: there the strokes of glyphs that stand in line with a column's border (in a cell merged over it) were
 * taken for it. A ruling is dark all the way from one level ruling to the next; between two glyphs, and between a glyph and a ruling, there is paper. How dark
 * is told by the page itself, so that dashed and faint rulings stay; so do those that a seal was lifted from.
 */
export function withoutBrokenBands(
  page: Raster,
  uprights: readonly Stroke[],
  levels: readonly Stroke[],
  seals: readonly PixelBox[],
  measures: Measures,
): Stroke[] {
  const bands = uprights.map((stroke) => bandsAlong(page, stroke, levels, measures));
  const known = sure(bands.flat(), measures);
  if (known.length === 0) return [...uprights];
  const ruling = quantile(
    known.map(({ usual }) => usual),
    0.5,
  );
  const ownLimit = Math.max(PALEST, quantile(known.map(paleness), 0.9) + PALER);
  const limit = Math.max(
    PALEST_OF_ALL,
    quantile(
      known.map(({ palest }) => share(palest, ruling)),
      0.9,
    ) + PALER,
  );
  const isHigh = ({ from, to }: Band) => to - from >= HIGH * measures.glyph;
  // Between two tables there is nothing of it at all.
  const isBlank = (band: Band) => share(band.darkest, ruling) > limit;
  const isBroken = (band: Band) => !isHigh(band) && (isBlank(band) || (paleness(band) > ownLimit && share(band.palest, ruling) > limit));
  const isUnderSeal = ({ at }: Stroke, { from, to }: Band) =>
    seals.some(({ x0, y0, x1, y1 }) => at > x0 - EDGE && at < x1 + EDGE && to > y0 - EDGE && from < y1 + EDGE);
  return uprights.flatMap((stroke, i) =>
    pieces(
      stroke,
      bands[i]!.filter((band) => isBroken(band) && !isUnderSeal(stroke, band)),
      measures,
    ),
  );
}

function paleness({ usual, palest }: Band): number {
  return share(palest, usual);
}

function share(grey: number, dark: number): number {
  return (grey - dark) / Math.max(1, PAPER - dark);
}

/** The bands that are sure to show rulings; where there are none as high, all. */
function sure(bands: readonly Band[], { glyph }: Measures): readonly Band[] {
  const high = bands.filter(({ from, to }) => to - from >= HIGH * glyph);
  return high.length > 0 ? high : bands;
}

function bandsAlong(page: Raster, stroke: Stroke, levels: readonly Stroke[], { meet, glyph, side }: Measures): Band[] {
  const crossings = levels
    .filter(({ at, from, to }) => from - meet <= stroke.at && to + meet >= stroke.at && at > stroke.from - meet && at < stroke.to + meet)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const ends = [stroke.from, ...crossings.filter((at) => at > stroke.from && at < stroke.to), stroke.to];
  return ends.slice(1).flatMap((to, i) => {
    const from = ends[i]!;
    if (to - from < LEAST * glyph) return [];
    // A long ruling is not quite upright: each stretch of it has its own column.
    const stretches = Math.max(1, Math.floor((to - from) / (HIGH * glyph)));
    const length = (to - from) / stretches;
    return Array.from({ length: stretches }, (_, k) => bandAt(page, stroke.at, from + k * length, from + (k + 1) * length, side));
  });
}

/** The band at the column near x that is darkest. */
function bandAt({ width, height, data }: Raster, x: number, from: number, to: number, side: number): Band {
  const [top, bottom] = [Math.max(0, Math.ceil(from + EDGE)), Math.min(height - 1, Math.floor(to - EDGE))];
  let [best, least] = [Math.round(x), Number.POSITIVE_INFINITY];
  for (let column = Math.max(2, Math.round(x) - side); column <= Math.min(width - 3, Math.round(x) + side); column++) {
    let sum = 0;
    for (let y = top; y <= bottom; y++) sum += data[y * width + column]!;
    if (sum < least) [best, least] = [column, sum];
  }
  const greys: number[] = [];
  for (let y = top; y <= bottom; y++) {
    const at = y * width + best;
    greys.push(Math.min(data[at - 2]!, data[at - 1]!, data[at]!, data[at + 1]!, data[at + 2]!));
  }
  return { from, to, usual: quantile(greys, 0.5), palest: Math.max(0, ...greys), darkest: quantile(greys, DARK) };
}

/** What is left of a stroke without some of its bands. */
function pieces(stroke: Stroke, broken: readonly Band[], { glyph }: Measures): Stroke[] {
  const left: Stroke[] = [];
  let from = stroke.from;
  for (const band of broken) {
    if (band.from - from >= LEAST * glyph) left.push({ ...stroke, from, to: band.from });
    from = band.to;
  }
  if (stroke.to - from >= LEAST * glyph) left.push({ ...stroke, from });
  return left;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}
