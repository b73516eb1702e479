import type { PageHandle } from "./open-document.js";
import type { Pdfium } from "./pdfium.js";

/** PDFium's numbers. */
const LINK = 2;
const POPUP = 16;
const HIDDEN = 2;
const NOT_VIEWED = 32;
const FOR_DISPLAY = 0;
const FLATTENED = 1;
/** More annotations than a page of a form has; PDFium takes minutes over many more. */
const MOST = 2000;

/** The page with what its annotations and form fields show drawn into it; its handle, which may be another than before. */
export function withAnnotations(pdfium: Pdfium, { page, reload }: PageHandle): number {
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  if (count > MOST) return page;
  let draws = false;
  for (let i = 0; i < count; i++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, i);
    if (!annotation) continue;
    const kind = pdfium.FPDFAnnot_GetSubtype(annotation);
    if (kind !== LINK && kind !== POPUP) {
      draws = true;
      const flags = pdfium.FPDFAnnot_GetFlags(annotation);
      // PDFium would draw it: it passes over hidden ones alone.
      if (flags & NOT_VIEWED) pdfium.FPDFAnnot_SetFlags(annotation, flags | HIDDEN);
    }
    pdfium.FPDFPage_CloseAnnot(annotation);
  }
  return draws && pdfium.FPDFPage_Flatten(page, FOR_DISPLAY) === FLATTENED ? reload() : page;
}
