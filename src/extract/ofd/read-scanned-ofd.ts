import type { Extracted } from "../../core/extracted.js";
import type { PictureOptions } from "../image/with-pictures.js";
import { type OfdPage, placePages } from "./place-pages.js";
import { extractedOf } from "./read-ofd.js";

/** Reads an OFD; pages that are pictures, or whose text is not to be believed, are recognised from their pictures. Faults as `readOfd`. */
export async function readScannedOfd(bytes: Uint8Array, { limits, recognise, pages: range }: PictureOptions): Promise<Extracted> {
  const read: Omit<OfdPage, "images">[] = [];
  for (const placed of await placePages(bytes, limits)) {
    const { page, warning, images } = placed;
    if (range && (page.number < range.from || page.number > range.to)) continue;
    if (warning === undefined || images.length === 0 || !recognise) {
      read.push(placed);
      continue;
    }
    try {
      // Loaded for pages that are pictures alone: decoders take as long as a short document to read.
      const { drawPictures } = await import("./draw-pictures.js");
      const recognised = await recognise({ ...page, render: (dpi) => drawPictures(page, images, dpi, limits) });
      read.push(recognised.words.length > 0 ? { page: recognised } : placed);
    } catch (error) {
      read.push({ page, warning: `its picture cannot be read: ${(error as Error).message.replace(/\.$/u, "")}` });
    }
  }
  return extractedOf(read);
}
