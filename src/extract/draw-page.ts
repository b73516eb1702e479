import sharp from "sharp";
import { LIMITS } from "../core/limits.js";
import type { Bitmap } from "./recognise.js";
import { sniff } from "./sniff.js";

/**
 * One page (from 1) as PNG, turned by `rotation` degrees clockwise in all (a record's `source.pages` tells how a page was read), else as it is
 * shown; null where the format has no pages to show or the document has no such page. Faults: those of the reader.
 */
export async function drawPage(bytes: Uint8Array, page: number, dpi: number, rotation?: number): Promise<Uint8Array | null> {
  switch ((await sniff(bytes, LIMITS)).kind) {
    case "pdf":
      return drawPdfPage(bytes, page, dpi, rotation);
    case "image":
      return drawImagePage(bytes, page, dpi, rotation);
    default:
      return null;
  }
}

async function drawPdfPage(bytes: Uint8Array, page: number, dpi: number, rotation: number | undefined): Promise<Uint8Array | null> {
  const [{ OpenDocument }, { PageDrawer }] = await Promise.all([
    import("./pdf/pdfium/open-document.js"),
    import("./pdf/pdfium/draw-page.js"),
  ]);
  const document = await OpenDocument.open(bytes, LIMITS);
  try {
    if (page > (await document.pageCount())) return null;
    const drawer = new PageDrawer(document, LIMITS);
    const turn = rotation === undefined ? 0 : (rotation - (await drawer.rotation(page)) + 360) % 360;
    return await asPng(await drawer.draw(page, dpi, turn));
  } finally {
    await document.close();
  }
}

async function drawImagePage(bytes: Uint8Array, page: number, dpi: number, rotation = 0): Promise<Uint8Array | null> {
  const { openPage, pageCount } = await import("./image/open-image.js");
  if (page > (await pageCount(bytes, LIMITS))) return null;
  return asPng(await (await openPage(bytes, page - 1, LIMITS)).draw(dpi), rotation);
}

/** Turned by `rotation` degrees clockwise. */
async function asPng({ data, width, height }: Bitmap, rotation = 0): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .rotate(rotation)
    .removeAlpha()
    .png()
    .toBuffer();
}
