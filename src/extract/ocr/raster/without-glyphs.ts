import { eraseRulings } from "./erase-rulings.js";
import { type InkPatch, inkPatches } from "./ink.js";
import { isPieceOfRulings } from "./is-piece-of-rulings.js";
import { PAPER, type Raster, raster } from "./raster.js";
import type { PixelRuling } from "./rulings/pixel-ruling.js";

/** Patches smaller than this, in glyphs, may be dashes; so may those that are thinner than the second, however long. */
const LEAST_GLYPH = 0.55;
const THIN = 0.28;
/** Where two rulings cross, of the ink no more than this share lies farther from one level and one upright line than half a stroke: at most so much of a glyph, and of the patch. */
const OFF_CROSS = 0.1;
const HALF_STROKE = 0.17;
const HALF_OF_PATCH = 0.2;
/** Patches that are higher and wider than this, in glyphs, are networks of rulings or seals. */
const NETWORK = 2.5;
/** The thin strokes of a glyph are paler than its ink: the level lies this far from ink to paper. */
const PALE = 0.4;

/**
 * The page with the ink of its glyphs blanked: what stays is thin, small or faint, as the dashes of a ruling are, or a network of rulings.
 * Glyphs are told by their patches of ink, which are wide and high; a dash that touches one goes with it. The `solid` rulings are taken away first: in
 * low rows glyphs touch them, and would be one patch with the table.
 */
export function withoutGlyphs(page: Raster, solid: readonly PixelRuling[], inkBelow: number, glyph: number): Raster {
  const { width, height } = page;
  const bare = raster(width, height, page.data.slice());
  const edge = Math.max(2, Math.round(glyph / 12));
  const level = inkBelow + PALE * (PAPER - inkBelow);
  const unruled = eraseRulings(page, solid, level);
  for (const patch of inkPatches(unruled, level)) {
    if (!isGlyph(patch, glyph) || isCross(page, patch, level, glyph) || isPieceOfRulings(unruled, patch, level, glyph)) continue;
    const { x0, y0, x1, y1 } = patch;
    for (let y = Math.max(0, y0 - edge); y < Math.min(height, y1 + edge); y++)
      bare.data.fill(PAPER, y * width + Math.max(0, x0 - edge), y * width + Math.min(width, x1 + edge));
  }
  return bare;
}

function isGlyph({ x0, y0, x1, y1 }: InkPatch, glyph: number): boolean {
  const [lesser, greater] = [Math.min(x1 - x0, y1 - y0) / glyph, Math.max(x1 - x0, y1 - y0) / glyph];
  return greater >= LEAST_GLYPH && lesser > THIN && lesser <= NETWORK;
}

/** Whether a patch is hardly more than one level and one upright stroke: a crossing or a corner of rulings. */
function isCross({ width, data }: Raster, { x0, y0, x1, y1, pixels }: InkPatch, below: number, glyph: number): boolean {
  const inRow = new Uint32Array(y1 - y0);
  const inColumn = new Uint32Array(x1 - x0);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (data[y * width + x]! >= below) continue;
      inRow[y - y0]!++;
      inColumn[x - x0]!++;
    }
  }
  const row = y0 + middleOfPeak(inRow);
  const column = x0 + middleOfPeak(inColumn);
  const half = Math.min(HALF_STROKE * glyph, HALF_OF_PATCH * Math.min(x1 - x0, y1 - y0));
  let off = 0;
  for (let y = y0; y < y1; y++) {
    if (Math.abs(y - row) <= half) continue;
    for (let x = x0; x < x1; x++) if (Math.abs(x - column) > half && data[y * width + x]! < below) off++;
  }
  return off <= OFF_CROSS * pixels;
}

/** The middle of where counts are near their greatest: of the thickness of a stroke. */
function middleOfPeak(counts: Uint32Array): number {
  const near = 0.7 * counts.reduce((most, count) => Math.max(most, count), 0);
  return (counts.findIndex((count) => count >= near) + counts.findLastIndex((count) => count >= near)) / 2;
}
