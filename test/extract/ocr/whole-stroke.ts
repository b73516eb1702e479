import type { PixelRuling, Stroke } from "../../../src/extract/ocr/raster/rulings/pixel-ruling.js";

/** A stroke two pixels thick and without a gap, as it is measured on clean paper. Pixels. */
export function wholeStroke(at: number, from: number, to: number): Stroke {
  return { at, from, to, thickness: 2, filled: 1, clear: 1, run: to - from, space: 0, widest: 0, regular: true };
}

/** The same as a table's ruling. */
export function wholeRuling(direction: PixelRuling["direction"], at: number, from: number, to: number): PixelRuling {
  return { direction, ...wholeStroke(at, from, to) };
}
