import type { Extracted, PageInfo } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import type { PageRange } from "../../core/page-range.js";
import type { Warning } from "../../core/record.js";
import type { Recognise } from "../recognise.js";
import { PageLayout } from "../tables/lay-out.js";
import type { PlacedPage } from "../tables/placed.js";
import { struckWarning } from "../tables/struck-warning.js";
import { PageDrawer } from "./pdfium/draw-page.js";
import { OpenDocument } from "./pdfium/open-document.js";
import { placePages } from "./place-pages.js";
import { SecondReading } from "./second-reading.js";

export interface PdfOptions {
  readonly limits?: Limits;
  /** Reads the pages, and the pictures in pages, whose text the file does not give. Without it they are left as they are, with a warning. */
  readonly recognise?: Recognise;
  readonly pages?: PageRange;
}

/** Reads a PDF. Faults: `encrypted`, `corrupt`, `too-large`. A document without any text is no fault here: its pages say `none`. */
export async function readPdf(bytes: Uint8Array, { limits = LIMITS, recognise, pages: range }: PdfOptions = {}): Promise<Extracted> {
  const document = await OpenDocument.open(bytes, limits);
  try {
    const drawer = new PageDrawer(document, limits);
    const second = new SecondReading(bytes, drawer, recognise);
    const pages: PageInfo[] = [];
    const layout = new PageLayout();
    const warnings: Warning[] = [];
    let fault: Fault | undefined;
    for await (const read of placePages(document, range)) {
      if ("failed" in read) {
        fault ??= read.fault;
        warnings.push({ code: "page-unreadable", message: `Page ${read.failed} cannot be read: ${read.fault.message}`, page: read.failed });
      } else {
        const page = await second.read(read);
        pages.push(infoOf(page));
        layout.add(page);
        warnings.push(...struckWarning(page));
      }
    }
    if (pages.length === 0) throw fault ? noPage(fault) : new Fault("corrupt", "The PDF has no page.");
    return {
      mediaType: "application/pdf",
      pages,
      blocks: layout.blocks(),
      flow: "flowed",
      warnings: [...warnings, ...second.warnings],
    };
  } finally {
    await document.close();
  }
}

/** Of a PDF none of whose pages can be read, the first for this reason. */
function noPage({ code, message, remedy, cause }: Fault): Fault {
  return new Fault(code, `No page of the PDF can be read. The first: ${message}`, { remedy, cause });
}

function infoOf({ number, width, height, rotation, textLayer }: PlacedPage): PageInfo {
  return { number, width, height, rotation, textLayer };
}
