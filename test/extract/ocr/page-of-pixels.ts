import { type Raster, raster } from "../../../src/extract/ocr/raster/raster.js";

/** A white page, and ink on it. */
export function blankPage(width: number, height: number, paper = 250): Raster {
  const page = raster(width, height);
  page.data.fill(paper);
  return page;
}

export function ink(page: Raster, x0: number, y0: number, x1: number, y1: number, grey = 20): void {
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) page.data[y * page.width + x] = grey;
}
