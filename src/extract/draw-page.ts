import sharp from "sharp";
import { LIMITS } from "../core/limits.js";
import { sniff } from "./sniff.js";

/** One page (from 1) as PNG; null where the format has no pages to show or the document has no such page. Faults: those of the reader. */
export async function drawPage(bytes: Uint8Array, page: number, dpi: number): Promise<Uint8Array | null> {
  switch ((await sniff(bytes, LIMITS)).kind) {
    case "pdf":
      return drawPdfPage(bytes, page, dpi);
    case "image":
      return drawImagePage(bytes, page);
    default:
      return null;
  }
}

async function drawPdfPage(bytes: Uint8Array, page: number, dpi: number): Promise<Uint8Array | null> {
  const [{ OpenDocument }, { PageDrawer }] = await Promise.all([
    import("./pdf/pdfium/open-document.js"),
    import("./pdf/pdfium/draw-page.js"),
  ]);
  const document = await OpenDocument.open(bytes, LIMITS);
  try {
    if (page > (await document.pageCount())) return null;
    const { data, width, height } = await new PageDrawer(document, LIMITS).draw(page, dpi);
    return await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png()
      .toBuffer();
  } finally {
    await document.close();
  }
}

async function drawImagePage(bytes: Uint8Array, page: number): Promise<Uint8Array | null> {
  const { pages = 1 } = await sharp(bytes, { limitInputPixels: LIMITS.pixels }).metadata();
  if (page > pages) return null;
  return sharp(bytes, { limitInputPixels: LIMITS.pixels, page: page - 1 })
    .png()
    .toBuffer();
}
