import { describe, expect, it } from "vitest";
import { meetsSeal } from "../../../../src/extract/ocr/lines/seals-in-grey.js";
import { liftGreySeals } from "../../../../src/extract/ocr/raster/lift-grey-seals.js";
import type { Raster } from "../../../../src/extract/ocr/raster/raster.js";
import { blankPage, ink } from "../page-of-pixels.js";

const INK_BELOW = 180;
const DPI = 200;

/** Rows of thin dark strokes, as print has them. */
function printedPage(): Raster {
  const page = blankPage(900, 900);
  for (let y = 60; y < 860; y += 60) for (let x = 40; x < 860; x += 20) ink(page, x, y, x + 3, y + 22, 30);
  return page;
}

/** What a stamp leaves: paper takes its grey, print under it grows darker. */
function stamp(page: Raster, isStamped: (x: number, y: number) => boolean, grey = 125): Raster {
  for (let y = 0; y < page.height; y++)
    for (let x = 0; x < page.width; x++) if (isStamped(x, y)) page.data[y * page.width + x] = (page.data[y * page.width + x]! * grey) / 250;
  return page;
}

/** A ring 42 mm across with a block in its middle. */
function isSeal(x: number, y: number): boolean {
  const away = Math.hypot(x - 450, y - 450);
  return (away > 155 && away < 165) || (Math.abs(x - 450) < 30 && Math.abs(y - 450) < 30);
}

const at = (page: Raster, x: number, y: number) => page.data[y * page.width + x]!;

describe("a seal on a page without colour", () => {
  const { page, thinned, seals } = liftGreySeals(stamp(printedPage(), isSeal), INK_BELOW, DPI)!;

  it("is lifted, and print under it is as dark as beside it", () => {
    expect(seals).toHaveLength(1);
    for (const lifted of [page, thinned]) {
      expect(at(lifted, 450, 610)).toBeGreaterThan(225);
      expect(at(lifted, 450, 430)).toBeGreaterThan(225);
      expect(at(lifted, 441, 430)).toBeLessThan(60);
      expect(at(lifted, 441, 370)).toBeLessThan(80);
    }
  });

  it("is lifted where its ink is uneven, as that of a worn pad is", () => {
    const uneven = printedPage();
    for (let y = 0; y < 900; y++)
      for (let x = 0; x < 900; x++)
        if (isSeal(x, y)) uneven.data[y * 900 + x] = (uneven.data[y * 900 + x]! * (145 + 26 * Math.sin(x / 15) * Math.cos(y / 15))) / 250;
    const lift = liftGreySeals(uneven, INK_BELOW, DPI);
    expect(lift?.seals).toHaveLength(1);
    expect(at(lift!.page, 450, 610)).toBeGreaterThan(215);
    expect(at(lift!.page, 441, 430)).toBeLessThan(60);
  });

  it("is known for what it covered", () => {
    const line = { y0: 420, y1: 442 };
    expect(meetsSeal(seals, { x0: 430, x1: 470, ...line })).toBe(true);
    expect(meetsSeal(seals, { x0: 340, x1: 380, ...line })).toBe(false);
  });
});

describe("what is no seal", () => {
  it("is print alone", () => {
    expect(liftGreySeals(printedPage(), INK_BELOW, DPI)).toBeUndefined();
  });

  it("is a grey band over a row", () => {
    expect(
      liftGreySeals(
        stamp(printedPage(), (x, y) => x > 40 && x < 860 && y > 400 && y < 440),
        INK_BELOW,
        DPI,
      ),
    ).toBeUndefined();
  });

  it("is a picture, which covers its box", () => {
    expect(
      liftGreySeals(
        stamp(printedPage(), (x, y) => Math.abs(x - 450) < 160 && Math.abs(y - 450) < 160),
        INK_BELOW,
        DPI,
      ),
    ).toBeUndefined();
  });

  it("is a table with broad grey rulings", () => {
    // The upper one the longest: pieces of a seal are put together from the largest on.
    const isRuling = (x: number, y: number) => x > 240 && x < 500 - y / 8 && y > 240 && y < 540 && y % 36 < 8;
    expect(liftGreySeals(stamp(printedPage(), isRuling), INK_BELOW, DPI)).toBeUndefined();
  });

  it("is a ring as dark as print", () => {
    expect(liftGreySeals(stamp(printedPage(), isSeal, 40), INK_BELOW, DPI)).toBeUndefined();
  });
});
