import { type InkPatch, inkPatches } from "../raster/ink.js";
import type { PixelBox, Raster } from "../raster/raster.js";

/** Detector values: inside text from here; a line's mean must reach the second. */
const INSIDE = 0.3;
const SURE = 0.5;
/** The detector is trained on shrunk lines; a box grows by area ÷ perimeter times this (Liao et al. 2020). */
const UNCLIP = 1.6;

/** Boxes of the lines that the detector saw, in pixels of the page (`scale` = page pixels per pixel of the map). */
export function detectedBoxes(map: Raster, scale: number): PixelBox[] {
  const inverse: Raster = { ...map, data: map.data.map((value) => 255 - value) };
  return inkPatches(inverse, 255 * (1 - INSIDE), 6)
    .filter((patch) => meanInside(map, patch) >= SURE * 255)
    .map((patch) => {
      const w = patch.x1 - patch.x0;
      const h = patch.y1 - patch.y0;
      const grow = (w * h * UNCLIP) / (2 * (w + h));
      return { x0: (patch.x0 - grow) * scale, y0: (patch.y0 - grow) * scale, x1: (patch.x1 + grow) * scale, y1: (patch.y1 + grow) * scale };
    });
}

function meanInside(map: Raster, patch: InkPatch): number {
  let sum = 0;
  let count = 0;
  for (let y = patch.y0; y < patch.y1; y++) {
    for (let x = patch.x0; x < patch.x1; x++) {
      const value = map.data[y * map.width + x]!;
      if (value < 255 * INSIDE) continue;
      sum += value;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
