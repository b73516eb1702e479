import type { Extracted } from "../../core/extracted.js";
import { type PictureOptions, withPictures } from "../image/with-pictures.js";
import { readHtml } from "./read-html.js";

/**
 * Reads a page of HTML; where it is hardly more than pictures that stand in the file itself (`data:` addresses), these are recognised. Pictures elsewhere
 * are never fetched. Faults as `readHtml`.
 */
export async function readScannedHtml(bytes: Uint8Array, options: PictureOptions): Promise<Extracted> {
  return withPictures(readHtml(bytes, options.limits), options);
}
