import type { Raster } from "../raster.js";
import { bandsOf } from "./bands.js";
import { bridgingUprights } from "./bridging-uprights.js";
import type { Column } from "./column-of.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** A stroke whose dashes or gaps are longer than this, in glyphs, is not dashed but broken. */
const LONGEST = 1;
/** A dash or a gap may be longer than is usual on the page by this share, and by this many pixels at the blurred edges. */
const LONGER = 1.4;
const BLUR = 2;
/** Of the dashes that a band has room for, and of the ink that is usual, at least this share. */
const COUNT = 0.6;
const FILLED = 0.7;
/** Share of its ink that must have paper on both sides. */
const CLEAR = 0.85;
/** Grey levels by which a column is darker than the paper beside it, on average over dashes and gaps: noise is not. */
const DEPTH = 14;

/**
 * Dashed upright strokes that run from one level stroke to the next below it: the separators of a low row of a dashed table. They are looked for on a
 * page without glyphs, and their dashes and gaps, those at the ends too, must be like those of the strokes that stand alone (`like`).
 */
export function bridgingDashes(bare: Raster, levels: readonly Stroke[], like: readonly Stroke[], measures: Measures): Stroke[] {
  const dashed = like.filter(
    ({ run, space, regular }) => regular && run > 0 && space > 0 && Math.max(run, space) <= LONGEST * measures.glyph,
  );
  if (dashed.length === 0) return [];
  const usual = {
    run: median(dashed.map(({ run }) => run)),
    space: median(dashed.map(({ space }) => space)),
    filled: median(dashed.map(({ filled }) => filled)),
  };
  const longest = { run: LONGER * usual.run + BLUR, space: LONGER * usual.space + BLUR };
  const accepts = ({ run, space, count, filled, clear, depth }: Column, height: number) =>
    run <= longest.run &&
    space <= longest.space &&
    count >= (COUNT * height) / (usual.run + usual.space) &&
    filled >= FILLED * usual.filled &&
    clear >= CLEAR &&
    depth >= DEPTH;
  return bandsOf(levels, measures).flatMap((band) => bridgingUprights(bare, band, accepts, measures));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
