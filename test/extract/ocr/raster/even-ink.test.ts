import { describe, expect, it } from "vitest";
import { evenInk } from "../../../../src/extract/ocr/raster/even-ink.js";
import { inkPatches } from "../../../../src/extract/ocr/raster/ink.js";
import { findRulings } from "../../../../src/extract/ocr/raster/rulings/find-rulings.js";
import { blankPage, ink } from "../page-of-pixels.js";

const DPI = 200;
const INK = 195;
const GLYPH = 24;

/** A table of thin rulings, a tenth as dark as its print; `fade`: how dark it is at a height, of what is usual. */
function table(fade: (y: number) => number): ReturnType<typeof blankPage> {
  const page = blankPage(1000, 1400);
  const grey = (depth: number, y: number) => Math.round(250 - depth * fade(y));
  for (let row = 0; row < 20; row++) {
    const y = 100 + row * 60;
    for (let k = 0; k < 20; k++) {
      ink(page, 120 + k * 36, y + 18, 124 + k * 36, y + 42, grey(200, y));
      ink(page, 120 + k * 36, y + 28, 144 + k * 36, y + 32, grey(200, y));
    }
    ink(page, 100, y, 900, y + 1, grey(20, y));
  }
  for (let y = 100; y < 1240; y++) for (const x of [100, 899]) ink(page, x, y, x + 1, y + 1, grey(20, y));
  return page;
}

const evened = (page: ReturnType<typeof blankPage>) => evenInk(page, inkPatches(page, INK), { inkBelow: INK, glyph: GLYPH, dpi: DPI });

describe("print that fades over a page", () => {
  const fading = table((y) => 1 - (0.6 * y) / 1400);
  const rulings = (page: ReturnType<typeof blankPage>) =>
    findRulings(page, INK, GLYPH).filter(({ direction }) => direction === "horizontal").length;

  it("is made as dark everywhere, and its rulings with it", () => {
    expect(rulings(fading)).toBeLessThan(20);
    expect(rulings(evened(fading))).toBe(20);
  });

  it("stays as it is where it is even, dark or pale", () => {
    for (const page of [table(() => 1), table(() => 0.5), blankPage(1000, 1400)]) expect(evened(page)).toBe(page);
  });
});
