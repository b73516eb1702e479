import type { LineCrop } from "../lines/line-crop.js";
import { STEP } from "../pp-ocr.js";
import { PAPER } from "../raster/raster.js";
import { inkColumns } from "./angle-shape.js";
import type { Glyph } from "./ctc.js";

/** A minus is longer than this many times its own height: a speck is as long as it is high. */
const LONG = 1.5;

/** The glyphs of a line that begins with a figure, without the minus that the reader made of a speck before it: the figure would be below nought. */
export function withoutFalseMinus(glyphs: readonly Glyph[], crop: LineCrop): Glyph[] {
  const [minus, digit, ...rest] = glyphs;
  if (!minus || !digit || !/^[-−—－]$/u.test(minus.text) || !/^\d$/u.test(digit.text)) return [...glyphs];
  const { image, stretch } = crop;
  const at = ((digit.from + digit.to) / 2) * STEP;
  const ink = inkColumns(image)[0];
  // Ink that is the digit's as well tells nothing.
  if (!ink || ink[1] >= at) return [...glyphs];
  const length = (ink[1] - ink[0]) / stretch;
  return length >= LONG * heightOf(crop, ink) ? [...glyphs] : [digit, ...rest];
}

/** How high the ink in columns from–to is, pixels of the line's picture. */
function heightOf({ image: { width, height, data } }: LineCrop, [from, to]: readonly [number, number]): number {
  let darkest = PAPER;
  for (let y = 0; y < height; y++) for (let x = from; x < to; x++) darkest = Math.min(darkest, data[y * width + x]!);
  const level = (darkest + PAPER) / 2;
  let rows = 0;
  for (let y = 0; y < height; y++) {
    let hasInk = false;
    for (let x = from; x < to && !hasInk; x++) hasInk = data[y * width + x]! < level;
    if (hasInk) rows++;
  }
  return rows;
}
