import type { Raster } from "../raster.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** Bands higher than this many glyphs need no help: their strokes are long enough to be found by themselves. */
const HIGHEST = 9;
/** Share of the band that a solid stroke must fill; a dashed one less, where the strokes that it runs between are dashed as well. */
const FILLED = 0.9;
const FILLED_DASHED = 0.45;
/** Share of its ink that must have paper on both sides. */
const CLEAR = 0.75;
const CLEAR_DASHED = 0.92;

/**
 * Upright strokes that run from one level stroke to the next below it, however short: the separators of a low table row. Given are the
 * level strokes (rows); returned are upright ones (`at` is x). A glyph seldom bridges the whole band, and never with paper on both sides.
 */
export function bridgingStrokes(page: Raster, levels: readonly Stroke[], measures: Measures): Stroke[] {
  const strokes: Stroke[] = [];
  const sorted = [...levels].sort((a, b) => a.at - b.at);
  sorted.forEach((upper, i) => {
    let open: [number, number][] = [[Math.round(upper.from), Math.round(upper.to)]];
    for (const lower of sorted.slice(i + 1)) {
      if (lower.at - upper.at > measures.glyph * HIGHEST || open.length === 0) break;
      if (lower.at - upper.at < measures.glyph * 0.5) continue;
      const [shared, rest] = divide(open, Math.round(lower.from), Math.round(lower.to));
      open = rest;
      for (const [from, to] of shared) strokes.push(...between(page, upper, lower, from, to, measures));
    }
  });
  return strokes;
}

/** The parts of `open` inside and outside from–to. */
function divide(open: readonly [number, number][], from: number, to: number): [[number, number][], [number, number][]] {
  const inside: [number, number][] = [];
  const outside: [number, number][] = [];
  for (const [a, b] of open) {
    const x0 = Math.max(a, from);
    const x1 = Math.min(b, to);
    if (x1 <= x0) {
      outside.push([a, b]);
      continue;
    }
    inside.push([x0, x1]);
    if (a < x0) outside.push([a, x0]);
    if (x1 < b) outside.push([x1, b]);
  }
  return [inside, outside];
}

function between(page: Raster, upper: Stroke, lower: Stroke, from: number, to: number, { side }: Measures): Stroke[] {
  const { width, data } = page;
  const top = Math.ceil(upper.at + upper.thickness / 2 + 1);
  const bottom = Math.floor(lower.at - lower.thickness / 2 - 1);
  const dashed = upper.filled < 0.85 && lower.filled < 0.85;
  const [leastFilled, leastClear] = dashed ? [FILLED_DASHED, CLEAR_DASHED] : [FILLED, CLEAR];
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
      if (lesser > here + 40 && lesser > 150) clear++;
    }
    const filled = dark / Math.max(1, bottom - top);
    if (filled < leastFilled || clear < dark * leastClear) continue;
    const stroke = { at: x + 0.5, from: upper.at, to: lower.at, thickness: 2, filled, clear: clear / dark };
    if (!best || best.at < x - side) {
      if (best) strokes.push(best);
      best = stroke;
    } else if (clear * filled > best.clear * best.filled * dark) best = stroke;
  }
  if (best) strokes.push(best);
  return strokes;
}
