import type { Raster } from "../raster.js";
import type { Measures } from "./pixel-ruling.js";

/**
 * For each pixel, how much darker it is than the paper above and below it, averaged along the row over the window: faint, broken
 * and dashed level strokes show, noise and slanted strokes do not. Paper is looked for near and, for thick strokes, farther off. Grey levels, 0–110.
 */
export function levelRidge(page: Raster, { window, side }: Measures): Uint8Array {
  const { width, height, data } = page;
  const mean = new Uint8Array(width * height);
  const half = window >> 1;
  const ridge = new Int16Array(width);
  for (let y = 2 * side; y < height - 2 * side; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const near = lesser(data[row + x - side * width]!, data[row + x + side * width]!);
      const far = lesser(data[row + x - 2 * side * width]!, data[row + x + 2 * side * width]!);
      const depth = Math.max(near, far) - data[row + x]!;
      ridge[x] = depth < -60 ? -60 : Math.min(depth, 110);
    }
    let sum = 0;
    for (let x = 0; x < Math.min(width, half); x++) sum += ridge[x]!;
    for (let x = 0; x < width; x++) {
      if (x + half < width) sum += ridge[x + half]!;
      if (x - half - 1 >= 0) sum -= ridge[x - half - 1]!;
      mean[row + x] = sum <= 0 ? 0 : sum / window;
    }
  }
  return mean;
}

function lesser(a: number, b: number): number {
  return Math.min(a, b);
}
