import { quantile } from "../../../core/quantile.js";
import type { Bitmap } from "../../recognise.js";
import { type CoveringTile, coveringInk } from "./covering-ink.js";
import { pixelsIn } from "./print-under-seal.js";
import { PAPER, type PixelBox, type Raster, raster } from "./raster.js";

/** Cells of the grid on which red is gathered: fine enough for a seal's ring, coarse enough to be cheap and to bridge its worn ink. */
const GRID = 4;
/** Seals of public bodies are round, 38–58 mm across, or square; other red things (headings, borders, marks) are not that high and wide. */
const LEAST_MM = 18;
const MOST_MM = 90;
const MM_PER_INCH = 25.4;
/** A pixel's tint is how much brighter it is in its seal's channel than in the others: where there is hardly any ink; and where it is full, beside the seal's usual tint. */
const LEAST_TINT = 12;
const FULL_TINT = 0.8;
/** Of a seal's full ink so large a share lies over print at least, where it was laid over any; print under it is darker than this share of the ink. */
const COVERED = 0.02;
const SEEN_THROUGH = 0.75;
/** Print under a stamp's ink is darker than this share of the ink, and has less of its tint. */
const DARK = 0.5;

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

/** A coloured seal: about where it was, and the tiles of its ink that hide what lies under them. */
export interface LiftedSeal {
  readonly box: PixelBox;
  readonly covering: readonly CoveringTile[];
}

/**
 * The bitmap in grey with red and blue seals lifted out: inside a seal only the channel counts in which its ink is as bright as paper
 * and black ink under it stays black; and where they were: ink over which a seal was printed is thinned. Red that is no seal (a heading, a figure in red) stays as dark as the eye sees it.
 */
export function liftSeals(bitmap: Bitmap, dpi: number): { readonly page: Raster; readonly seals: readonly LiftedSeal[] } {
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
  const seals: LiftedSeal[] = [];
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
      seals.push({ box: seal, covering: lift(bitmap, grey, seal, ink, dpi) });
    }
  });
  return { page: grey, seals };
}

/**
 * In a seal's box, the channel in which its ink is bright, stretched so that the ink becomes paper; pixels without any tint keep their grey. Where the seal
 * was laid over print, as a program lays it, print is of its ink's tint too, only darker: the channel is stretched from there. Returns the tiles under which nothing can be seen.
 */
function lift(bitmap: Bitmap, grey: Raster, box: PixelBox, { bright, isOf }: SealInk, dpi: number): CoveringTile[] {
  const { data } = bitmap;
  const tintOf = (pixel: number) => {
    const [value, other] = [data[pixel * 4 + bright]!, data[pixel * 4 + 2 - bright]!];
    return bright === 0 ? value - Math.max(data[pixel * 4 + 1]!, other) : value - other;
  };
  const pixels = pixelsIn(box, grey.width);
  const tint = quantile(pixels.filter((at) => isOf(data[at * 4]!, data[at * 4 + 1]!, data[at * 4 + 2]!)).map(tintOf), 0.5);
  const isFull = (at: number) => tintOf(at) > FULL_TINT * tint;
  const full = pixels.filter(isFull).map((at) => data[at * 4 + bright]!);
  const ink = quantile(full, 0.35);
  const darker = full.filter((value) => value < ink * SEEN_THROUGH);
  const print = darker.length < COVERED * full.length ? 0 : quantile(darker, 0.5);
  const isPrint = (at: number) => data[at * 4 + bright]! < DARK * ink && tintOf(at) < DARK * tint;
  const kinds = Uint8Array.from(pixels, (at) => (isFull(at) ? 1 : isPrint(at) ? 2 : 0));
  for (const at of pixels) {
    const own = tintOf(at);
    if (own < LEAST_TINT) continue;
    // Where the ink is thin, as at its edge, print shows darker than where it is full.
    const dark = print * Math.min(1, own / tint);
    const lifted = Math.min(255, (Math.max(0, data[at * 4 + bright]! - dark) * PAPER) / (ink - dark));
    const share = Math.min(1, (own - LEAST_TINT) / 30);
    const mixed = grey.data[at]! * (1 - share) + lifted * share;
    grey.data[at] = print > 0 ? mixed : Math.max(grey.data[at]!, mixed);
  }
  return print > 0 ? [] : coveringInk({ box, kinds }, dpi);
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
