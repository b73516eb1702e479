import { describe, expect, it } from "vitest";
import { Fault } from "../../../../src/core/fault.js";
import { LIMITS } from "../../../../src/core/limits.js";
import { OpenDocument } from "../../../../src/extract/pdf/pdfium/open-document.js";
import type { Pdfium } from "../../../../src/extract/pdf/pdfium/pdfium.js";
import { readPdf } from "../../../../src/extract/pdf/read-pdf.js";
import { buildPdf, show, stream } from "../build-pdf.js";

it("loses a page on which PDFium breaks, and reads the others with another PDFium", async () => {
  const document = await OpenDocument.open(buildPdf([1, 2].map((number) => ({ content: show(`page ${number}`, 60, 700) }))), LIMITS);
  const used: Pdfium[] = [];
  const broken = document.withPage(1, (pdfium) => {
    used.push(pdfium);
    throw new RangeError("Maximum call stack size exceeded");
  });
  await expect(broken).rejects.toBeInstanceOf(Fault);
  const objects = await document.withPage(2, (pdfium, { page }) => {
    used.push(pdfium);
    return pdfium.FPDFPage_CountObjects(page);
  });
  await document.close();
  expect(objects).toBe(1);
  expect(used[0]).not.toBe(used[1]);
});

describe("a form that draws itself twice", () => {
  const objects = [stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <</XObject <</X 4 0 R>>>>", "/X Do /X Do")];
  const endless = { content: "/X Do", resources: "/XObject <</X 4 0 R>>" };
  const good = { content: show("a page of text", 60, 700) };

  it("costs its page, and the pages around are read", async () => {
    const { pages, warnings } = await readPdf(buildPdf([good, endless, good], { objects }));
    expect(pages.map((page) => page.number)).toEqual([1, 3]);
    expect(warnings.map(({ code, page }) => [code, page])).toEqual([["page-unreadable", 2]]);
    expect(warnings[0]?.message).toMatch(/memory/u);
  });

  it("makes a document of nothing else too large, and the remedy is no setting that does not exist", async () => {
    const fault = await readPdf(buildPdf([endless], { objects })).catch((error) => error);
    expect(fault).toMatchObject({ code: "too-large", remedy: expect.stringMatching(/print/u) });
  });
});
