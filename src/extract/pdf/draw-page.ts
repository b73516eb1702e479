import { createCanvas } from "@napi-rs/canvas";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import type { Bitmap } from "../tables/recognise.js";
import { type OpenDocument, openForDrawing } from "./open-document.js";

const POINTS_PER_INCH = 72;

/** Draws the pages of one PDF; the document is opened for it with the first page that is asked for. */
export class PageDrawer {
  readonly #bytes: Uint8Array;
  readonly #limits: Limits;
  #opened: Promise<OpenDocument> | undefined;

  constructor(bytes: Uint8Array, limits: Limits) {
    this.#bytes = bytes;
    this.#limits = limits;
  }

  /** The page, turned as its reader sees it. Faults: `too-large` when it has more pixels than the limit. */
  async draw(number: number, dpi: number): Promise<Bitmap> {
    this.#opened ??= openForDrawing(this.#bytes, this.#limits);
    const { document } = await this.#opened;
    return drawPage(document, number, dpi, this.#limits);
  }

  async close(): Promise<void> {
    await (await this.#opened)?.close();
  }
}

async function drawPage(document: PDFDocumentProxy, number: number, dpi: number, limits: Limits): Promise<Bitmap> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH });
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
  if (width * height > limits.pixels) {
    throw new Fault("too-large", `Page ${number} has ${width} × ${height} pixels at ${dpi} dpi; the limit (pixels) is ${limits.pixels}.`);
  }
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  // The types say DOM canvas; pdf.js itself draws on this one under Node.
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  page.cleanup();
  return { width, height, data };
}
