import type { Extracted, PageInfo } from "../../core/extracted.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import type { Warning } from "../../core/record.js";
import { layOut } from "../tables/lay-out.js";
import type { PlacedPage } from "../tables/placed.js";
import type { Recognise } from "../tables/recognise.js";
import { PageDrawer } from "./draw-page.js";
import { openDocument } from "./open-document.js";
import { placePages, type ReadPage } from "./place-pages.js";

export interface PdfOptions {
  readonly limits?: Limits;
  /** Reads the pages whose own text cannot be used. Without it they are left as they are, with a warning. */
  readonly recognise?: Recognise;
}

/** Reads a PDF. Faults: `encrypted`, `corrupt`, `too-large`. A document without any text is no fault here: its pages say `none`. */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Extracted> {
  const limits = options.limits ?? LIMITS;
  const { document, close } = await openDocument(bytes, limits);
  const drawer = new PageDrawer(bytes, limits);
  try {
    const pages: PlacedPage[] = [];
    const warnings: Warning[] = [];
    for await (const read of placePages(document)) {
      if ("failed" in read) warnings.push({ code: "page-unreadable", message: read.error.message, page: read.failed });
      else pages.push(read.text.trusted ? read.page : await secondReading(read, drawer, options.recognise, warnings));
    }
    return {
      mediaType: "application/pdf",
      pages: pages.map(infoOf),
      blocks: layOut(pages),
      flow: "flowed",
      warnings,
    };
  } finally {
    await drawer.close();
    await close();
  }
}

const BECAUSE = {
  "no-text": "the page has no text layer",
  "invisible-text": "its text layer is a recogniser's, of unknown quality",
  "unmapped-characters": "its fonts do not say which characters they show",
  "foreign-characters": "its fonts name other characters than they show",
  "improbable-characters": "its text is no Chinese that anyone writes",
} as const;

/** The page as the recogniser reads it from its image; the page's own text where that gives more, or where there is no recogniser. */
async function secondReading(
  { page, text }: ReadPage,
  drawer: PageDrawer,
  recognise: Recognise | undefined,
  warnings: Warning[],
): Promise<PlacedPage> {
  const because = BECAUSE[text.because ?? "no-text"];
  if (recognise) {
    try {
      const { number, width, height, rotation } = page;
      const read = await recognise({ number, width, height, rotation, render: (dpi) => drawer.draw(number, dpi) });
      if (read.words.length > 0 || page.words.length === 0) return read;
    } catch (error) {
      warnings.push({ code: "page-unreadable", message: `Page ${page.number}: ${(error as Error).message}`, page: page.number });
      return page;
    }
  }
  warnings.push({ code: "page-unreadable", message: `Page ${page.number} was not recognised: ${because}.`, page: page.number });
  return page;
}

function infoOf({ number, width, height, rotation, textLayer }: PlacedPage): PageInfo {
  return { number, width, height, rotation, textLayer };
}
