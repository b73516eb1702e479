import { describe, expect, it } from "vitest";
import { textLines } from "../../../../src/extract/ocr/lines/text-lines.js";
import { inkPatches } from "../../../../src/extract/ocr/raster/ink.js";
import type { PixelRuling } from "../../../../src/extract/ocr/raster/rulings/pixel-ruling.js";
import { severAtRulings } from "../../../../src/extract/ocr/raster/sever-at-rulings.js";
import { blankPage, ink } from "../page-of-pixels.js";
import { wholeRuling } from "../whole-stroke.js";

const GLYPH = 20;
const level = (at: number) => wholeRuling("horizontal", at, 0, 400);

describe("rows as low as their print", () => {
  /** Glyphs of two rows that touch the ruling between them, and each other across it. */
  const page = blankPage(400, 100);
  for (let k = 0; k < 4; k++) {
    ink(page, 20 + k * 24, 20, 40 + k * 24, 40);
    ink(page, 20 + k * 24, 40, 40 + k * 24, 62);
  }
  const boxes = [
    { x0: 16, y0: 18, x1: 120, y1: 42 },
    { x0: 16, y0: 40, x1: 120, y1: 64 },
  ];
  const rulings = [level(41)];

  it("have a line each: ink that crosses the ruling is parted there", () => {
    const lines = textLines(boxes, [], inkPatches(severAtRulings(page, rulings), 160), rulings, GLYPH);
    expect(lines.map(({ y0, y1 }) => [y0, y1]).sort((a, b) => a[0]! - b[0]!)).toEqual([
      [20, 40],
      [42, 62],
    ]);
  });

  it("leaves uprights alone", () => {
    const upright: PixelRuling = { ...level(30), direction: "vertical", to: 100 };
    expect(Buffer.compare(severAtRulings(page, [upright]).data, page.data)).toBe(0);
  });
});

describe("a digit whose thin stroke broke", () => {
  const lines = (gap: number) => {
    const page = blankPage(200, 100);
    ink(page, 40, 30, 50, 34);
    ink(page, 44, 34 + gap, 47, 46 + gap);
    return textLines([{ x0: 40, y0: 34 + gap, x1: 50, y1: 48 + gap }], [], inkPatches(page, 160), [], GLYPH);
  };

  it("is one line: the bar of a 7 is no dash above its leg", () => {
    expect(lines(2)).toEqual([{ x0: 40, y0: 30, x1: 50, y1: 48 }]);
  });

  it("is one line also where neither piece alone is as high as a glyph", () => {
    const page = blankPage(200, 100);
    ink(page, 40, 30, 51, 32);
    ink(page, 40, 32, 42, 34);
    ink(page, 45, 35, 48, 43);
    expect(textLines([], [], inkPatches(page, 160), [], GLYPH)).toEqual([{ x0: 40, y0: 30, x1: 51, y1: 43 }]);
  });

  it("is one line also where its strokes are as thin and flat as those of =", () => {
    const page = blankPage(200, 100);
    ink(page, 40, 30, 56, 31);
    ink(page, 40, 35, 56, 37);
    expect(textLines([], [], inkPatches(page, 160), [], GLYPH)).toEqual([{ x0: 40, y0: 30, x1: 56, y1: 37 }]);
  });

  it("is none where its pieces stand as far apart as two rows do", () => {
    expect(lines(6)).toHaveLength(2);
  });
});

describe("a gap wider than a glyph within a line", () => {
  const lines = (...patches: [x0: number, y0: number, x1: number, y1: number][]) => {
    const page = blankPage(400, 60);
    for (const patch of patches) ink(page, ...patch);
    return textLines([{ x0: 0, y0: 16, x1: 400, y1: 46 }], [], inkPatches(page, 160), [], GLYPH);
  };
  const GLYPHS: [number, number, number, number][] = [
    [20, 20, 40, 40],
    [44, 20, 64, 40],
  ];

  it("is none where it is the blank half of a comma", () => {
    expect(lines(...GLYPHS, [68, 35, 72, 42], [98, 20, 118, 40])).toHaveLength(1);
  });

  it("is one behind a comma where it is wider than that", () => {
    expect(lines(...GLYPHS, [68, 35, 72, 42], [108, 20, 128, 40])).toHaveLength(2);
  });

  it("is one between two glyphs", () => {
    expect(lines(...GLYPHS, [90, 20, 110, 40])).toHaveLength(2);
  });

  it("is measured in the glyphs of the line: those of a heading are larger", () => {
    expect(lines([20, 16, 50, 46], [54, 38, 62, 46], [100, 16, 130, 46])).toHaveLength(1);
  });
});

describe("a flat stroke for which the detector has a box of its own", () => {
  const lines = (gap: number) => {
    const page = blankPage(200, 100);
    for (const x of [20, 44]) ink(page, x, 30, x + 20, 50);
    ink(page, 64 + gap, 39, 82 + gap, 42);
    const boxes = [
      { x0: 16, y0: 28, x1: 66, y1: 52 },
      { x0: 62 + gap, y0: 34, x1: 84 + gap, y1: 46 },
    ];
    return textLines(boxes, [], inkPatches(page, 160), [], GLYPH).map(({ x0, x1 }) => [x0, x1]);
  };

  it("is a glyph of the line that it ends, and a dash where it stands by itself", () => {
    expect(lines(3)).toEqual([[20, 85]]);
    expect(lines(12)).toEqual([
      [20, 64],
      [76, 94],
    ]);
  });
});

describe("a hyphen alone", () => {
  const lines = (width: number, height: number) => {
    const page = blankPage(200, 100);
    ink(page, 60, 40, 60 + width, 40 + height);
    return textLines([], [], inkPatches(page, 160), [], GLYPH);
  };

  it("is a line though it is short, and a speck is none", () => {
    expect(lines(5, 2)).toEqual([{ x0: 60, y0: 40, x1: 65, y1: 42 }]);
    expect(lines(5, 4)).toEqual([]);
  });
});

describe("two lines in one box of the detector", () => {
  const lines = (...rows: readonly (readonly [from: number, glyphs: number, y0: number, y1: number])[]) => {
    const page = blankPage(200, 120);
    for (const [from, glyphs, y0, y1] of rows) for (let k = 0; k < glyphs; k++) ink(page, from + k * 24, y0, from + k * 24 + 20, y1);
    const boxes = [{ x0: 16, y0: 10, x1: 100, y1: 110 }];
    return textLines(boxes, [], inkPatches(page, 160), [], GLYPH).map(({ y0, y1 }) => [y0, y1]);
  };

  it("are parted where each is as high as the page's glyphs", () => {
    expect(lines([20, 3, 20, 40], [32, 2, 48, 68])).toEqual([
      [20, 40],
      [48, 68],
    ]);
  });

  it("are one where the pieces are parts of larger glyphs", () => {
    expect(lines([20, 3, 20, 32], [20, 3, 40, 60])).toEqual([[20, 60]]);
  });
});
