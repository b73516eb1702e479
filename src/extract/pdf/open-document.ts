import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { InProcessPort } from "./in-process-port.js";
import { loadPdfjs } from "./load-pdfjs.js";

export interface OpenDocument {
  readonly document: PDFDocumentProxy;
  /** How many fonts and pictures were handed from page to page so far. */
  kept(): number;
  close(): Promise<void>;
}

/** Pixels up to which an image is decoded while only text and lines are wanted: tiny ones are drawn out to rulings by some programs. */
const LINE_IMAGE_PIXELS = 4096;

/**
 * Opens a PDF for reading its text and lines; pictures are left undecoded. Faults: `encrypted` when a user's password is needed,
 * `corrupt`, `too-large` by the number of pages.
 */
export async function openDocument(bytes: Uint8Array, limits: Limits): Promise<OpenDocument> {
  const { getDocument, PDFWorker, WorkerMessageHandler } = await loadPdfjs();
  const port = new InProcessPort();
  // The types say Worker; any port that posts and listens will do.
  const worker = PDFWorker.create({ port: port as never, verbosity: 0 });
  WorkerMessageHandler.initializeFromPort(port);
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: 0,
    cMapUrl: assets("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: assets("standard_fonts"),
    wasmUrl: assets("wasm"),
    iccUrl: assets("iccs"),
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    stopAtErrors: false,
    maxImageSize: LINE_IMAGE_PIXELS,
    // Else the outlines of every glyph are worked out.
    disableFontFace: false,
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
  };
  try {
    const document = await task.promise;
    if (document.numPages > limits.pages)
      throw new Fault("too-large", `The PDF has ${document.numPages} pages; the limit (pages) is ${limits.pages}.`);
    return { document, kept: () => port.kept, close };
  } catch (error) {
    await close();
    throw faultOf(error);
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const { name, message } = error as Error;
  if (name === "PasswordException") return new Fault("encrypted", "The PDF needs a password to be opened.", { cause: error });
  return new Fault("corrupt", `The PDF cannot be read: ${message}`, { cause: error });
}

const packageRoot = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
/** A plain path: pdf.js reads these from the disk, and wants the slash at the end. */
function assets(folder: string): string {
  return `${join(packageRoot, folder)}/`;
}
