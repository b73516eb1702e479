import { type Raster, raster } from "./raster.js";

/** The raster at 1/`factor` of its size: each pixel the mean of a square of `factor` × `factor`. What is left over at the right and bottom is cut. */
export function shrink(source: Raster, factor: number): Raster {
  if (factor <= 1) return source;
  const width = Math.max(1, Math.floor(source.width / factor));
  const height = Math.max(1, Math.floor(source.height / factor));
  const small = raster(width, height);
  const sums = new Uint32Array(width);
  const columns = Math.min(source.width, width * factor);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const rows = Math.min(factor, source.height - y * factor);
    for (let dy = 0; dy < rows; dy++) {
      const row = (y * factor + dy) * source.width;
      for (let x = 0; x < columns; x++) sums[(x / factor) | 0]! += source.data[row + x]!;
    }
    const cells = rows * Math.min(factor, source.width);
    for (let x = 0; x < width; x++) small.data[y * width + x] = sums[x]! / cells;
  }
  return small;
}
