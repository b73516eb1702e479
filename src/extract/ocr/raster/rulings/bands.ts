import type { Measures, Stroke } from "./pixel-ruling.js";

/** The stretch (from–to, pixels) over which one level stroke is the next below another. */
export interface Band {
  readonly upper: Stroke;
  readonly lower: Stroke;
  readonly from: number;
  readonly to: number;
}

/** Bands higher than this many glyphs need no help: their uprights are long enough to be found by themselves. */
const HIGHEST = 9;

/** The rows of a table: bands between level strokes and the next below them. */
export function bandsOf(levels: readonly Stroke[], { glyph, lowest }: Measures): Band[] {
  const bands: Band[] = [];
  const sorted = [...levels].sort((a, b) => a.at - b.at);
  sorted.forEach((upper, i) => {
    let open: [number, number][] = [[Math.round(upper.from), Math.round(upper.to)]];
    for (const lower of sorted.slice(i + 1)) {
      if (lower.at - upper.at > glyph * HIGHEST || open.length === 0) break;
      if (lower.at - upper.at < glyph * lowest) continue;
      const [shared, rest] = divide(open, Math.round(lower.from), Math.round(lower.to));
      open = rest;
      for (const [from, to] of shared) bands.push({ upper, lower, from, to });
    }
  });
  return bands;
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
