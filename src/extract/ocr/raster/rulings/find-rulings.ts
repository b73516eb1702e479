import type { Raster } from "../raster.js";
import { transpose } from "../transpose.js";
import { withoutGlyphs } from "../without-glyphs.js";
import { bridgingDashes } from "./bridging-dashes.js";
import { bridgingStrokes } from "./bridging-strokes.js";
import { levelStrokes } from "./level-strokes.js";
import { bareMeasures, type Measures, measures, type PixelRuling, type Stroke } from "./pixel-ruling.js";

/** Lengths (in glyphs) from which a stroke that nothing crosses is a ruling: solid, and dashed or broken. */
const SOLID_ALONE = 8;
const DASHED_ALONE = 8;
/** Least length of the pieces of a broken stroke, and greatest pitch of the dashes of a dashed one, in glyphs. */
const PIECE = 2.5;
const PITCH = 1.25;
/** No two dashed strokes run side by side at less than this distance, in glyphs. */
const BESIDE = 0.5;

/**
 * The rulings of a page that stands straight: level and upright strokes, solid, dashed, broken or faint. Long ones stand for themselves;
 * a short one counts only where it runs from one crossing ruling to another, since a row of glyphs makes short strokes too. Dashes are looked for on
 * the page without its glyphs, whose strokes come at like distances. `inkBelow` is its grey level of ink, `glyph` the usual glyph height, pixels.
 */
export function findRulings(page: Raster, inkBelow: number, glyph: number): PixelRuling[] {
  const scale = measures(glyph);
  const bareScale = bareMeasures(glyph);
  const bare = withoutGlyphs(page, inkBelow, glyph);
  const [flipped, bareFlipped] = [transpose(page), transpose(bare)];
  const dashedLevels = apart(
    levelStrokes(bare, bareScale).filter((stroke) => isDashed(stroke, scale)),
    scale,
  );
  const dashedUprights = apart(
    levelStrokes(bareFlipped, bareScale).filter((stroke) => isDashed(stroke, scale)),
    scale,
  );
  const dashed = [...dashedLevels, ...dashedUprights];
  let horizontal = joined([...levelStrokes(page, scale).filter((stroke) => isSolid(stroke, scale)), ...dashedLevels], scale);
  let vertical = joined([...levelStrokes(flipped, scale).filter((stroke) => isSolid(stroke, scale)), ...dashedUprights], scale);
  for (let round = 0; round < 3; round++) {
    const before = horizontal.length + vertical.length;
    vertical = joined(
      [...vertical, ...bridgingStrokes(page, horizontal, scale), ...bridgingDashes(bare, horizontal, dashed, scale)],
      scale,
    );
    horizontal = joined(
      [...horizontal, ...bridgingStrokes(flipped, vertical, scale), ...bridgingDashes(bareFlipped, vertical, dashed, scale)],
      scale,
    );
    if (horizontal.length + vertical.length === before) break;
  }
  return [
    ...horizontal.map((stroke) => ({ direction: "horizontal" as const, ...trimmed(stroke, vertical, scale) })),
    ...vertical.map((stroke) => ({ direction: "vertical" as const, ...trimmed(stroke, horizontal, scale) })),
  ];
}

function isSolid({ from, to, filled, clear }: Stroke, { glyph }: Measures): boolean {
  return to - from >= SOLID_ALONE * glyph && filled >= 0.85 && (clear >= 0.8 || (clear >= 0.6 && filled >= 0.93));
}

/** Dashes are short and near one another, or they are the long pieces of a broken stroke; a column of figures is neither. */
function isDashed({ from, to, filled, clear, thickness, run, space, regular }: Stroke, { glyph, side }: Measures): boolean {
  if (to - from < DASHED_ALONE * glyph || filled < 0.35 || filled >= 0.95 || clear < 0.5 || thickness > 2 * side) return false;
  if (run >= PIECE * glyph) return true;
  return regular && run + space <= PITCH * glyph;
}

/** Without those that noise made beside a longer one. */
function apart(strokes: readonly Stroke[], { glyph }: Measures): Stroke[] {
  const kept: Stroke[] = [];
  for (const stroke of [...strokes].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const beside = kept.some((k) => Math.abs(k.at - stroke.at) < BESIDE * glyph && k.from < stroke.to && k.to > stroke.from);
    if (!beside) kept.push(stroke);
  }
  return kept;
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
      run: Math.max(other.run, stroke.run),
      space: Math.max(other.space, stroke.space),
      regular: other.regular && stroke.regular,
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
