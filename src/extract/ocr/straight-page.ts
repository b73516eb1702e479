import type { Bitmap } from "../recognise.js";
import { flatten } from "./raster/flatten.js";
import { glyphHeight, inkLevel, inkPatches } from "./raster/ink.js";
import { liftSeals } from "./raster/lift-seals.js";
import type { PixelBox, Raster } from "./raster/raster.js";
import { skew } from "./raster/skew.js";
import { tilt, tiltedBox } from "./raster/turn.js";

/** A page made ready for reading: grey, evenly lit, straight, without seals. */
export interface StraightPage {
  readonly raster: Raster;
  readonly dpi: number;
  /** Grey level below which a pixel is ink. */
  readonly inkBelow: number;
  /** Usual height of a glyph, pixels; undefined where hardly anything is on the page. */
  readonly glyph: number | undefined;
  /** About where seals were lifted. */
  readonly seals: readonly PixelBox[];
}

/** Side of the tiles whose paper is measured, inches: wider than a glyph, narrower than a shadow. */
const TILE = 0.25;
/** Patches smaller than this share of a glyph's square are specks. */
const SPECK = 1 / 120;

export function straightPage(bitmap: Bitmap, dpi: number): StraightPage {
  const { page, seals } = liftSeals(bitmap, dpi);
  const even = flatten(page, Math.max(8, Math.round(dpi * TILE)));
  const angle = skew(even);
  const raster = tilt(even, angle);
  const inkBelow = inkLevel(raster);
  const glyph = glyphHeight(inkPatches(raster, inkBelow), dpi);
  return { raster, dpi, inkBelow, glyph, seals: seals.map((seal) => tiltedBox(seal, raster, angle)) };
}

/** Least pixels of a patch of ink that may be part of a glyph (a decimal point is about a hundredth of its square). */
export function leastPatch(glyph: number): number {
  return Math.max(4, glyph * glyph * SPECK);
}
