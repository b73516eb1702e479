import { BGRA, OBJECT, type Pdfium } from "./pdfium.js";

/** Objects of a page, each with the forms around it, outermost first. */
export type Group = { readonly object: number; readonly forms: readonly number[] }[];

/** The page is drawn this many pixels wide and high to see what ink a group leaves; as many groups of a page are looked at. */
const PIXELS = 256;
const MOST_GROUPS = 100;
const DEEPEST = 64;
const RGB = 0xffffff;

/**
 * What ink each group leaves when it is drawn alone: for what PDFium draws by, but does not tell, as the settings of layers and the colours of
 * patterns. Groups beyond the limit are left out of the answer.
 */
export function inkAlone(pdfium: Pdfium, page: number, groups: ReadonlyMap<number, Group>): Map<number, "none" | "white" | "coloured"> {
  const stage = new Stage(pdfium, page);
  const bitmap = pdfium.FPDFBitmap_CreateEx(PIXELS, PIXELS, BGRA, 0, 0);
  try {
    const inks = new Map<number, "none" | "white" | "coloured">();
    stage.clear(false);
    for (const [key, group] of [...groups].slice(0, MOST_GROUPS)) {
      stage.show(group, true);
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, PIXELS, PIXELS, 0);
      pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, PIXELS, PIXELS, 0, 0);
      inks.set(key, inkOf(pdfium.pdfium.HEAPU32, pdfium.FPDFBitmap_GetBuffer(bitmap) >> 2));
      stage.show(group, false);
    }
    return inks;
  } finally {
    stage.clear(true);
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

function inkOf(pixels: Uint32Array, start: number): "none" | "white" | "coloured" {
  let isBlank = true;
  for (let i = start; i < start + PIXELS * PIXELS; i++) {
    if (pixels[i] === 0) continue;
    if ((pixels[i]! & RGB) !== RGB) return "coloured";
    isBlank = false;
  }
  return isBlank ? "none" : "white";
}

/** Which objects of a page are drawn. */
class Stage {
  readonly #pdfium: Pdfium;
  readonly #page: number;

  constructor(pdfium: Pdfium, page: number) {
    this.#pdfium = pdfium;
    this.#page = page;
  }

  clear(isDrawn: boolean): void {
    const count = this.#pdfium.FPDFPage_CountObjects(this.#page);
    for (let i = 0; i < count; i++) this.#set(this.#pdfium.FPDFPage_GetObject(this.#page, i), isDrawn);
  }

  show(group: Group, isDrawn: boolean): void {
    for (const { object, forms } of group) {
      for (const form of forms) this.#pdfium.FPDFPageObj_SetIsActive(form, isDrawn);
      this.#set(object, isDrawn);
    }
  }

  #set(object: number, isDrawn: boolean, depth = 0): void {
    this.#pdfium.FPDFPageObj_SetIsActive(object, isDrawn);
    if (depth >= DEEPEST || this.#pdfium.FPDFPageObj_GetType(object) !== OBJECT.form) return;
    const count = this.#pdfium.FPDFFormObj_CountObjects(object);
    for (let i = 0; i < count; i++) this.#set(this.#pdfium.FPDFFormObj_GetObject(object, i), isDrawn, depth + 1);
  }
}
