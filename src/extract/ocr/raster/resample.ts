import { type PixelBox, type Raster, raster } from "./raster.js";

/** A part of a raster at another size: bilinear where it grows, the mean of what a pixel covers where it shrinks. Beyond the raster lies paper. */
export function resample(source: Raster, box: PixelBox, width: number, height: number): Raster {
  const columns = taps(box.x0, box.x1, width, source.width);
  const rows = taps(box.y0, box.y1, height, source.height);
  const target = raster(width, height);
  for (let y = 0; y < height; y++) {
    const [ya, yb] = [rows.first[y]!, rows.first[y + 1]!];
    for (let x = 0; x < width; x++) {
      const [xa, xb] = [columns.first[x]!, columns.first[x + 1]!];
      let sum = 0;
      for (let j = ya; j < yb; j++) {
        const row = rows.index[j]!;
        let line = 0;
        if (row < 0) line = 255;
        else {
          const at = row * source.width;
          for (let i = xa; i < xb; i++) {
            const column = columns.index[i]!;
            line += columns.weight[i]! * (column < 0 ? 255 : source.data[at + column]!);
          }
        }
        sum += rows.weight[j]! * line;
      }
      target.data[y * width + x] = sum + 0.5;
    }
  }
  return target;
}

interface Taps {
  /** Where the taps of each target pixel begin; one more than there are pixels. */
  readonly first: Int32Array;
  /** Source pixel of each tap, −1 where it lies outside. */
  readonly index: Int32Array;
  readonly weight: Float32Array;
}

function taps(from: number, to: number, size: number, limit: number): Taps {
  const step = (to - from) / size;
  const first = new Int32Array(size + 1);
  const index: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < size; i++) {
    first[i] = index.length;
    if (step <= 1) {
      const at = from + (i + 0.5) * step - 0.5;
      const left = Math.floor(at);
      push(left, 1 - (at - left));
      push(left + 1, at - left);
    } else {
      const a = from + i * step;
      const b = a + step;
      for (let pixel = Math.floor(a); pixel < b; pixel++) push(pixel, (Math.min(b, pixel + 1) - Math.max(a, pixel)) / step);
    }
  }
  first[size] = index.length;
  return { first, index: Int32Array.from(index), weight: Float32Array.from(weight) };

  function push(pixel: number, share: number) {
    if (share <= 0) return;
    index.push(pixel < 0 || pixel >= limit ? -1 : pixel);
    weight.push(share);
  }
}
