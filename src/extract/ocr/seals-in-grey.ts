import { type InkPatch, inkPatches } from "./raster/ink.js";
import { type PixelBox, type Raster, raster } from "./raster/raster.js";

/** A seal's ring on a grey page. */
export interface GreySeal {
  readonly patch: InkPatch;
  /** 1 where the page had the seal's ink, or ink that touched it. Rows of the patch's width. */
  readonly mask: Uint8Array;
}

const LEAST_MM = 25;
const MOST_MM = 62;
const PAPER = 250;
const SECTORS = 36;

/**
 * Round seals on a page without colour: a ring of ink of a seal's size. `page` must have no rulings left, since a table is ink of that size too.
 */
export function greySeals(page: Raster, inkBelow: number, dpi: number): GreySeal[] {
  const least = (LEAST_MM / 25.4) * dpi;
  const most = (MOST_MM / 25.4) * dpi;
  return inkPatches(page, inkBelow, 200)
    .filter((patch) => {
      const [w, h] = [patch.x1 - patch.x0, patch.y1 - patch.y0];
      return w >= least && h >= least && w <= most && h <= most && w < 1.4 * h && h < 1.4 * w;
    })
    .map((patch) => ({ patch, mask: maskOf(page, patch, inkBelow) }))
    .filter((seal) => isRing(seal));
}

/** The page without the seals' own ink: in it only what is clearly darker than the seal stays, which is print under the seal. */
export function withoutSeals(page: Raster, seals: readonly GreySeal[]): Raster {
  if (seals.length === 0) return page;
  const clean = raster(page.width, page.height, page.data.slice());
  for (const { patch, mask } of seals) {
    const across = patch.x1 - patch.x0;
    const histogram = new Uint32Array(256);
    forEachPixel(page, patch, mask, (value) => {
      histogram[value]!++;
    });
    const tone = peak(histogram);
    const print = quantile(histogram, 0.03);
    // Where print and seal are alike, nothing can be told apart and nothing is taken away.
    if (tone - print < 25) continue;
    const border = print + (tone - print) * 0.62;
    for (let y = patch.y0; y < patch.y1; y++) {
      for (let x = patch.x0; x < patch.x1; x++) {
        if (!near(mask, across, patch.y1 - patch.y0, x - patch.x0, y - patch.y0)) continue;
        const pixel = y * page.width + x;
        const value = page.data[pixel]!;
        clean.data[pixel] = value >= border ? PAPER : Math.max(0, ((value - print) * 160) / (border - print));
      }
    }
  }
  return clean;
}

/** Whether a seal's ink runs through a line, or just beside it, where it may have taken a part of the line. */
export function underSeal(seals: readonly GreySeal[], line: PixelBox): boolean {
  const beside = line.y1 - line.y0;
  const box = { ...line, x0: line.x0 - beside, x1: line.x1 + beside };
  return seals.some(({ patch, mask }) => {
    const across = patch.x1 - patch.x0;
    for (let y = Math.max(patch.y0, Math.floor(box.y0)); y < Math.min(patch.y1, box.y1); y++) {
      for (let x = Math.max(patch.x0, Math.floor(box.x0)); x < Math.min(patch.x1, box.x1); x++) {
        if (mask[(y - patch.y0) * across + x - patch.x0]) return true;
      }
    }
    return false;
  });
}

function forEachPixel(page: Raster, patch: InkPatch, mask: Uint8Array, visit: (value: number) => void): void {
  const across = patch.x1 - patch.x0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i]) visit(page.data[(patch.y0 + Math.floor(i / across)) * page.width + patch.x0 + (i % across)]!);
  }
}

/** The patch's own pixels: filled from its ring inwards, so that print standing free in the seal is none of it. */
function maskOf(page: Raster, patch: InkPatch, inkBelow: number): Uint8Array {
  const across = patch.x1 - patch.x0;
  const down = patch.y1 - patch.y0;
  const mask = new Uint8Array(across * down);
  const stack: number[] = [];
  const ink = (x: number, y: number) => page.data[(patch.y0 + y) * page.width + patch.x0 + x]! < inkBelow;
  // The patch touches each edge of its box: ink on an edge is the patch's.
  for (let x = 0; x < across; x++) for (const y of [0, down - 1]) if (ink(x, y)) stack.push(y * across + x);
  for (const at of stack) mask[at] = 1;
  while (stack.length > 0) {
    const at = stack.pop()!;
    const x = at % across;
    const y = (at - x) / across;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(down - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(across - 1, x + 1); nx++) {
        const next = ny * across + nx;
        if (mask[next] || !ink(nx, ny)) continue;
        mask[next] = 1;
        stack.push(next);
      }
    }
  }
  return mask;
}

/** Ink all around at the ring's radius. */
function isRing({ patch, mask }: GreySeal): boolean {
  const across = patch.x1 - patch.x0;
  const down = patch.y1 - patch.y0;
  const sectors = new Uint8Array(SECTORS);
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i]) continue;
    const x = ((i % across) + 0.5) / across - 0.5;
    const y = (Math.floor(i / across) + 0.5) / down - 0.5;
    const radius = Math.hypot(x, y) * 2;
    if (radius > 0.82 && radius < 1.08) sectors[Math.floor(((Math.atan2(y, x) + Math.PI) / (2 * Math.PI)) * SECTORS) % SECTORS] = 1;
  }
  return sectors.reduce((a, b) => a + b, 0) >= SECTORS * 0.75;
}

function near(mask: Uint8Array, across: number, down: number, x: number, y: number): boolean {
  for (let ny = Math.max(0, y - 1); ny <= Math.min(down - 1, y + 1); ny++) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(across - 1, x + 1); nx++) if (mask[ny * across + nx]) return true;
  }
  return false;
}

function peak(histogram: Uint32Array): number {
  let best = 0;
  let most = -1;
  for (let level = 4; level < 252; level++) {
    let sum = 0;
    for (let k = -4; k <= 4; k++) sum += histogram[level + k]!;
    if (sum > most) {
      most = sum;
      best = level;
    }
  }
  return best;
}

function quantile(histogram: Uint32Array, share: number): number {
  const total = histogram.reduce((a, b) => a + b, 0);
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += histogram[level]!;
    if (seen >= total * share) return level;
  }
  return 255;
}
