import type { Word } from "../../tables/placed.js";
import type { PixelBox } from "../raster/raster.js";

/** What was read of a line, once all looks at it are weighed. */
export interface ReadLine {
  readonly box: PixelBox;
  readonly text: string;
  readonly confidence: number;
  readonly alternatives: readonly string[];
  readonly agreed?: boolean;
}

const FULL_HEIGHT = /[\p{Script=Han}（）()《》【】「」|]/u;
const ON_BASELINE = /[0-9A-Za-z%％]/u;
const DESCENDING = /[gjpqy,，;；]/u;
/** Of a font's size: ink height of an ideograph and of a digit; how far the font reaches above and below its baseline. */
const IDEOGRAPH = 0.93;
const DIGIT = 0.72;
const ABOVE = 0.88;
const BELOW = 0.12;

/** A read line as a word in points. The box is the font's, as a PDF would give it, and not that of the ink: rows of digits and of ideographs must compare. */
export function recognisedWord({ box, text, confidence, alternatives, agreed }: ReadLine, glyph: number, dpi: number): Word {
  const height = box.y1 - box.y0;
  const middle = (box.y0 + box.y1) / 2;
  let size = glyph / IDEOGRAPH;
  let baseline = middle + (ABOVE - 0.5) * size;
  if (FULL_HEIGHT.test(text)) {
    size = Math.max(height / IDEOGRAPH, size * 0.6);
    baseline = middle + (ABOVE - 0.5) * size;
  } else if (ON_BASELINE.test(text)) {
    size = Math.max(height / (DESCENDING.test(text) ? DIGIT + 0.14 : DIGIT), size * 0.6);
    baseline = DESCENDING.test(text) ? box.y1 - 0.14 * size : box.y1;
  }
  const points = 72 / dpi;
  return {
    text,
    box: [box.x0 * points, (baseline - ABOVE * size) * points, box.x1 * points, (baseline + BELOW * size) * points],
    size: size * points,
    baseline: baseline * points,
    confidence,
    alternatives,
    ...(agreed === undefined ? {} : { agreed }),
  };
}
