import type { Config } from "../core/config.js";
import type { Block, Extracted } from "../core/extracted.js";
import { Fault } from "../core/fault.js";
import { LIMITS, type Limits } from "../core/limits.js";
import type { PageRange } from "../core/page-range.js";
import { assertCharacters, assertText } from "./assert-text.js";
import { ownRecogniser } from "./ocr/own-recogniser.js";
import type { Recognise } from "./recognise.js";
import { type Sniffed, sniff } from "./sniff.js";

/** What a caller may decide about a reading. */
export interface ExtractOptions {
  readonly limits?: Limits;
  /** The reader for pages without text, by name; `recognise` wins over it. */
  readonly ocr?: Config["ocr"];
  readonly recognise?: Recognise;
  /** Processes that read side by side on this machine; recognition takes its share of the processors. */
  readonly workers?: number;
  /** Only these pages of a PDF or an image, or of the pictures that a document of another format is made of; all without it. */
  readonly pages?: PageRange;
  readonly signal?: AbortSignal;
}

/**
 * Bytes of any supported format as pages and blocks in reading order. The format is told from the bytes; only its reader is loaded.
 * Faults: all of `REMEDIES` (core/fault.ts) except `timeout`, which is the caller's to watch.
 */
export async function extract(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Extracted> {
  const limits = options.limits ?? LIMITS;
  if (bytes.byteLength > limits.bytes)
    throw new Fault("too-large", `The file has ${bytes.byteLength} bytes, more than ${limits.bytes} (limit bytes).`);
  const sniffed = await sniff(bytes, limits);
  options.signal?.throwIfAborted();
  // What a Buffer slices off it is no copy.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const extracted = await read(plain, sniffed, limits, options);
  if (!saysSomething(extracted)) throw noText(extracted);
  assertBounded(extracted, limits);
  return { ...extracted, mediaType: sniffed.mediaType };
}

async function read(bytes: Uint8Array, { kind }: Sniffed, limits: Limits, options: ExtractOptions): Promise<Extracted> {
  switch (kind) {
    case "pdf":
      return (await import("./pdf/read-pdf.js")).readPdf(bytes, { limits, recognise: recogniserOf(options), pages: options.pages });
    case "docx":
      return (await import("./docx/read-scanned-docx.js")).readScannedDocx(bytes, limits, recogniserOf(options), options.pages);
    case "doc":
      return (await import("./doc/read-doc.js")).readDoc(bytes, limits);
    case "word-xml":
      return (await import("./docx/read-docx.js")).readWordXml(bytes, limits);
    case "rtf":
      return (await import("./rtf/read-rtf.js")).readRtf(bytes, limits);
    case "sheet":
      return (await import("./xlsx/read-scanned-xlsx.js")).readScannedXlsx(bytes, {
        limits,
        recognise: recogniserOf(options),
        pages: options.pages,
      });
    case "ofd":
      return (await import("./ofd/read-scanned-ofd.js")).readScannedOfd(bytes, {
        limits,
        recognise: recogniserOf(options),
        pages: options.pages,
      });
    case "html":
      return (await import("./html/read-scanned-html.js")).readScannedHtml(bytes, {
        limits,
        recognise: recogniserOf(options),
        pages: options.pages,
      });
    case "mhtml":
      return (await import("./html/read-mhtml.js")).readMhtml(bytes, {
        limits,
        recognise: recogniserOf(options),
        pages: options.pages,
      });
    case "markdown":
      return (await import("./text/read-text.js")).readMarkdown(bytes, limits);
    case "text":
      return (await import("./text/read-text.js")).readText(bytes, limits);
    case "image":
      return (await import("./image/read-image.js")).readImage(bytes, { limits, recognise: recogniserOf(options), pages: options.pages });
    default:
      throw new Fault("unsupported-type", `No reader for ${kind}.`);
  }
}

function saysSomething({ blocks }: Extracted): boolean {
  return blocks.some((block) =>
    block.type === "paragraph" ? block.text !== "" : block.cells.some((cell) => cell.text !== "" || cell.nested?.length),
  );
}

function noText({ pages, warnings }: Extracted): Fault {
  const remedy = pages.length > 0 ? undefined : "See what the program that made the file shows of it, and save it anew with its text.";
  const because = warnings[0]?.message;
  const told =
    because === undefined ? "Nothing readable stands in the file." : (`Nothing readable stands in the file. ${because}` as const);
  return new Fault("no-text", told, { remedy });
}

/** Whatever its format. Faults: `too-large`. */
function assertBounded({ blocks }: Extracted, limits: Limits): void {
  let characters = 0;
  const count = (block: Block): void => {
    for (const { text } of block.type === "table" ? block.cells : [block]) {
      assertText(text, limits);
      characters += text.length;
    }
    if (block.type === "table") for (const { nested = [] } of block.cells) nested.forEach(count);
  };
  blocks.forEach(count);
  assertCharacters(characters, limits);
}

function recogniserOf({ recognise, ocr, workers }: ExtractOptions): Recognise | undefined {
  return recognise ?? (ocr === undefined ? undefined : ownRecogniser(ocr, workers));
}
