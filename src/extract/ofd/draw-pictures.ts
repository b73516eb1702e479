import sharp from "sharp";
import type { Limits } from "../../core/limits.js";
import { openPage } from "../image/open-image.js";
import type { Bitmap } from "../recognise.js";
import type { PlacedPage } from "../tables/placed.js";
import type { OfdPicture } from "./place-pages.js";

/** A page as white paper with its pictures on it, each where it stands. Faults: those of its pictures, and `too-large`. */
export async function drawPictures(
  { width, height }: Pick<PlacedPage, "width" | "height">,
  pictures: readonly OfdPicture[],
  dpi: number,
  limits: Limits,
): Promise<Bitmap> {
  const scale = dpi / 72;
  const paper = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const sheet = { raw: { ...paper, channels: 4 as const }, limitInputPixels: limits.pixels };
  let drawnSoFar = await sharp({ create: { ...paper, channels: 4, background: "white" }, limitInputPixels: limits.pixels })
    .raw()
    .toBuffer();
  for (const { box, open } of pictures) {
    const bytes = open();
    const [left, top] = [Math.round(box[0] * scale), Math.round(box[1] * scale)];
    const [right, bottom] = [Math.round(box[2] * scale), Math.round(box[3] * scale)];
    if (!bytes || right <= 0 || bottom <= 0 || left >= paper.width || top >= paper.height || right <= left || bottom <= top) continue;
    const image = await openPage(bytes, 0, limits);
    const drawn = await image.draw(((right - left) / image.width) * 72);
    const cut = {
      left: Math.max(0, -left),
      top: Math.max(0, -top),
      width: Math.min(drawn.width, paper.width - left) - Math.max(0, -left),
      height: Math.min(drawn.height, paper.height - top) - Math.max(0, -top),
    };
    const raw = { width: drawn.width, height: drawn.height, channels: 4 as const };
    const input = await sharp(Buffer.from(drawn.data), { raw }).extract(cut).raw().toBuffer();
    const layer = { input, raw: { width: cut.width, height: cut.height, channels: 4 as const } };
    // One picture after the other: a page may be made of hundreds, each as large as itself.
    drawnSoFar = await sharp(drawnSoFar, sheet)
      .composite([{ ...layer, left: Math.max(0, left), top: Math.max(0, top) }])
      .raw({ depth: "uchar" })
      .toBuffer();
  }
  return { ...paper, data: drawnSoFar };
}
