import { quantile } from "../../../../core/quantile.js";
import { PAPER, type PixelBox, type Raster } from "../raster.js";
import { columnOf } from "./column-of.js";
import { isGrained } from "./is-grained.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** Lower bands than this, in glyphs, are gaps between double rulings. */
const LEAST = 0.6;
/** What strokes of glyphs that stand in line may be taken for a ruling. */
export interface InLine {
  /** Bands as long as this, in glyphs, are none: they show, in stretches as long, what the page's rulings are like. */
  readonly long: number;
  /** Share of a band's pixels that its palest may be compared with: glyphs of a row leave more paper between them than dust or a fold takes of a ruling. */
  readonly palest: number;
}
/** In a cell merged over columns, glyphs of few rows stand over each other. */
export const IN_COLUMN: InLine = { long: 3, palest: 1 };
/** In a cell merged over rows, a line of text stands beside the ruling of the others. */
export const IN_ROW: InLine = { long: 12, palest: 0.85 };
/** How pale a ruling may be at its palest, from its own usual darkness (0) and the usual darkness of the page's rulings (0) to paper (1). */
const PALEST = 0.45;
const PALEST_OF_ALL = 0.62;
/** By how much it may be paler than the palest of nine in ten bands that are sure. */
const PALER = 0.1;
/** A stroke may end so far beyond the middle of the one that it meets, pixels. */
const EDGE = 2;
/** A band is as dark as this share of it at least: at its ends the crossing strokes are blurred into it. */
const DARK = 0.1;
/** The gaps of a dotted ruling are longer than those of nine in ten bands that are sure by no more than this factor, and so many pixels where ink blurs. */
const LONGER = 1.5;
const BLUR = 2;

/** A stroke between two crossing ones, or from the last of them to its end; a long one in stretches. */
interface Band {
  readonly from: number;
  readonly to: number;
  /** Its usual grey, and its grey where it is palest and darkest. */
  readonly usual: number;
  readonly palest: number;
  readonly darkest: number;
  /** Its longest stretch that is nearer to paper than to its usual grey, pixels. */
  readonly gap: number;
  /** Whether it is broken by nothing but grain. */
  readonly isGrained: boolean;
}

/**
 * Upright strokes without the bands where they are none: there the strokes of glyphs that stand in line with a border (in a cell merged over it) were
 * taken for it. A ruling is dark all the way from one crossing ruling to the next; between two glyphs, and between a glyph and a ruling, there is paper. How dark
 * is told by the page itself, so that dashed and faint rulings stay; so do those that a seal was lifted from, unless they end in it at no other ruling.
 */
export function withoutBrokenBands(
  page: Raster,
  uprights: readonly Stroke[],
  levels: readonly Stroke[],
  seals: readonly PixelBox[],
  measures: Measures,
  inLine: InLine,
): Stroke[] {
  const bands = uprights.map((stroke) => bandsAlong(page, stroke, levels, measures, inLine));
  const isLong = ({ from, to }: Band) => to - from >= inLine.long * measures.glyph;
  const long = bands.flat().filter(isLong);
  const known = long.length > 0 ? long : bands.flat();
  if (known.length === 0) return [...uprights];
  const ruling = quantile(
    known.map(({ usual }) => usual),
    0.5,
  );
  const ownLimit = Math.max(PALEST, quantile(known.map(paleness), 0.9) + PALER);
  const palestOf = (bands: readonly Band[]) =>
    Math.max(
      PALEST_OF_ALL,
      quantile(
        bands.map(({ palest }) => share(palest, ruling)),
        0.9,
      ) + PALER,
    );
  // Between two tables there is nothing of it at all; but a border that is pale all along is.
  const blank = palestOf(known);
  const isBlank = (band: Band) => share(band.darkest, ruling) > blank;
  // Such a border tells nothing of how pale those become that are as dark as most.
  const limit = palestOf(known.filter(({ usual }) => share(usual, ruling) <= PALEST_OF_ALL));
  const longest =
    BLUR +
    LONGER *
      quantile(
        known.map(({ gap }) => gap),
        0.9,
      );
  // Dots that happen to be paler between them than others, and as dark themselves.
  const isDotted = (band: Band) => band.usual <= ruling && band.gap <= longest;
  const isPale = (band: Band) => paleness(band) > ownLimit && share(band.palest, ruling) > limit;
  const isBroken = (band: Band) => !isLong(band) && (isBlank(band) || (isPale(band) && !isDotted(band) && !band.isGrained));
  const touching = ({ at }: Stroke, from: number, to: number) =>
    seals.some(({ x0, y0, x1, y1 }) => at > x0 - EDGE && at < x1 + EDGE && to > y0 - EDGE && from < y1 + EDGE);
  const isLoose = ({ at }: Stroke, end: number) => !levels.some((level) => meets(level, at, measures) && Math.abs(level.at - end) < EDGE);
  const isUnderSeal = (stroke: Stroke, { from, to }: Band) => {
    const ends = [from, to].filter((end) => (end === stroke.from || end === stroke.to) && isLoose(stroke, end));
    return touching(stroke, from, to) && !ends.some((end) => touching(stroke, end, end));
  };
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

/** Whether the level stroke reaches an upright at x. */
function meets({ from, to }: Stroke, x: number, { meet }: Measures): boolean {
  return from - meet <= x && to + meet >= x;
}

function bandsAlong(page: Raster, stroke: Stroke, levels: readonly Stroke[], measures: Measures, { long, palest }: InLine): Band[] {
  const { meet, glyph } = measures;
  const crossings = levels
    .filter((level) => meets(level, stroke.at, measures) && level.at > stroke.from - meet && level.at < stroke.to + meet)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const ends = [stroke.from, ...crossings.filter((at) => at > stroke.from && at < stroke.to), stroke.to];
  return ends.slice(1).flatMap((to, i) => {
    const from = ends[i]!;
    if (to - from < LEAST * glyph) return [];
    // A long ruling is not quite upright: each stretch of it has its own column.
    const stretches = Math.max(1, Math.floor((to - from) / (long * glyph)));
    const length = (to - from) / stretches;
    return Array.from({ length: stretches }, (_, k) =>
      bandAt(page, stroke.at, [from + k * length, from + (k + 1) * length], measures, palest),
    );
  });
}

/** The band at the column near x that is darkest. */
function bandAt(page: Raster, x: number, [from, to]: readonly [number, number], measures: Measures, palest: number): Band {
  const { width, height, data } = page;
  const { side } = measures;
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
  const usual = quantile(greys, 0.5);
  return {
    from,
    to,
    usual,
    palest: quantile(greys, palest),
    darkest: quantile(greys, DARK),
    gap: longestPale(greys, (usual + PAPER) / 2),
    isGrained: isGrained(columnOf(page, best, top, bottom, measures), to - from, measures),
  };
}

/** The longest run of greys paler than a level. */
function longestPale(greys: readonly number[], level: number): number {
  let [longest, run] = [0, 0];
  for (const grey of greys) {
    run = grey > level ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
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
