import { type Raster, raster } from "../raster.js";
import { levelStrokes } from "./level-strokes.js";
import { bareMeasures, type Measures, type Stroke } from "./pixel-ruling.js";

/** Pixels along a row whose mean tells a stroke from noise, in glyphs: as many as a stroke that broke by itself may have in a gap. */
const SPAN = 0.32;
/** Ink counts as no darker than this: a speck of dust is no piece of a stroke. */
const DARKEST = 200;
/** A pale stroke goes on over so much of its length, and so much of it stands clear. */
export const PALE = { filled: 0.9, clear: 0.8 };
/** Length from which it is a ruling, in glyphs. */
const LEAST = 8;

/** The level strokes of a smoothed page that are hardly darker than the noise of its paper. */
export function paleStrokes(smoothed: Raster, measures: Measures): Stroke[] {
  const { glyph, side } = measures;
  return levelStrokes(smoothed, measures).filter(
    ({ from, to, filled, clear, thickness }) =>
      to - from >= LEAST * glyph && filled >= PALE.filled && clear >= PALE.clear && thickness <= 2 * side,
  );
}

/** On a smoothed page noise is weaker by far, so that strokes may be; a gap that stays is one. */
export function paleMeasures(glyph: number): Measures {
  return { ...bareMeasures(glyph), ridge: 10, goesOn: 6, depth: 11, contrast: 8, gap: SPAN * glyph };
}

/**
 * A page without glyphs on which level strokes stand out from noise: each pixel is the mean of those beside it in its row. Dashes get longer, and dots run
 * together: their pitch is not told here.
 */
export function smoothed({ width, height, data }: Raster, glyph: number): Raster {
  const reach = Math.max(1, Math.round((SPAN * glyph) / 2));
  const mean = raster(width, height);
  const span = 2 * reach + 1;
  const line = new Uint8Array(width + 2 * reach).fill(255);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) line[x + reach] = Math.max(DARKEST, data[row + x]!);
    let sum = 0;
    for (let x = 0; x < span - 1; x++) sum += line[x]!;
    for (let x = 0; x < width; x++) {
      sum += line[x + span - 1]!;
      mean.data[row + x] = sum / span;
      sum -= line[x]!;
    }
  }
  return mean;
}
