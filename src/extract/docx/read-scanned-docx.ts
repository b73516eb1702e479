import type { Extracted } from "../../core/extracted.js";
import type { Limits } from "../../core/limits.js";
import type { PageRange } from "../../core/page-range.js";
import { withPictures } from "../image/with-pictures.js";
import type { Recognise } from "../recognise.js";
import { readDocx } from "./read-docx.js";

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
  return withPictures(await readDocx(bytes, limits), { limits, recognise, pages: range });
}
