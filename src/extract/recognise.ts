import type { PageInfo } from "../core/extracted.js";
import type { PlacedPage } from "./tables/placed.js";

/** A page as pixels: RGBA, rows from the top, four bytes a pixel. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A page whose text must be read from its image. Width and height in points, after the page's own rotation. */
export interface PageImage extends Omit<PageInfo, "textLayer"> {
  /** The upright page as pixels. The recogniser may ask more than once, at different resolutions. */
  render(dpi: number): Promise<Bitmap>;
}

/** Reads the words and rulings of a page image; `rotation`, `width` and `height` of the answer are those of the text, which may lie on its side in the page. */
export type Recognise = (page: PageImage) => Promise<PlacedPage>;
