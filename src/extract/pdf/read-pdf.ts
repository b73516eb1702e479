import type { Extracted, PageInfo } from "../../core/extracted.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import type { Warning } from "../../core/record.js";
import { layOut } from "../tables/lay-out.js";
import type { PlacedPage } from "../tables/placed.js";
import type { Recognise } from "../tables/recognise.js";
import { openDocument } from "./open-document.js";
import { placePages } from "./place-pages.js";

export interface PdfOptions {
  readonly limits?: Limits;
  /** Reads the pages whose own text cannot be used. Without it they are left out, with a warning. */
  readonly recognise?: Recognise;
}

/** Reads a PDF. Faults: `encrypted`, `corrupt`, `too-large`. A document without any text is no fault here: its pages say `none`. */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Extracted> {
  const limits = options.limits ?? LIMITS;
  const { document, close } = await openDocument(bytes, limits);
  try {
    const pages: PlacedPage[] = [];
    const warnings: Warning[] = [];
    for await (const read of placePages(document)) {
      if ("failed" in read) warnings.push({ code: "page-unreadable", message: read.error.message, page: read.failed });
      else pages.push(read.page);
    }
    return {
      mediaType: "application/pdf",
      pages: pages.map(infoOf),
      blocks: layOut(pages),
      flow: "flowed",
      warnings,
    };
  } finally {
    await close();
  }
}

function infoOf({ number, width, height, rotation, textLayer }: PlacedPage): PageInfo {
  return { number, width, height, rotation, textLayer };
}
