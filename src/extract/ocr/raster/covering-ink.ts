import type { PixelBox } from "./raster.js";

/** Side of the tiles on which covering ink is told, inches (1 mm, a ring's width), and how much of one it fills. */
const TILE = 0.04;
const FILLED = 0.6;
/** How far from covering ink print shows between it, inches: a stroke's width. */
const STROKE = 0.025;
/** Print seen through a seal, beside its ink: a ring across the rulings of a table shows more. */
const SEEN = 0.002;

/** The pixels of a seal's box, rows of its width: 1 where its ink is full, 2 where print is as dark as beside it. */
export interface SealedPixels {
  readonly box: PixelBox;
  readonly kinds: Uint8Array;
}

/** A tile of the page under covering ink. */
export interface CoveringTile extends PixelBox {
  /** Whether the tiles on all its sides are covered too: a whole figure may lie there. */
  readonly inner: boolean;
}

/**
 * Where a seal's ink hides what lies under it, as tiles of the page: an opaque one, laid over print by a program, of which nothing shows between its ink. Print
 * under a stamp's ink is seen. Empty where any is.
 */
export function coveringInk({ box, kinds }: SealedPixels, dpi: number): CoveringTile[] {
  const across = box.x1 - box.x0;
  const ink = kinds.reduce((count, kind) => count + (kind === 1 ? 1 : 0), 0);
  const reach = Math.round(STROKE * dpi);
  let seen = 0;
  for (let at = 0; at < kinds.length; at++)
    if (kinds[at] === 2 && (isBetween(kinds, at, 1, reach) || isBetween(kinds, at, across, reach))) seen++;
  if (seen > SEEN * ink) return [];
  const side = Math.max(2, Math.round(TILE * dpi));
  const columns = Math.ceil(across / side);
  const counts = new Uint32Array(columns * Math.ceil((box.y1 - box.y0) / side));
  kinds.forEach((kind, at) => {
    if (kind === 1) counts[Math.floor(at / across / side) * columns + Math.floor((at % across) / side)]!++;
  });
  const isFilled = (tile: number) => counts[tile]! >= FILLED * side * side;
  const around = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => down * columns + right));
  return Array.from(counts.keys())
    .filter(isFilled)
    .map((tile) => {
      const [x0, y0] = [box.x0 + (tile % columns) * side, box.y0 + Math.floor(tile / columns) * side];
      return { x0, y0, x1: x0 + side, y1: y0 + side, inner: around.every((step) => isFilled(tile + step)) };
    });
}

/** Whether there is ink on both sides of a pixel, `step` apart, within reach. */
function isBetween(kinds: Uint8Array, at: number, step: number, reach: number): boolean {
  const isInk = (sign: number) => {
    for (let k = 1; k <= reach; k++) if (kinds[at + sign * k * step] === 1) return true;
    return false;
  };
  return isInk(1) && isInk(-1);
}
