import type { Extracted } from "../../core/extracted.js";
import { type PictureOptions, withPictures } from "../image/with-pictures.js";
import { readXlsx } from "./read-xlsx.js";
import { sheetPictures } from "./sheet-pictures.js";

/** Reads a workbook; where its sheets are hardly more than pictures (scans put on a sheet), these are recognised. Faults as `readXlsx`. */
export async function readScannedXlsx(bytes: Uint8Array, options: PictureOptions): Promise<Extracted> {
  const extracted = await readXlsx(bytes, options.limits);
  const pictures = await sheetPictures(bytes, options.limits);
  if (pictures.length === 0) return extracted;
  const unread = { code: "picture-unread", message: `${pictures.length} pictures in the workbook are not read.` } as const;
  return withPictures({ extracted: { ...extracted, warnings: [...extracted.warnings, unread] }, pictures }, options);
}
