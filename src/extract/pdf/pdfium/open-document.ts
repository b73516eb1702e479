import { Fault } from "../../../core/fault.js";
import type { Limits } from "../../../core/limits.js";
import { pageTooLarge } from "../page-too-large.js";
import { discardPdfium, loadPdfium, type Pdfium } from "./pdfium.js";

/** PDFium's numbers for why a document cannot be opened. */
const PASSWORD = 4;
const SECURITY = 5;
/** Pages on which PDFium may break before the document is given up: each time it is loaded anew. */
const MOST_BREAKS = 3;
/** Memory above which PDFium is not kept for the next document, bytes. */
const MUCH_MEMORY = 256 * 2 ** 20;

/** Memory that PDFium may take beside the file, bytes: to read a page, and to draw the largest one and a picture as large. */
const READING_MEMORY = 384 * 2 ** 20;
const DRAWING_MEMORY = 2 ** 30;

/** What may stand after `/OC` where that is a key, not the beginning of one. */
const AFTER_KEY = new Set(Buffer.from(" \r\n\t\f\0/<0123456789", "latin1"));

interface Opened {
  readonly pdfium: Pdfium;
  readonly document: number;
  /** PDFium reads the file from here as long as it is open. */
  readonly memory: number;
}

/** One PDF, for reading and for drawing. */
export class OpenDocument {
  /** Whether any form or picture belongs to an optional layer as a whole. These are streams, whose dictionaries always stand in plain. */
  readonly mayHideForms: boolean;
  readonly #bytes: Uint8Array;
  #opened: Opened | undefined;
  /** The page that was asked for last stays open until the next one is, so that fonts of both need not be read anew. */
  #page: { readonly number: number; readonly handle: number } | undefined;
  #breaks = 0;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.mayHideForms = hasLayerKey(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  /** Faults: `encrypted` when a user's password is needed, `corrupt`, `too-large` by the number of pages. */
  static async open(bytes: Uint8Array, limits: Limits): Promise<OpenDocument> {
    const document = new OpenDocument(bytes);
    const pages = await document.pageCount();
    if (pages <= limits.pages) return document;
    await document.close();
    throw new Fault("too-large", `The PDF has ${pages} pages; the limit (pages) is ${limits.pages}.`);
  }

  async pageCount(): Promise<number> {
    const { pdfium, document } = await this.#open();
    return pdfium.FPDF_GetPageCount(document);
  }

  /**
   * What `use` makes of a page (from 1). It may put another handle in the page's place, where it had to load it again. What PDFium does not
   * survive costs the page: the rest of the document is read by a new one. `draws`: with the memory that drawing takes. Faults: `corrupt`, `too-large`.
   */
  async withPage<T>(number: number, use: (pdfium: Pdfium, page: PageHandle) => T, draws = false): Promise<T> {
    const opened = await this.#open();
    const { pdfium, document } = opened;
    limitGrowth(pdfium, this.#bytes, draws ? DRAWING_MEMORY : READING_MEMORY);
    try {
      if (this.#page?.number !== number) this.#turnTo(opened, number, pdfium.FPDF_LoadPage(document, number - 1));
      const reload = (): number => {
        pdfium.FPDF_ClosePage(this.#page!.handle);
        this.#page = undefined;
        return this.#turnTo(opened, number, pdfium.FPDF_LoadPage(document, number - 1));
      };
      return use(pdfium, { document, page: this.#page!.handle, reload });
    } catch (error) {
      if (!isBreak(error)) throw error;
      discardPdfium(pdfium);
      this.#opened = undefined;
      this.#page = undefined;
      this.#breaks++;
      throw breakOf(pdfium, error, "it");
    }
  }

  #turnTo({ pdfium }: Opened, number: number, handle: number): number {
    if (!handle) throw new Fault("corrupt", "it cannot be opened.");
    if (this.#page) pdfium.FPDF_ClosePage(this.#page.handle);
    this.#page = { number, handle };
    return handle;
  }

  async #open(): Promise<Opened> {
    if (this.#breaks >= MOST_BREAKS) throw new Fault("corrupt", `${MOST_BREAKS} other pages broke the reader of the PDF.`);
    this.#opened ??= openIn(await loadPdfium(), this.#bytes);
    return this.#opened;
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    this.#breaks = MOST_BREAKS;
    if (!opened) return;
    const { pdfium, document, memory } = opened;
    try {
      if (this.#page) pdfium.FPDF_ClosePage(this.#page.handle);
      pdfium.FPDF_CloseDocument(document);
      pdfium.pdfium.wasmExports.free(memory);
    } catch {
      discardPdfium(pdfium);
    }
    if (pdfium.pdfium.HEAPU8.length > MUCH_MEMORY) discardPdfium(pdfium);
  }
}

/** A page while it is open. */
export interface PageHandle {
  readonly document: number;
  readonly page: number;
  /** Loads the page again after it was changed; answers with its new handle. */
  readonly reload: () => number;
}

function hasLayerKey(file: Buffer): boolean {
  for (let at = file.indexOf("/OC"); at >= 0; at = file.indexOf("/OC", at + 3)) if (AFTER_KEY.has(file[at + 3] ?? 0)) return true;
  return false;
}

function openIn(pdfium: Pdfium, bytes: Uint8Array): Opened {
  limitGrowth(pdfium, bytes, READING_MEMORY);
  try {
    return load(pdfium, bytes);
  } catch (error) {
    if (!isBreak(error)) throw error;
    discardPdfium(pdfium);
    throw breakOf(pdfium, error, "The PDF");
  }
}

/** PDFium may take the room of the file and `beside` bytes. */
function limitGrowth({ growth }: Pdfium, file: Uint8Array, beside: number): void {
  growth.most = file.length + beside;
  growth.exceeded = false;
}

/** What PDFium broke on, as a fault. Without its error, whose trace would hold PDFium and its memory. */
function breakOf({ growth }: Pdfium, error: Error, what: string): Fault {
  if (!growth.exceeded) return new Fault("corrupt", `${what} breaks PDFium: ${error.message}.`);
  return pageTooLarge(`${what} would take more than ${Math.floor(growth.most / 2 ** 20)} MiB of memory.`);
}

function load(pdfium: Pdfium, bytes: Uint8Array): Opened {
  const memory = pdfium.pdfium.wasmExports.malloc(bytes.length);
  if (!memory) throw new Fault("too-large", "No memory to open the PDF.");
  pdfium.pdfium.HEAPU8.set(bytes, memory);
  const document = pdfium.FPDF_LoadMemDocument(memory, bytes.length, 0);
  if (document) return { pdfium, document, memory };
  const because = pdfium.FPDF_GetLastError();
  pdfium.pdfium.wasmExports.free(memory);
  if (because === PASSWORD || because === SECURITY) throw new Fault("encrypted", "The PDF needs a password to be opened.");
  throw new Fault("corrupt", "The PDF cannot be read.");
}

/** Whether PDFium itself gave up: its state is then unknown. */
function isBreak(error: unknown): error is Error {
  return error instanceof RangeError || (error instanceof Error && error.name === "RuntimeError");
}
