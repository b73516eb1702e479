import type { ByteView } from "../byte-view.js";
import { isLargePicture, TWIPS_PER_POINT } from "../word/large-picture.js";

const PER_MILLE = 1000;

/** Whether the picture at a place of the data stream ([MS-DOC] 2.9.192, PICF) is so large that it may hold text. */
export function holdsLargePicture(data: ByteView, location: number): boolean {
  if (location + 36 > data.length) return false;
  const points = (length: number, scale: number) =>
    (data.u16(location + length) * (data.u16(location + scale) / PER_MILLE || 1)) / TWIPS_PER_POINT;
  return isLargePicture(points(28, 32), points(30, 34));
}
