import { type Matrix, matrixAt, transformBox } from "../matrix.js";
import { CLOSE, type Clip, CUBIC, LINE, MOVE } from "./path-ink.js";
import type { Pdfium } from "./pdfium.js";

/** How a point of a path lies in PDFium's memory, and its kinds of points. */
const POINT = { bytes: 12, type: 8, closes: 9, bezier: 1, move: 2 } as const;

/** Reads what PDFium tells of a page's objects, each by its handle. `scratch`: 24 bytes of PDFium's memory that are the reader's to write. */
export class ObjectReader {
  readonly #pdfium: Pdfium;
  readonly #scratch: number;
  readonly #colours = new Map<number, string>();
  #path = new Float32Array(256);

  constructor(pdfium: Pdfium, scratch: number) {
    this.#pdfium = pdfium;
    this.#scratch = scratch;
  }

  /** The points of a path, which stand one after the other in PDFium's memory. */
  pathOf(first: number, count: number): Float32Array {
    if (!first || count <= 0) return new Float32Array();
    if (this.#path.length < 4 * count) this.#path = new Float32Array(8 * count);
    const path = this.#path;
    const { HEAPF32, HEAPU8 } = this.#pdfium.pdfium;
    let size = 0;
    let startX = 0;
    let startY = 0;
    let curve = 0;
    for (let i = 0; i < count; i++) {
      const at = first + POINT.bytes * i;
      const x = HEAPF32[at >> 2]!;
      const y = HEAPF32[(at >> 2) + 1]!;
      const type = HEAPU8[at + POINT.type]!;
      if (type === POINT.bezier) {
        if (curve === 0) path[size++] = CUBIC;
        curve = (curve + 1) % 3;
      } else path[size++] = type === POINT.move ? MOVE : LINE;
      path[size++] = x;
      path[size++] = y;
      if (type === POINT.move) {
        startX = x;
        startY = y;
      }
      if (HEAPU8[at + POINT.closes] && curve === 0 && (x !== startX || y !== startY)) path[size++] = CLOSE;
    }
    return path.subarray(0, size);
  }

  /** The box around the points of a path, which begin at `first`, mapped by `ctm`. */
  boxOf(first: number, count: number, ctm: Matrix): Clip {
    const { HEAPF32 } = this.#pdfium.pdfium;
    let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < count; i++) {
      const at = (first + POINT.bytes * i) >> 2;
      const x = HEAPF32[at]!;
      const y = HEAPF32[at + 1]!;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
    return transformBox(ctm, x0, y0, x1, y1);
  }

  /** From the object's space to that of what holds it. */
  matrixOf(object: number): Matrix {
    const { FPDFPageObj_GetMatrix, pdfium } = this.#pdfium;
    if (!FPDFPageObj_GetMatrix(object, this.#scratch)) return [1, 0, 0, 1, 0, 0];
    return matrixAt(pdfium.HEAPF32, this.#scratch >> 2);
  }

  /** `#rrggbb`, and from 0 (nothing shows) to 1. */
  fillOf(object: number): { colour: string; opacity: number } {
    const at = this.#scratch;
    this.#pdfium.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12);
    return { colour: this.#colourAtScratch(), opacity: this.#pdfium.pdfium.HEAPU32[(at >> 2) + 3]! / 255 };
  }

  /** `#rrggbb`. */
  strokeOf(object: number): string {
    const at = this.#scratch;
    this.#pdfium.FPDFPageObj_GetStrokeColor(object, at, at + 4, at + 8, at + 12);
    return this.#colourAtScratch();
  }

  #colourAtScratch(): string {
    const { HEAPU32 } = this.#pdfium.pdfium;
    const at = this.#scratch >> 2;
    const number = (HEAPU32[at]! << 16) | (HEAPU32[at + 1]! << 8) | HEAPU32[at + 2]!;
    let colour = this.#colours.get(number);
    if (!colour) {
      colour = `#${number.toString(16).padStart(6, "0")}`;
      this.#colours.set(number, colour);
    }
    return colour;
  }

  /** In the units of the object's space. */
  lineWidthOf(object: number): number {
    this.#pdfium.FPDFPageObj_GetStrokeWidth(object, this.#scratch);
    return this.#pdfium.pdfium.HEAPF32[this.#scratch >> 2]!;
  }
}
