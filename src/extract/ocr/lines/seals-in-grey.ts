import type { GreySeal } from "../raster/grey-seal.js";
import { type InkPatch, inkPatches } from "../raster/ink.js";
import type { PixelBox, Raster } from "../raster/raster.js";

const LEAST_MM = 25;
const MOST_MM = 80;
/** A table's remains have straight runs over most of their width or height; a ring has none. */
const STRAIGHT = 0.5;

/**
 * Seals on a page without colour that could not be lifted (as dark as print, or of one bit): patches of ink of a seal's size without long straight strokes.
 * `page` must have no rulings left. The reader sees through some of their ink, and what it reads there is doubted.
 */
export function greySeals(page: Raster, inkBelow: number, dpi: number): GreySeal[] {
  const least = (LEAST_MM / 25.4) * dpi;
  const most = (MOST_MM / 25.4) * dpi;
  return inkPatches(page, inkBelow, 200)
    .filter((patch) => {
      const [w, h] = [patch.x1 - patch.x0, patch.y1 - patch.y0];
      return w >= least && h >= least && w <= most && h <= most && w < 1.8 * h && h < 1.8 * w;
    })
    .map((patch) => ({ patch, mask: maskOf(page, patch, inkBelow) }))
    .filter((seal) => !isStraight(seal));
}

/** Whether a seal's ink runs through a line, or just beside it, where it may have taken a part of the line. */
export function underSeal(seals: readonly GreySeal[], line: PixelBox): boolean {
  const beside = line.y1 - line.y0;
  return meetsSeal(seals, { ...line, x0: line.x0 - beside, x1: line.x1 + beside });
}

/** Whether a seal's ink lies in a box. */
export function meetsSeal(seals: readonly GreySeal[], box: PixelBox): boolean {
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

/** The patch's own pixels, filled from the edges of its box inwards: print that stands free inside the seal is none of it. */
function maskOf(page: Raster, patch: InkPatch, inkBelow: number): Uint8Array {
  const across = patch.x1 - patch.x0;
  const down = patch.y1 - patch.y0;
  const mask = new Uint8Array(across * down);
  const stack: number[] = [];
  const ink = (x: number, y: number) => page.data[(patch.y0 + y) * page.width + patch.x0 + x]! < inkBelow;
  for (let x = 0; x < across; x++) for (const y of [0, down - 1]) if (ink(x, y)) stack.push(y * across + x);
  for (let y = 0; y < down; y++) for (const x of [0, across - 1]) if (ink(x, y)) stack.push(y * across + x);
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

function isStraight({ patch, mask }: GreySeal): boolean {
  const across = patch.x1 - patch.x0;
  const down = patch.y1 - patch.y0;
  const runs = (lines: number, length: number, at: (line: number, k: number) => number) => {
    let longest = 0;
    for (let line = 0; line < lines; line++) {
      let run = 0;
      for (let k = 0; k < length; k++) {
        run = mask[at(line, k)] ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    return longest / length;
  };
  return runs(down, across, (y, x) => y * across + x) > STRAIGHT || runs(across, down, (x, y) => y * across + x) > STRAIGHT;
}
