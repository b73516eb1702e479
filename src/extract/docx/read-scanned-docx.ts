import type { Extracted } from "../../core/extracted.js";
import type { Limits } from "../../core/limits.js";
import type { PageRange } from "../../core/page-range.js";
import { withPictures } from "../image/with-pictures.js";
import type { Recognise } from "../recognise.js";
import { readDocxWithPictures } from "./read-docx.js";

/**
 * Reads a Word document; where it is hardly more than large pictures (scans put into Word), these are its pages and are recognised. Of such pages, only
 * those in `range` are recognised. Faults as `readDocx`.
 */
export async function readScannedDocx(
  bytes: Uint8Array,
  limits: Limits,
  recognise: Recognise | undefined,
  range?: PageRange,
): Promise<Extracted> {
  const { extracted, pictures } = await readDocxWithPictures(bytes, limits);
  return withPictures(extracted, pictures, { limits, recognise, pages: range });
}
