import { expect, it } from "vitest";
import { loadPdfjs } from "../../../src/extract/pdf/load-pdfjs.js";

it("leaves the natives in place that pdf.js's polyfills would replace by slow ones", async () => {
  const natives = [Array.prototype.push, JSON.parse, JSON.stringify];
  const { getDocument } = await loadPdfjs();
  expect(getDocument).toBeTypeOf("function");
  expect([Array.prototype.push, JSON.parse, JSON.stringify]).toEqual(natives);
});
