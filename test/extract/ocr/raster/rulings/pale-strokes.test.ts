import { describe, expect, it } from "vitest";
import { findRulings } from "../../../../../src/extract/ocr/raster/rulings/find-rulings.js";
import { paleMeasures, paleStrokes, smoothed } from "../../../../../src/extract/ocr/raster/rulings/pale-strokes.js";
import { blankPage, ink } from "../../page-of-pixels.js";

const GLYPH = 26;
const INK = 155;

/** Grey paper whose pixels are off it by up to `most` levels. */
function noisyPage(most: number) {
  const page = blankPage(900, 500, 244);
  let state = 1;
  for (let i = 0; i < page.data.length; i++) {
    state = (state * 48271) % 2147483647;
    page.data[i] = 244 + Math.round((state / 2147483647 - 0.5) * 2 * most);
  }
  return page;
}

/** Makes what is in a box darker by so many levels. */
function darken(page: ReturnType<typeof noisyPage>, [x0, y0, x1, y1]: readonly [number, number, number, number], by: number): void {
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) page.data[y * page.width + x]! -= by;
}

const ROWS = [100, 180, 260, 340, 420];
const COLUMNS = [60, 300, 560, 840];

describe("rulings hardly darker than the noise of the paper", () => {
  it("are found where they go on over the table", () => {
    const page = noisyPage(12);
    for (const y of ROWS) darken(page, [60, y, 842, y + 2], 18);
    for (const x of COLUMNS) darken(page, [x, 100, x + 2, 422], 18);
    const found = findRulings(page, INK, GLYPH);
    const at = (direction: string) => found.filter((ruling) => ruling.direction === direction).map((ruling) => Math.round(ruling.at - 1));
    expect(at("horizontal").sort((a, b) => a - b)).toEqual(ROWS);
    expect(at("vertical").sort((a, b) => a - b)).toEqual(COLUMNS);
  });

  it("are not made of noise, nor of dust in a line", () => {
    const page = noisyPage(14);
    for (let x = 60; x < 840; x += 30) ink(page, x, 200, x + 2, 202);
    expect(paleStrokes(smoothed(page, GLYPH), paleMeasures(GLYPH))).toEqual([]);
  });

  it("go no further than they are seen: a row merged over columns has none", () => {
    const page = noisyPage(12);
    for (const y of ROWS) darken(page, [60, y, 842, y + 2], 18);
    for (const x of COLUMNS) darken(page, [x, 100, x + 2, x === 60 || x === 840 ? 422 : 342], 18);
    const inner = findRulings(page, INK, GLYPH).filter(({ direction, at }) => direction === "vertical" && at > 100 && at < 800);
    expect(inner.map(({ from, to }) => [Math.round(from), Math.round(to)])).toEqual([
      [101, 341],
      [101, 341],
    ]);
  });
});
