import { expect, it } from "vitest";
import { Fault } from "../../../src/core/fault.js";
import { LIMITS } from "../../../src/core/limits.js";
import { OpenDocument } from "../../../src/extract/pdf/open-document.js";
import type { Pdfium } from "../../../src/extract/pdf/pdfium.js";
import { buildPdf, show } from "./build-pdf.js";

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
