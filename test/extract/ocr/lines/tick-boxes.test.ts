import { describe, expect, it } from "vitest";
import { emptyBoxAt, emptyBoxes, squaresLike } from "../../../../src/extract/ocr/lines/tick-boxes.js";
import { inkPatches } from "../../../../src/extract/ocr/raster/ink.js";
import type { Raster } from "../../../../src/extract/ocr/raster/raster.js";
import { blankPage, ink } from "../page-of-pixels.js";

const GLYPH = 26;
const INK_BELOW = 150;
const LINE = { x0: 20, y0: 20, x1: 320, y1: 46 };

function outline(page: Raster, x: number, y: number, side = 22): void {
  ink(page, x, y, x + side, y + 2);
  ink(page, x, y + side - 2, x + side, y + side);
  ink(page, x, y, x + 2, y + side);
  ink(page, x + side - 2, y, x + side, y + side);
}

/** A pen's tick over a box, from its inside to above its right side. */
function tick(page: Raster, x: number, y: number): void {
  for (let k = 0; k < 22; k++) ink(page, x + 8 + k, y + 16 - k, x + 11 + k, y + 19 - k);
}

const emptyOf = (page: Raster) => emptyBoxes(page, inkPatches(page, INK_BELOW), INK_BELOW, GLYPH);

describe("boxes to tick", () => {
  it("are square outlines with nothing in them", () => {
    const page = blankPage(400, 100);
    outline(page, 30, 22);
    expect(emptyOf(page)).toEqual([expect.objectContaining({ x0: 30, y0: 22, x1: 52, y1: 44, ticked: false })]);
  });

  it("are no squares that are filled or crossed by a bar, no open ones, and none as small as a letter's bowl", () => {
    const page = blankPage(400, 100);
    ink(page, 30, 22, 52, 44);
    outline(page, 80, 22);
    ink(page, 80, 32, 102, 34);
    outline(page, 130, 22);
    ink(page, 132, 22, 150, 24, 250);
    outline(page, 180, 22, 11);
    expect(emptyOf(page)).toEqual([]);
  });

  it("are also found where they touch the glyphs beside them", () => {
    const page = blankPage(400, 100);
    outline(page, 60, 22);
    ink(page, 82, 30, 104, 33);
    expect(emptyOf(page)).toEqual([]);
    expect(emptyBoxAt(page, LINE, 70, INK_BELOW, GLYPH)).toMatchObject({ x0: 60, x1: 82, ticked: false });
    expect(emptyBoxAt(page, LINE, 200, INK_BELOW, GLYPH)).toBeUndefined();
  });

  it("show where the ticked ones are, whose tick runs out of them or fills them", () => {
    const page = blankPage(400, 100);
    outline(page, 60, 22);
    outline(page, 140, 22);
    tick(page, 140, 22);
    ink(page, 220, 22, 242, 44);
    const [model] = emptyOf(page);
    const found = squaresLike(page, LINE, model!, INK_BELOW);
    expect(found.map(({ x0, ticked }) => [x0, ticked])).toEqual([
      [60, false],
      [140, true],
      [220, true],
    ]);
  });

  it("are doubtful where there is hardly anything in them", () => {
    const page = blankPage(400, 100);
    outline(page, 60, 22);
    outline(page, 140, 22);
    ink(page, 150, 32, 152, 34);
    const [model] = emptyOf(page);
    expect(squaresLike(page, LINE, model!, INK_BELOW).map(({ isSure }) => isSure)).toEqual([true, false]);
  });
});
