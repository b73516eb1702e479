import type { Raster } from "../raster.js";
import { transpose } from "../transpose.js";
import { bridgingStrokes } from "./bridging-strokes.js";
import { levelStrokes } from "./level-strokes.js";
import { type Measures, measures, type PixelRuling, type Stroke } from "./pixel-ruling.js";

/** Lengths (in glyphs) from which a stroke that nothing crosses is a ruling: solid, and dashed or broken. */
const SOLID_ALONE = 8;
const DASHED_ALONE = 14;

/**
 * The rulings of a page that stands straight: level and upright strokes, solid, dashed, broken or faint. Long ones stand for themselves;
 * a short one counts only where it runs from one crossing ruling to another, since a row of glyphs makes short strokes too.
 * `glyph` is the usual glyph height, pixels.
 */
export function findRulings(page: Raster, glyph: number): PixelRuling[] {
  const scale = measures(glyph);
  const flipped = transpose(page);
  const levels = levelStrokes(page, scale);
  const uprights = levelStrokes(flipped, scale);
  let horizontal = levels.filter((stroke) => standsAlone(stroke, scale));
  let vertical = uprights.filter((stroke) => standsAlone(stroke, scale));
  for (let round = 0; round < 3; round++) {
    const before = horizontal.length + vertical.length;
    vertical = joined([...vertical, ...bridgingStrokes(page, horizontal, scale)], scale);
    horizontal = joined([...horizontal, ...bridgingStrokes(flipped, vertical, scale)], scale);
    if (horizontal.length + vertical.length === before) break;
  }
  return [
    ...horizontal.map((stroke) => ({ direction: "horizontal" as const, ...trimmed(stroke, vertical, scale) })),
    ...vertical.map((stroke) => ({ direction: "vertical" as const, ...trimmed(stroke, horizontal, scale) })),
  ];
}

function standsAlone({ from, to, filled, clear }: Stroke, { glyph }: Measures): boolean {
  const length = (to - from) / glyph;
  if (length < SOLID_ALONE) return false;
  if (filled >= 0.85 && clear >= 0.8) return true;
  return length >= DASHED_ALONE && ((filled >= 0.93 && clear >= 0.6) || (filled >= 0.45 && clear >= 0.87));
}

/** Pieces of one stroke (on the same line, overlapping or nearly touching) as one. */
function joined(strokes: readonly Stroke[], { meet, side }: Measures): Stroke[] {
  const sorted = [...strokes].sort((a, b) => a.from - b.from);
  const result: Stroke[] = [];
  for (const stroke of sorted) {
    const index = result.findIndex((r) => Math.abs(r.at - stroke.at) <= side && stroke.from <= r.to + meet);
    if (index < 0) {
      result.push(stroke);
      continue;
    }
    const other = result[index]!;
    const [a, b] = [other.to - other.from, stroke.to - stroke.from];
    result[index] = {
      at: a >= b ? other.at : stroke.at,
      from: Math.min(other.from, stroke.from),
      to: Math.max(other.to, stroke.to),
      thickness: Math.max(other.thickness, stroke.thickness),
      filled: (other.filled * a + stroke.filled * b) / (a + b),
      clear: (other.clear * a + stroke.clear * b) / (a + b),
    };
  }
  return result;
}

/** Ends brought onto the crossing stroke that they nearly meet, or that they overshoot by less than a glyph and a half. */
function trimmed(stroke: Stroke, crossing: readonly Stroke[], { meet, glyph }: Measures): Stroke {
  const crossings = crossing
    .filter((c) => c.from - meet <= stroke.at && c.to + meet >= stroke.at && c.at >= stroke.from - meet && c.at <= stroke.to + meet)
    .map((c) => c.at);
  if (crossings.length < 2) return stroke;
  const first = Math.min(...crossings);
  const last = Math.max(...crossings);
  return {
    ...stroke,
    from: first - stroke.from < glyph * 1.5 ? first : stroke.from,
    to: stroke.to - last < glyph * 1.5 ? last : stroke.to,
  };
}
