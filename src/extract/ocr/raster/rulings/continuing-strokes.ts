import type { Raster } from "../raster.js";
import { bandsOf } from "./bands.js";
import { columnOf } from "./column-of.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** What is left of a stroke that goes on: this share of the band is ink, and so much of it stands clear. */
const LEFT = { filled: 0.35, clear: 0.7 };
/** Grey levels by which it is darker than the paper beside it on average, and the widest gap in it, glyphs. */
const DEPTH = 9;
const WIDEST = 0.45;
/** The blurred edge of a level stroke, pixels. */
const EDGE = 2.5;

/**
 * Where known upright strokes go on into the next band, however faint or broken there: a stroke ends where another crosses it, and the paper of a merged cell
 * shows nothing at all. Looked for on a page without glyphs.
 */
export function continuingStrokes(
  bare: Raster,
  levels: readonly Stroke[],
  known: readonly Stroke[],
  measures: Measures,
  left = LEFT,
): Stroke[] {
  const { glyph, side, meet } = measures;
  const strokes: Stroke[] = [];
  for (const { upper, lower, from, to } of bandsOf(levels, measures)) {
    const top = Math.ceil(upper.at + upper.thickness / 2 + EDGE);
    const bottom = Math.floor(lower.at - lower.thickness / 2 - EDGE);
    for (const { at, from: start, to: end } of known) {
      const reaches = start <= lower.at + meet && end >= upper.at - meet;
      const covers = start <= upper.at + meet && end >= lower.at - meet;
      if (!reaches || covers || at < from - side || at > to + side) continue;
      for (let x = Math.max(side + 1, Math.round(at) - side); x <= Math.min(bare.width - side - 2, Math.round(at) + side); x++) {
        const { filled, clear, run, space, depth } = columnOf(bare, x, top, bottom, measures);
        if (filled < left.filled || clear < left.clear || depth < DEPTH || space > WIDEST * glyph) continue;
        strokes.push({ at, from: upper.at, to: lower.at, thickness: 2, filled, clear, run, space, widest: space, regular: true });
        break;
      }
    }
  }
  return strokes;
}
