import type { PageInfo } from "../../../core/extracted.js";
import type { Turn } from "../../tables/glyph.js";
import type { Matrix } from "../matrix.js";
import type { Pdfium } from "./pdfium.js";

/** Where a page lies: its size as its reader sees it, and the matrix from its own space to points from its top left. */
export interface PageSpace {
  readonly width: number;
  readonly height: number;
  readonly rotation: PageInfo["rotation"];
  readonly matrix: Matrix;
}

/** Quarter turns in degrees, however many and whichever way round, as one turn clockwise. */
export function inCircle(degrees: number): Turn {
  return (((degrees % 360) + 360) % 360) as Turn;
}

export function pageSpaceOf(pdfium: Pdfium, page: number): PageSpace {
  const scratch = pdfium.pdfium.wasmExports.malloc(16);
  pdfium.FPDF_GetPageBoundingBox(page, scratch);
  const [left, top, right, bottom] = pdfium.pdfium.HEAPF32.slice(scratch >> 2, (scratch >> 2) + 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  pdfium.pdfium.wasmExports.free(scratch);
  const rotation = inCircle(pdfium.FPDFPage_GetRotation(page) * 90);
  const [width, height] = [right - left, top - bottom];
  if (rotation === 90) return { width: height, height: width, rotation, matrix: [0, 1, 1, 0, -bottom, -left] };
  if (rotation === 180) return { width, height, rotation, matrix: [-1, 0, 0, 1, right, -bottom] };
  if (rotation === 270) return { width: height, height: width, rotation, matrix: [0, -1, -1, 0, top, right] };
  return { width, height, rotation, matrix: [1, 0, 0, -1, -left, top] };
}
