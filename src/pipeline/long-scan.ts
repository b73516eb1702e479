import type { Extracted } from "../core/extracted.js";
import { Fault } from "../core/fault.js";
import type { PageRange } from "../core/page-range.js";
import { type ExtractOptions, extract } from "../extract/extract.js";
import { ownRecogniser } from "../extract/ocr/own-recogniser.js";
import type { PageImage } from "../extract/recognise.js";
import type { PlacedPage } from "../extract/tables/placed.js";
import type { ReadOptions } from "./read-document.js";

/** What recognition made of one page of a scan: its words and rulings, or why there are none. */
export type RecognisedPage = PlacedPage | { readonly number: number; readonly error: string };

/** The document has more pages to be recognised than one process should read. Not an error of the document: its pages are to be read first, in parts. */
export class LongScan extends Error {
  override readonly name = "LongScan";

  constructor(readonly pages: readonly number[]) {
    super(`${pages.length} pages must be recognised first.`);
  }
}

/**
 * Extracts, unless recognition would take too long: then it throws a {@link LongScan} that names the pages. Which pages need recognition is
 * seen in a first pass that recognises none; a document without such pages is read once.
 */
export async function extractInParts(bytes: Uint8Array, options: ReadOptions): Promise<Extracted> {
  const { recogniseAtMost, recognised } = options;
  if ((recogniseAtMost === undefined && recognised === undefined) || options.ocr === undefined || options.ocr === "off")
    return extract(bytes, options);
  const unread: number[] = [];
  const recognise = async (page: PageImage) => {
    const known = recognised?.get(page.number);
    if (known === undefined) unread.push(page.number);
    else if ("error" in known) throw new Error(known.error);
    return known ?? emptyPage(page);
  };
  const extracted = await extract(bytes, { ...options, recognise }).catch((fault: unknown) => {
    if (unread.length === 0 || !isNoText(fault)) throw fault;
  });
  if (extracted && unread.length === 0) return extracted;
  if (recognised === undefined && unread.length <= recogniseAtMost!) return extract(bytes, options);
  throw new LongScan(unread);
}

/** Recognises the pages of a part that need it: what a {@link LongScan} asks for. Faults: those of the extractor, except `no-text`. */
export async function recognisePages(bytes: Uint8Array, options: ReadOptions, pages: PageRange): Promise<RecognisedPage[]> {
  const own = ownRecogniser(options.ocr ?? "off", options.workers);
  const read: RecognisedPage[] = [];
  const recognise: ExtractOptions["recognise"] = async (page) => {
    try {
      const recognised = await own!(page);
      read.push(recognised);
      return recognised;
    } catch (error) {
      read.push({ number: page.number, error: (error as Error).message });
      throw error;
    }
  };
  await extract(bytes, { ...options, pages, recognise: own && recognise }).catch((fault: unknown) => {
    // A lone page of an image that cannot be recognised ends the reading; what is known of it is in the answer.
    if (read.length === 0 && !isNoText(fault)) throw fault;
  });
  return read;
}

function emptyPage({ number, width, height, rotation }: PageImage): PlacedPage {
  return { number, width, height, rotation, textLayer: "none", words: [], rulings: [] };
}

function isNoText(error: unknown): boolean {
  return error instanceof Fault && error.code === "no-text";
}
