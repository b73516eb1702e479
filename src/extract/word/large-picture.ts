/** A quarter of an A4 page, square points. */
const QUARTER = (595 * 842) / 4;
export const TWIPS_PER_POINT = 20;

/** Whether a picture of this width and height, points, may be a scanned page or table: stamps and emblems are smaller. */
export function isLargePicture(width: number, height: number): boolean {
  return width * height >= QUARTER;
}
