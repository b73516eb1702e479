import sharp from "sharp";
import { Fault } from "../core/fault.js";
import { LIMITS } from "../core/limits.js";
import type { Bitmap } from "./recognise.js";
import { sniff } from "./sniff.js";

/**
 * One page (from 1) as PNG, that of an OFD as SVG (its fonts are those of who looks at it), turned by `rotation` degrees clockwise in all (a record's
 * `source.pages` tells how a page was read), else as it is shown; null where the format has no pages to show or the document has no such page. Faults:
 * those of the reader.
 */
export async function drawPage(bytes: Uint8Array, page: number, dpi: number, rotation?: number): Promise<Uint8Array | null> {
  switch ((await sniff(bytes, LIMITS)).kind) {
    case "pdf":
      return drawPdfPage(bytes, page, dpi, rotation);
    case "image":
      return drawImagePage(bytes, page, dpi, rotation);
    case "ofd":
      return drawOfdPage(bytes, page, dpi, rotation);
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

async function drawOfdPage(bytes: Uint8Array, number: number, dpi: number, rotation = 0): Promise<Uint8Array | null> {
  const [{ inkPage }, { drawPictures }, { pageSvg }] = await Promise.all([
    import("./ofd/place-pages.js"),
    import("./ofd/draw-pictures.js"),
    import("./ofd/page-svg.js"),
  ]);
  const page = await inkPage(bytes, number, LIMITS);
  if (page === undefined) return null;
  // A picture that cannot be decoded takes nothing but the pictures.
  const drawn = page.images.length > 0 ? await drawPictures(page, page.images, dpi, LIMITS).catch(noneIfBroken) : undefined;
  const pictures = drawn && (await asPng(drawn));
  return new TextEncoder().encode(pageSvg(page, { rotation, dpi, pictures }));
}

function noneIfBroken(error: unknown): undefined {
  if (!(error instanceof Fault)) throw error;
}

/** Turned by `rotation` degrees clockwise. */
async function asPng({ data, width, height }: Bitmap, rotation = 0): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .rotate(rotation)
    .removeAlpha()
    .png()
    .toBuffer();
}
