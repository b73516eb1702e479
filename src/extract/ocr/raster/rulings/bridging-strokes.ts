import { PAPER, type Raster } from "../raster.js";
import { type Band, bandsOf } from "./bands.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** Share of the band that a stroke must fill, and of its ink that must have paper on both sides. */
const FILLED = 0.9;
const CLEAR = 0.75;
/** A band lower than this, in glyphs, is bridged by the strokes of one glyph, or of two that stand above one another. */
const LOW = 2.6;
/** There a ruling has paper as far as this on both sides, and as far as the second on one, in glyphs: cells keep their text away from their borders. */
const PADDING = 0.3;
const WIDER = 0.6;
/** Of its rows so many may be touched by ink, or bent: parentheses are as high as a band. */
const ODD_ROWS = 0.05;
const BENT = 1;
/** The blurred edge of a level stroke, pixels. */
const EDGE = 2;

/**
 * Solid upright strokes that run from one level stroke to the next below it, however short: the separators of a table row. Given are the
 * level strokes (rows); returned are upright ones (`at` is x). Glyphs bridge a low band as well: there the stroke must stand in a cell's
 * padding, or go on one of the `known` upright strokes.
 */
export function bridgingStrokes(page: Raster, levels: readonly Stroke[], known: readonly Stroke[], measures: Measures): Stroke[] {
  return bandsOf(levels, measures).flatMap((band) => {
    const strokes = between(page, band, measures);
    if (band.lower.at - band.upper.at >= LOW * measures.glyph) return strokes;
    return strokes.filter((stroke) => isPadded(page, stroke, band, measures) || goesOn(stroke, known, measures));
  });
}

function goesOn({ at, from, to }: Stroke, known: readonly Stroke[], { meet }: Measures): boolean {
  return known.some((other) => Math.abs(other.at - at) <= 1.5 && other.from <= to + meet && other.to >= from - meet);
}

/** Whether a stroke is straight and stands in paper. */
function isPadded(page: Raster, { at }: Stroke, { upper, lower }: Band, measures: Measures): boolean {
  const { glyph, side } = measures;
  const x = Math.floor(at);
  const rows: number[] = [];
  const bottom = lower.at - lower.thickness / 2 - EDGE;
  for (let y = Math.ceil(upper.at + upper.thickness / 2 + EDGE); y <= bottom; y++) rows.push(y);
  const few = ODD_ROWS * rows.length;
  const [near, far] = [Math.max(side + 1, Math.round(PADDING * glyph)), Math.round(WIDER * glyph)];
  const touched = (direction: 1 | -1, reach: number) => rows.filter((y) => hasInk(page, x, y, direction, reach, measures)).length;
  if (touched(1, near) > few || touched(-1, near) > few) return false;
  if (touched(1, far) > few && touched(-1, far) > few) return false;
  const middles = rows.map((y) => darkest(page, x, y, side));
  const usual = [...middles].sort((a, b) => a - b)[middles.length >> 1]!;
  return middles.filter((at) => Math.abs(at - usual) > BENT).length <= few;
}

function hasInk({ width, data }: Raster, x: number, y: number, direction: 1 | -1, reach: number, { side, contrast }: Measures): boolean {
  for (let k = side + 1; k <= reach; k++) if ((data[y * width + x + k * direction] ?? PAPER) < PAPER - 2 * contrast) return true;
  return false;
}

/** Where a row is darkest near x, between columns: the middle of what is darker than paper, weighed. */
function darkest({ width, data }: Raster, x: number, y: number, side: number): number {
  let [sum, weight] = [0, 0];
  for (let k = -side; k <= side; k++) {
    const depth = Math.max(0, PAPER - (data[y * width + x + k] ?? PAPER));
    sum += depth * k;
    weight += depth;
  }
  return weight === 0 ? 0 : sum / weight;
}

function between({ width, data }: Raster, { upper, lower, from, to }: Band, { side, contrast }: Measures): Stroke[] {
  const top = Math.ceil(upper.at + upper.thickness / 2 + 1);
  const bottom = Math.floor(lower.at - lower.thickness / 2 - 1);
  const reach = side + 1;
  const strokes: Stroke[] = [];
  let best: Stroke | undefined;
  let darkest = 0;
  for (let x = Math.max(reach, from - side); x < Math.min(width - reach, to + side); x++) {
    let dark = 0;
    let clear = 0;
    let depth = 0;
    for (let y = top; y < bottom; y++) {
      const at = y * width + x;
      depth += PAPER - data[at]!;
      const here = Math.min(data[at - 1]!, data[at]!, data[at + 1]!);
      const left = data[at - reach]!;
      const right = data[at + reach]!;
      if (Math.max(left, right) - here <= 28 && here >= 110) continue;
      dark++;
      const lesser = Math.min(left, right);
      if (lesser > here + contrast && lesser > 150) clear++;
    }
    const filled = dark / Math.max(1, bottom - top);
    if (filled < FILLED || clear < dark * CLEAR) continue;
    const stroke = {
      at: x + 0.5,
      from: upper.at,
      to: lower.at,
      thickness: 2,
      filled,
      clear: clear / dark,
      run: dark,
      space: 0,
      widest: 0,
      regular: true,
    };
    if (!best || best.at < x - side) {
      if (best) strokes.push(best);
      [best, darkest] = [stroke, depth];
      // Columns beside a stroke show it as well as its own do: it stands where it is darkest.
    } else if (depth > darkest) [best, darkest] = [stroke, depth];
  }
  if (best) strokes.push(best);
  return strokes;
}
