import type { Box } from "../../../core/evidence.js";
import { Fault } from "../../../core/fault.js";
import type { Limits } from "../../../core/limits.js";
import type { Bitmap } from "../../recognise.js";
import { type Matrix, transformBox } from "../matrix.js";
import type { OpenDocument } from "./open-document.js";
import { pageSpaceOf } from "./page-space.js";
import { BGRA, OBJECT, type Pdfium } from "./pdfium.js";

const POINTS_PER_INCH = 72;

/** PDFium's numbers for how a page is drawn. */
const WITH_ANNOTATIONS = 0x01;
const RGBA_ORDER = 0x10;
const WHITE = 0xffffffff;

/** Objects of one page among which pictures are searched for, and how deep forms nest. */
const MOST_OBJECTS = 20_000;
const DEEPEST = 8;

/** Draws the pages of one PDF, and tells where their pictures are. */
export class PageDrawer {
  readonly #document: OpenDocument;
  readonly #limits: Limits;

  constructor(document: OpenDocument, limits: Limits) {
    this.#document = document;
    this.#limits = limits;
  }

  /** The page as its reader sees it, turned further by `turn` degrees clockwise. Faults: `too-large` when it has more pixels than the limit. */
  draw(number: number, dpi: number, turn = 0): Promise<Bitmap> {
    return this.#document.withPage(number, (pdfium, { page }) => drawPage(pdfium, page, dpi, turn, this.#limits), true);
  }

  /** Degrees clockwise by which the page is shown turned. */
  rotation(number: number): Promise<number> {
    return this.#document.withPage(number, (pdfium, { page }) => pageSpaceOf(pdfium, page).rotation);
  }

  /** Where the page's pictures are, nothing decoded; `matrix` leads from the page's own space to that of the answer. */
  pictures(number: number, matrix: Matrix): Promise<Box[]> {
    return this.#document.withPage(number, (pdfium, { page }) => picturesOf(pdfium, page, matrix));
  }
}

function drawPage(pdfium: Pdfium, page: number, dpi: number, turn: number, limits: Limits): Bitmap {
  const size = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  if (turn % 180 !== 0) size.reverse();
  const [width, height] = size.map((points) => Math.max(1, Math.round((points * dpi) / POINTS_PER_INCH))) as [number, number];
  if (width * height > limits.pixels)
    throw new Fault("too-large", `it has ${width} × ${height} pixels at ${dpi} dpi; the limit (pixels) is ${limits.pixels}.`);
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRA, 0, 0);
  if (!bitmap) throw new Fault("too-large", `there is no memory for ${width} × ${height} pixels.`);
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turn / 90, WITH_ANNOTATIONS | RGBA_ORDER);
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
    return { width, height, data: pdfium.pdfium.HEAPU8.slice(start, start + width * height * 4) };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

function picturesOf(pdfium: Pdfium, page: number, matrix: Matrix): Box[] {
  let seen = 0;
  /** A form's own bounds stand for the pictures in it: theirs are told in the form's space. */
  const holdsPicture = (form: number, depth: number): boolean => {
    const count = pdfium.FPDFFormObj_CountObjects(form);
    for (let i = 0; i < count && seen < MOST_OBJECTS; i++) {
      seen++;
      const object = pdfium.FPDFFormObj_GetObject(form, i);
      const type = pdfium.FPDFPageObj_GetType(object);
      if (type === OBJECT.image || (type === OBJECT.form && depth < DEEPEST && holdsPicture(object, depth + 1))) return true;
    }
    return false;
  };
  const found: Box[] = [];
  const corners = pdfium.pdfium.wasmExports.malloc(16);
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let i = 0; i < count && seen < MOST_OBJECTS; i++) {
    seen++;
    const object = pdfium.FPDFPage_GetObject(page, i);
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type !== OBJECT.image && !(type === OBJECT.form && holdsPicture(object, 1))) continue;
    if (!pdfium.FPDFPageObj_GetBounds(object, corners, corners + 4, corners + 8, corners + 12)) continue;
    const [left, bottom, right, top] = [0, 4, 8, 12].map((offset) => pdfium.pdfium.getValue(corners + offset, "float") as number);
    found.push(transformBox(matrix, left!, bottom!, right!, top!));
  }
  pdfium.pdfium.wasmExports.free(corners);
  return found;
}
