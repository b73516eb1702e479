import type { PixelBox, Raster } from "../raster/raster.js";

/** Lowest stroke, in glyphs, and the widest run of its ink in one row, in its own height: a 7 has a bar. */
const LEAST_HEIGHT = 0.5;
const WIDEST = 0.3;
/** Share of its height by which it leans, at least and at most, and by which a row may lie off the straight line. */
const LEANS = 0.2;
const LEANS_MOST = 1;
const OFF_LINE = 0.08;

/** A lone stroke that leans like a slash, which says "not applicable": the reader takes it for a 7 or a 1. */
export function isSlash({ width, data }: Raster, box: PixelBox, inkBelow: number, glyph: number): boolean {
  const [top, bottom] = [Math.max(0, Math.floor(box.y0)), Math.ceil(box.y1)];
  const height = bottom - top;
  if (height < LEAST_HEIGHT * glyph || box.x1 - box.x0 > height) return false;
  const middles: number[] = [];
  for (let y = top; y < bottom; y++) {
    let [first, last] = [-1, -1];
    for (let x = Math.max(0, Math.floor(box.x0)); x < Math.min(width, box.x1); x++) {
      if (data[y * width + x]! >= inkBelow) continue;
      if (first < 0) first = x;
      last = x;
    }
    if (first < 0 || last - first > WIDEST * height) return false;
    middles.push((first + last) / 2);
  }
  const [from, to] = [middles[0]!, middles.at(-1)!];
  if (from - to < LEANS * height || from - to > LEANS_MOST * height) return false;
  return middles.every((x, i) => Math.abs(x - (from + ((to - from) * i) / (height - 1))) <= OFF_LINE * height);
}
