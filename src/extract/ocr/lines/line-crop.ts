import { LINE_HEIGHT, STEP } from "../pp-ocr.js";
import type { PixelBox, Raster } from "../raster/raster.js";
import { resample } from "../raster/resample.js";

/** A line cut out at the reader's height. */
export interface LineCrop {
  readonly box: PixelBox;
  readonly image: Raster;
  /** Page pixels per crop pixel, and where the crop's left edge lies. */
  readonly scale: number;
  readonly left: number;
  /** How much wider than they are its glyphs are shown. */
  readonly stretch: number;
}

/** Paper kept around a line's ink, in heights of the line: above and below, left and right. */
const MARGIN = 0.08;
const SIDE_MARGIN = 0.25;
/** A dash or a point alone is cut out as high as its neighbours, in glyphs. */
const LEAST_HEIGHT = 0.9;
/** Longer lines are cut out narrower than they are: a reader's memory grows with the width. */
const WIDEST = 3200;

/** The line's picture, LINE_HEIGHT high. `stretch` > 1 makes its glyphs wider: another look at the same ink. */
export function lineCrop(page: Raster, box: PixelBox, glyph: number, stretch = 1): LineCrop {
  const height = Math.max(box.y1 - box.y0, glyph * LEAST_HEIGHT);
  const middle = (box.y0 + box.y1) / 2;
  const half = height * (0.5 + MARGIN);
  const side = height * (MARGIN + SIDE_MARGIN);
  const sharpness = (LINE_HEIGHT / (2 * half)) * stretch;
  const wanted = (box.x1 - box.x0 + 2 * side) * sharpness;
  const width = Math.min(WIDEST, Math.max(2 * STEP, Math.ceil(wanted / STEP) * STEP));
  const scale = width === WIDEST ? (box.x1 - box.x0 + 2 * side) / width : 1 / sharpness;
  const left = (box.x0 + box.x1) / 2 - (width * scale) / 2;
  const image = resample(page, { x0: left, y0: middle - half, x1: left + width * scale, y1: middle + half }, width, LINE_HEIGHT);
  return { box, image, scale, left, stretch };
}
