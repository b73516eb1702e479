import type { Raster } from "../raster.js";
import type { Band } from "./bands.js";
import { type Column, columnOf } from "./column-of.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** The blurred edge of a level stroke, pixels: what stands there is none of the upright. */
const EDGE = 2.5;

/** The upright strokes that run through a band: those that `accepts` finds to be some by what lies between the level strokes, so high; of those side by side the best. */
export function bridgingUprights(
  bare: Raster,
  { upper, lower, from, to }: Band,
  accepts: (column: Column, height: number) => boolean,
  measures: Measures,
): Stroke[] {
  const { side } = measures;
  const top = Math.ceil(upper.at + upper.thickness / 2 + EDGE);
  const bottom = Math.floor(lower.at - lower.thickness / 2 - EDGE);
  const strokes: Stroke[] = [];
  for (let x = Math.max(side + 1, from - side); x < Math.min(bare.width - side - 1, to + side); x++) {
    const column = columnOf(bare, x, top, bottom, measures);
    if (!accepts(column, bottom - top)) continue;
    const { filled, clear, run, space } = column;
    const stroke = { at: x + 0.5, from: upper.at, to: lower.at, thickness: 2, filled, clear, run, space, widest: space, regular: true };
    const before = strokes.at(-1);
    if (!before || before.at < x - side) strokes.push(stroke);
    else if (stroke.filled * stroke.clear > before.filled * before.clear) strokes[strokes.length - 1] = stroke;
  }
  return strokes;
}
