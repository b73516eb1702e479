import type { ByteView } from "../byte-view.js";

/** A quarter of an A4 page in square twips: a picture this big may be a scanned page or table. */
const LARGE = (595 * 842 * 400) / 4;
const PER_MILLE = 1000;

/** Whether the picture at a place of the data stream ([MS-DOC] 2.9.192, PICF) is so large that it may hold text. */
export function isLargePicture(data: ByteView, location: number): boolean {
  if (location + 36 > data.length) return false;
  const scaled = (length: number, scale: number) => data.u16(location + length) * (data.u16(location + scale) / PER_MILLE || 1);
  return scaled(28, 32) * scaled(30, 34) >= LARGE;
}
