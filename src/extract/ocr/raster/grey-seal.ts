import type { PixelBox, Raster } from "./raster.js";
import { turn, turnedBox } from "./turn.js";

/** A seal on a page without colour, and the print that it ties together. */
export interface GreySeal {
  readonly patch: PixelBox;
  /** 1 where the page has the patch's ink. Rows of the patch's width. */
  readonly mask: Uint8Array;
}

/** Where a seal lies once its page is turned clockwise. */
export function turnedSeal({ patch, mask }: GreySeal, page: Raster, degrees: 90 | 180): GreySeal {
  const own = { width: patch.x1 - patch.x0, height: patch.y1 - patch.y0, data: mask };
  return { patch: turnedBox(patch, page, degrees), mask: turn(own, degrees).data };
}
