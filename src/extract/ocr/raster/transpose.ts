import { type Raster, raster } from "./raster.js";

/** Rows become columns: what finds horizontal things finds vertical ones on it. */
export function transpose(source: Raster): Raster {
  const { width, height, data } = source;
  const flipped = raster(height, width);
  const block = 32;
  for (let by = 0; by < height; by += block) {
    for (let bx = 0; bx < width; bx += block) {
      const yEnd = Math.min(height, by + block);
      const xEnd = Math.min(width, bx + block);
      for (let y = by; y < yEnd; y++) for (let x = bx; x < xEnd; x++) flipped.data[x * height + y] = data[y * width + x]!;
    }
  }
  return flipped;
}
