import type { Raster } from "../raster.js";
import { type Band, bandsOf } from "./bands.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** Share of the band that a stroke must fill, and of its ink that must have paper on both sides. */
const FILLED = 0.9;
const CLEAR = 0.75;

/**
 * Solid upright strokes that run from one level stroke to the next below it, however short: the separators of a low table row. Given are the
 * level strokes (rows); returned are upright ones (`at` is x). A glyph seldom bridges the whole band, and never with paper on both sides.
 */
export function bridgingStrokes(page: Raster, levels: readonly Stroke[], measures: Measures): Stroke[] {
  return bandsOf(levels, measures).flatMap((band) => between(page, band, measures));
}

function between({ width, data }: Raster, { upper, lower, from, to }: Band, { side, contrast }: Measures): Stroke[] {
  const top = Math.ceil(upper.at + upper.thickness / 2 + 1);
  const bottom = Math.floor(lower.at - lower.thickness / 2 - 1);
  const reach = side + 1;
  const strokes: Stroke[] = [];
  let best: Stroke | undefined;
  for (let x = Math.max(reach, from - side); x < Math.min(width - reach, to + side); x++) {
    let dark = 0;
    let clear = 0;
    for (let y = top; y < bottom; y++) {
      const at = y * width + x;
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
      best = stroke;
    } else if (clear * filled > best.clear * best.filled * dark) best = stroke;
  }
  if (best) strokes.push(best);
  return strokes;
}
