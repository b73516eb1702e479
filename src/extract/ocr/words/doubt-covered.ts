import type { PixelBox } from "../raster/raster.js";
import type { ReadLine } from "./recognised-word.js";

/** Confidence in what an opaque seal covers in part, at most. */
const COVERED = 0.5;

/**
 * Lines that covering ink touches, or stands right beside, where it may have taken a part of them. That two readers agree tells nothing: neither sees what is
 * covered.
 */
export function doubtCovered(lines: readonly ReadLine[], covering: readonly PixelBox[]): ReadLine[] {
  return lines.map((line) => {
    const beside = line.box.y1 - line.box.y0;
    const isCovered = covering.some(
      (tile) => tile.x0 < line.box.x1 + beside && tile.x1 > line.box.x0 - beside && tile.y0 < line.box.y1 && tile.y1 > line.box.y0,
    );
    return isCovered ? { ...line, confidence: Math.min(COVERED, line.confidence), agreed: false } : line;
  });
}
