import { describe, expect, it } from "vitest";
import type { Raster } from "../../../../../src/extract/ocr/raster/raster.js";
import { findRulings } from "../../../../../src/extract/ocr/raster/rulings/find-rulings.js";
import { blankPage, ink } from "../../page-of-pixels.js";

const GLYPH = 24;
const INK = 160;
const ROWS = [100, 180, 260, 340, 420, 500];
const COLUMNS = [100, 180, 360, 500, 560, 760, 900];

/** A form of which the first column is merged over the middle rows, each ruling in pieces of 40 to 100 pixels with gaps of 30. */
function faxed(): Raster {
  const page = blankPage(1000, 700);
  let step = 7;
  const broken = (length: number, draw: (from: number, to: number) => void) => {
    for (let at = 0; at < length; ) {
      step = (step * 31 + 11) % 61;
      const piece = Math.min(40 + step, length - at);
      draw(at, at + piece);
      at += piece + 30;
    }
  };
  for (const y of ROWS) {
    const from = y > 180 && y < 500 ? 180 : 100;
    broken(902 - from, (a, b) => ink(page, from + a, y, from + b, y + 2));
  }
  for (const x of COLUMNS) broken(402, (a, b) => ink(page, x, 100 + a, x + 2, 100 + b));
  // Print: ideographs of strokes, ones, and a dash in the merged cell.
  for (const [i, y] of ROWS.slice(0, -1).entries()) {
    for (const x of [210, 240, 270, 400, 600, 640, 800]) {
      for (const stroke of [0, 9, 18]) ink(page, x + stroke, y + 28, x + stroke + 2, y + 51);
      for (const stroke of [0, 11, 21]) ink(page, x, y + 28 + stroke, x + 20, y + 30 + stroke);
    }
    ink(page, 528 + i, y + 32, 531 + i, y + 51);
  }
  ink(page, 125, 339, 149, 341);
  return page;
}

describe("rulings in pieces", () => {
  const found = findRulings(faxed(), INK, GLYPH);
  const places = (direction: string) =>
    found
      .filter((ruling) => ruling.direction === direction)
      .map(({ at, from, to }) => [at, from, to].map((value) => Math.round((value - 1) / 4) * 4))
      .sort((a, b) => a[0]! - b[0]!);

  it("go on from one crossing to another, and not into a merged cell", () => {
    expect(places("horizontal")).toEqual(ROWS.map((y) => [y, y > 180 && y < 500 ? 180 : 100, 900]));
    expect(places("vertical")).toEqual(COLUMNS.map((x) => [x, 100, 500]));
  });
});

describe("level rulings that end in line where no upright is printed", () => {
  it("did not break: the cell beside them is merged over their rows", () => {
    const page = blankPage(1000, 700);
    for (const [i, y] of ROWS.entries()) ink(page, i === 0 || i === ROWS.length - 1 ? 100 : 180, y, 902, y + 2);
    for (const x of [100, 900]) ink(page, x, 100, x + 2, 502);
    const levels = findRulings(page, INK, GLYPH).filter(({ direction }) => direction === "horizontal");
    expect(levels.map(({ from }) => Math.round((from - 1) / 4) * 4).sort((a, b) => a - b)).toEqual([100, 100, 180, 180, 180, 180]);
  });
});
