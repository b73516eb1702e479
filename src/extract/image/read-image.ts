import type { Extracted } from "../../core/extracted.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import type { PageRange } from "../../core/page-range.js";
import type { Warning } from "../../core/record.js";
import type { Recognise } from "../recognise.js";
import { layOut } from "../tables/lay-out.js";
import type { PlacedPage } from "../tables/placed.js";
import { openPage, pageCount } from "./open-image.js";

export interface ImageOptions {
  readonly limits?: Limits;
  /** Without it nothing can be read of an image: its pages come empty, with a warning. */
  readonly recognise?: Recognise;
  readonly pages?: PageRange;
}

/** Reads an image file whose pages are scans: PNG, JPEG, TIFF (each of its images a page), BMP, GIF, WebP. Faults: `corrupt`, `too-large`, `unsupported-type`. */
export async function readImage(bytes: Uint8Array, { limits = LIMITS, recognise, pages: range }: ImageOptions = {}): Promise<Extracted> {
  const pages: PlacedPage[] = [];
  const warnings: Warning[] = [];
  const count = await pageCount(bytes, limits);
  for (let number = range?.from ?? 1; number <= Math.min(range?.to ?? count, count); number++) {
    try {
      const { width, height, draw } = await openPage(bytes, number - 1, limits);
      const image = { number, width, height, rotation: 0 as const, render: draw };
      if (recognise) pages.push(await recognise(image));
      else {
        pages.push({ number, width, height, rotation: 0, textLayer: "none", words: [], rulings: [] });
        warnings.push({
          code: "page-unreadable",
          message: `Page ${number} was not recognised: recognition is switched off.`,
          page: number,
        });
      }
    } catch (error) {
      // A broken page of several does not lose the others.
      if (count === 1) throw error;
      warnings.push({ code: "page-unreadable", message: `Page ${number}: ${(error as Error).message}`, page: number });
    }
  }
  return {
    mediaType: "image/*",
    pages: pages.map(({ number, width, height, rotation, textLayer }) => ({ number, width, height, rotation, textLayer })),
    blocks: layOut(pages),
    flow: "flowed",
    warnings,
  };
}
