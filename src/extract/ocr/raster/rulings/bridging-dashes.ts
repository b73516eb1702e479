import type { Raster } from "../raster.js";
import { type Band, bandsOf } from "./bands.js";
import { columnOf } from "./column-of.js";
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
/** The blurred edge of a level stroke, pixels: what stands there is no dash. */
const EDGE = 2.5;
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
  return bandsOf(levels, measures).flatMap((band) => between(bare, band, usual, measures));
}

function between(page: Raster, { upper, lower, from, to }: Band, usual: Usual, measures: Measures): Stroke[] {
  const { side } = measures;
  const top = Math.ceil(upper.at + upper.thickness / 2 + EDGE);
  const bottom = Math.floor(lower.at - lower.thickness / 2 - EDGE);
  const allowed = {
    run: LONGER * usual.run + BLUR,
    space: LONGER * usual.space + BLUR,
    count: COUNT * ((bottom - top) / (usual.run + usual.space)),
  };
  const strokes: Stroke[] = [];
  for (let x = Math.max(side + 1, from - side); x < Math.min(page.width - side - 1, to + side); x++) {
    const column = columnOf(page, x, top, bottom, measures);
    if (
      column.run > allowed.run ||
      column.space > allowed.space ||
      column.count < allowed.count ||
      column.filled < FILLED * usual.filled ||
      column.clear < CLEAR ||
      column.depth < DEPTH
    )
      continue;
    const { filled, clear, run, space } = column;
    const stroke = { at: x + 0.5, from: upper.at, to: lower.at, thickness: 2, filled, clear, run, space, widest: space, regular: true };
    const before = strokes.at(-1);
    if (!before || before.at < x - side) strokes.push(stroke);
    else if (stroke.filled * stroke.clear > before.filled * before.clear) strokes[strokes.length - 1] = stroke;
  }
  return strokes;
}

type Usual = Pick<Stroke, "run" | "space" | "filled">;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
