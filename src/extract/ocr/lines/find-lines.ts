import type { PpOcr } from "../pp-ocr.js";
import { eraseRulings } from "../raster/erase-rulings.js";
import type { GreySeal } from "../raster/grey-seal.js";
import { type InkPatch, inkPatches } from "../raster/ink.js";
import type { PixelBox, Raster } from "../raster/raster.js";
import { resample } from "../raster/resample.js";
import { findRulings } from "../raster/rulings/find-rulings.js";
import type { PixelRuling } from "../raster/rulings/pixel-ruling.js";
import { severAtRulings } from "../raster/sever-at-rulings.js";
import { withoutDust } from "../raster/without-dust.js";
import { leastPatch, type StraightPage } from "../straight-page.js";
import { detectedBoxes } from "./detected-boxes.js";
import { greySeals } from "./seals-in-grey.js";
import { textLines } from "./text-lines.js";
import { throughSeals } from "./through-seals.js";

/** What stands on a page, before it is read. Pixels of the straight page. */
export interface PageLines {
  /** The page without its dust, and without its rulings as well: lines are cut from these. */
  readonly printed: Raster;
  readonly clean: Raster;
  readonly glyph: number;
  readonly rulings: readonly PixelRuling[];
  readonly lines: readonly PixelBox[];
  /** The connected ink of `clean`, cut where rulings were. */
  readonly patches: readonly InkPatch[];
  /** Seals on a page without colour: what they cover is not to be trusted. */
  readonly seals: readonly GreySeal[];
  /** True where lines of text run from top to bottom: the page lies on its side. */
  readonly sideways: boolean;
}

/** Glyph height that the detector is shown, pixels: larger costs more and finds no more (docs/ocr.md). */
const DETECTED_GLYPH = 12;

/** Rulings and lines of text of a straight page, in its pixels; `glyph`: the usual glyph height. */
export async function findLines(page: StraightPage, glyph: number, reader: Pick<PpOcr, "detect">): Promise<PageLines> {
  const { raster, inkBelow } = page;
  const found = findRulings(raster, inkBelow, glyph, page.seals);
  const seals = greySeals(eraseRulings(raster, found, inkBelow), inkBelow, page.dpi);
  const rulings = throughSeals(found, seals);
  const printed = withoutDust(raster, inkBelow, glyph);
  const clean = eraseRulings(printed, rulings, inkBelow);
  const scale = Math.max(1, glyph / DETECTED_GLYPH);
  const whole = { x0: 0, y0: 0, x1: raster.width, y1: raster.height };
  const small = resample(clean, whole, Math.ceil(raster.width / scale), Math.ceil(raster.height / scale));
  const boxes = detectedBoxes(await reader.detect(small), scale);
  const patches = inkPatches(severAtRulings(clean, rulings), inkBelow, leastPatch(glyph));
  const lines = textLines(boxes, seals, patches, rulings, glyph);
  return { printed, clean, glyph, rulings, lines, patches, seals, sideways: liesSideways(boxes) };
}

/** Boxes that are long in one direction vote by their length. */
function liesSideways(boxes: readonly PixelBox[]): boolean {
  let level = 0;
  let upright = 0;
  for (const box of boxes) {
    const [w, h] = [box.x1 - box.x0, box.y1 - box.y0];
    if (w > 2 * h) level += w;
    else if (h > 2 * w) upright += h;
  }
  return upright > 2 * level;
}
