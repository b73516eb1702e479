import { STEP } from "../pp-ocr.js";
import type { PixelBox, Raster } from "../raster/raster.js";
import type { LineReading } from "../reading/line-reading.js";
import type { LineCrop } from "./line-crop.js";

/** A stretch of a line's text and its ink. */
export interface Stretch {
  readonly text: string;
  readonly box: PixelBox;
}

/** Blank columns (in glyphs) between two ideographs that part them: set solid they are at most a quarter apart. */
const GAP = 0.42;
const HAN = /\p{Script=Han}/u;

/**
 * A line that runs over two columns of a table without rulings, parted between them. Only between ideographs, whose place in the picture the reader
 * tells exactly enough, and only in lines without figures, which were parted at their gaps before they were read.
 */
export function splitGaps(page: Raster, inkBelow: number, crop: LineCrop, reading: LineReading, glyph: number): Stretch[] {
  const { glyphs } = reading;
  const middle = (i: number) => crop.left + ((glyphs[i]!.from + glyphs[i]!.to) / 2) * STEP * crop.scale;
  const stretches: Stretch[] = [];
  let first = 0;
  let x0 = crop.box.x0;
  for (let i = 1; i < glyphs.length; i++) {
    if (!HAN.test(glyphs[i - 1]!.text) || !HAN.test(glyphs[i]!.text)) continue;
    const distance = middle(i) - middle(i - 1);
    if (distance < glyph * (1 + GAP * 0.6)) continue;
    const gap = widestBlank(page, inkBelow, crop.box, middle(i - 1), middle(i));
    if (!gap || gap[1] - gap[0] < glyph * GAP) continue;
    stretches.push({ text: textOf(first, i), box: { ...crop.box, x0, x1: gap[0] } });
    first = i;
    x0 = gap[1];
  }
  stretches.push({ text: textOf(first, glyphs.length), box: { ...crop.box, x0 } });
  return stretches;

  function textOf(from: number, to: number): string {
    return glyphs
      .slice(from, to)
      .map((each) => each.text)
      .join("");
  }
}

function widestBlank({ width, data }: Raster, inkBelow: number, box: PixelBox, from: number, to: number): [number, number] | undefined {
  let best: [number, number] | undefined;
  let start = -1;
  for (let x = Math.max(0, Math.floor(from)); x <= Math.min(width - 1, Math.ceil(to)); x++) {
    let blank = true;
    for (let y = Math.max(0, Math.floor(box.y0)); y < box.y1 && blank; y++) blank = (data[y * width + x] ?? 255) >= inkBelow;
    if (!blank) {
      start = -1;
      continue;
    }
    if (start < 0) start = x;
    if (!best || x + 1 - start > best[1] - best[0]) best = [start, x + 1];
  }
  return best;
}
