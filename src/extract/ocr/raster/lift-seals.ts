import type { Bitmap } from "../../recognise.js";
import { type PixelBox, type Raster, raster } from "./raster.js";

/** Cells of the grid on which red is gathered: fine enough for a seal's ring, coarse enough to be cheap and to bridge its worn ink. */
const GRID = 4;
/** Seals of public bodies are round, 38–58 mm across, or square; other red things (headings, borders, marks) are not that high and wide. */
const LEAST_MM = 18;
const MOST_MM = 90;
const MM_PER_INCH = 25.4;
/** How much brighter than in the others a pixel is in a seal's channel: where its ink is full, and where there is hardly any. */
const FULL_TINT = 80;
const LEAST_TINT = 12;

/** An ink that seals are printed in, and the channel in which it is as bright as paper. */
interface SealInk {
  readonly bright: 0 | 2;
  /** Whether a pixel has this ink's colour. */
  readonly isOf: (r: number, g: number, b: number) => boolean;
}

const INKS: readonly SealInk[] = [
  { bright: 0, isOf: (r, g, b) => r > 90 && r - g > 45 && r - b > 35 },
  { bright: 2, isOf: (r, g, b) => b > 90 && b - r > 45 && b - g > 20 },
];

/**
 * The bitmap in grey with red and blue seals lifted out: inside a seal only the channel counts in which its ink is as bright as paper
 * and black ink under it stays black; and where they were: ink over which a seal was printed is thinned. Red that is no seal (a heading, a figure in red) stays as dark as the eye sees it.
 */
export function liftSeals(bitmap: Bitmap, dpi: number): { readonly page: Raster; readonly seals: readonly PixelBox[] } {
  const { width, height, data } = bitmap;
  const grey = raster(width, height);
  const across = Math.ceil(width / GRID);
  const down = Math.ceil(height / GRID);
  const cells = INKS.map(() => new Uint8Array(across * down));
  for (let y = 0, pixel = 0; y < height; y++) {
    const row = ((y / GRID) | 0) * across;
    for (let x = 0; x < width; x++, pixel++) {
      const r = data[pixel * 4]!;
      const g = data[pixel * 4 + 1]!;
      const b = data[pixel * 4 + 2]!;
      grey.data[pixel] = (r * 77 + g * 151 + b * 28) >> 8;
      if (r === b) continue;
      const ink = r > b ? 0 : 1;
      if (INKS[ink]!.isOf(r, g, b)) cells[ink]![row + ((x / GRID) | 0)]!++;
    }
  }
  const seals: PixelBox[] = [];
  const least = (LEAST_MM / MM_PER_INCH) * (dpi / GRID);
  const most = (MOST_MM / MM_PER_INCH) * (dpi / GRID);
  INKS.forEach((ink, i) => {
    for (const box of patches(cells[i]!, across, down)) {
      const w = box.x1 - box.x0;
      const h = box.y1 - box.y0;
      if (w < least || h < least || w > most || h > most || Math.max(w, h) > 2.2 * Math.min(w, h)) continue;
      const seal = {
        x0: Math.max(0, (box.x0 - 1) * GRID),
        y0: Math.max(0, (box.y0 - 1) * GRID),
        x1: Math.min(width, (box.x1 + 1) * GRID),
        y1: Math.min(height, (box.y1 + 1) * GRID),
      };
      lift(bitmap, grey, seal, ink);
      seals.push(seal);
    }
  });
  return { page: grey, seals };
}

/** In a seal's box, the channel in which its ink is bright, stretched so that the ink becomes paper; pixels without any tint keep their grey. */
function lift(bitmap: Bitmap, grey: Raster, box: PixelBox, { bright, isOf }: SealInk): void {
  const histogram = new Uint32Array(256);
  let count = 0;
  const tintOf = (pixel: number) => {
    const [value, other] = [bitmap.data[pixel * 4 + bright]!, bitmap.data[pixel * 4 + 2 - bright]!];
    return bright === 0 ? value - Math.max(bitmap.data[pixel * 4 + 1]!, other) : value - other;
  };
  forEachPixel(box, grey.width, (pixel) => {
    if (!isOf(bitmap.data[pixel * 4]!, bitmap.data[pixel * 4 + 1]!, bitmap.data[pixel * 4 + 2]!) || tintOf(pixel) <= FULL_TINT) return;
    histogram[bitmap.data[pixel * 4 + bright]!]!++;
    count++;
  });
  const ink = quantile(histogram, count, 0.35) || 200;
  forEachPixel(box, grey.width, (pixel) => {
    const tint = tintOf(pixel);
    if (tint < LEAST_TINT) return;
    const lifted = Math.min(255, (bitmap.data[pixel * 4 + bright]! * 250) / ink);
    const share = Math.min(1, (tint - LEAST_TINT) / 30);
    grey.data[pixel] = Math.max(grey.data[pixel]!, grey.data[pixel]! * (1 - share) + lifted * share);
  });
}

function forEachPixel(box: PixelBox, stride: number, visit: (pixel: number) => void): void {
  for (let y = box.y0; y < box.y1; y++) for (let x = box.x0; x < box.x1; x++) visit(y * stride + x);
}

function quantile(histogram: Uint32Array, count: number, share: number): number {
  let seen = 0;
  for (let level = 0; level < histogram.length; level++) {
    seen += histogram[level]!;
    if (count > 0 && seen >= count * share) return level;
  }
  return 0;
}

/** Boxes of the connected patches of red cells (neighbours up to two cells apart: worn ink has holes). */
function patches(red: Uint8Array, across: number, down: number): PixelBox[] {
  const boxes: PixelBox[] = [];
  const seen = new Uint8Array(red.length);
  const stack: number[] = [];
  for (let start = 0; start < red.length; start++) {
    if (seen[start] || red[start]! < 2) continue;
    seen[start] = 1;
    stack.push(start);
    let [x0, y0, x1, y1] = [across, down, 0, 0];
    while (stack.length > 0) {
      const cell = stack.pop()!;
      const x = cell % across;
      const y = (cell - x) / across;
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x + 1);
      y1 = Math.max(y1, y + 1);
      for (let ny = Math.max(0, y - 2); ny <= Math.min(down - 1, y + 2); ny++) {
        for (let nx = Math.max(0, x - 2); nx <= Math.min(across - 1, x + 2); nx++) {
          const next = ny * across + nx;
          if (seen[next] || red[next]! < 2) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    boxes.push({ x0, y0, x1, y1 });
  }
  return boxes;
}
