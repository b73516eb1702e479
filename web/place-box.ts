import type { Box } from "../src/core/evidence.js";

/** Where a box lies on a picture of its page, in percent of the picture's width and height. */
export interface PlacedBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Points that are left free around what a box marks. */
const MARGIN = 2;

/** Places a box of evidence; sizes in points. It never leaves the page. */
export function placeBox([x0, y0, x1, y1]: Box, page: { readonly width: number; readonly height: number }): PlacedBox {
  const [left, right] = [Math.max(0, x0 - MARGIN), Math.min(page.width, x1 + MARGIN)];
  const [top, bottom] = [Math.max(0, y0 - MARGIN), Math.min(page.height, y1 + MARGIN)];
  const percent = (part: number, whole: number) => (100 * part) / whole;
  return {
    left: percent(left, page.width),
    top: percent(top, page.height),
    width: percent(Math.max(0, right - left), page.width),
    height: percent(Math.max(0, bottom - top), page.height),
  };
}
