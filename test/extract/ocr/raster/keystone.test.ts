import { describe, expect, it } from "vitest";
import { type Keystone, keystone } from "../../../../src/extract/ocr/raster/keystone.js";
import { tilt, tiltedBox } from "../../../../src/extract/ocr/raster/turn.js";
import { blankPage, ink } from "../page-of-pixels.js";

const DEGREE = Math.PI / 180;
const lean = (slope: number, change: number) => ({ slope: slope * DEGREE, change: change * DEGREE });
const degrees = ({ slope, change }: Keystone["level"]) => [slope / DEGREE, change / DEGREE];

/** A form of eleven rows and seven columns, with print in its cells. */
function form(): ReturnType<typeof blankPage> {
  const page = blankPage(1700, 2200);
  for (let row = 0; row <= 11; row++) ink(page, 220, 300 + row * 150, 1483, 303 + row * 150);
  for (let column = 0; column <= 7; column++) ink(page, 220 + column * 180, 300, 223 + column * 180, 1953);
  for (let row = 0; row < 11; row++)
    for (let k = 0; k < 21; k++) if (k % 3 < 2) ink(page, 240 + k * 60, 350 + row * 150, 264 + k * 60, 374 + row * 150);
  return page;
}

describe("a page photographed from aside", () => {
  const lying: Keystone = { level: lean(-0.2, 1.1), upright: lean(-1.4, 2) };
  const photo = tilt(form(), 0, { level: lean(0.2, -1.1), upright: lean(1.4, -2) });

  it("is told by how its lines lean, and laid straight", () => {
    const found = keystone(photo)!;
    expect(degrees(found.level)[1]).toBeCloseTo(1.1, 0);
    expect(degrees(found.upright)[0]).toBeCloseTo(-1.4, 0);
    expect(degrees(found.upright)[1]).toBeCloseTo(2, 0);
    expect(keystone(tilt(photo, 0, found))).toBeUndefined();
  });

  it("keeps a box on what it was about", () => {
    const page = blankPage(900, 1200);
    ink(page, 200, 300, 220, 320);
    const { x0, y0, x1, y1 } = tiltedBox({ x0: 200, y0: 300, x1: 220, y1: 320 }, page, 0.02, lying);
    const moved = tilt(page, 0.02, lying);
    expect(moved.data[Math.round((y0 + y1) / 2) * 900 + Math.round((x0 + x1) / 2)]).toBeLessThan(80);
  });
});

describe("a page that lies straight", () => {
  it("is left as it is, slightly turned or not", () => {
    expect(keystone(form())).toBeUndefined();
    expect(keystone(tilt(form(), 0.15 * DEGREE))).toBeUndefined();
    expect(keystone(blankPage(900, 1200))).toBeUndefined();
  });

  it("is left as it is where glyphs of its lines happen to stand below each other along a lean", () => {
    const page = blankPage(1700, 2200);
    for (let line = 0; line < 30; line++) {
      const y = 250 + line * 60;
      const glyph = (x: number) => {
        for (const stroke of [0, 11, 22]) ink(page, x + stroke, y, x + stroke + 3, y + 26);
      };
      for (const x of [220, 1460]) glyph(x);
      for (let k = 0; k < 18; k++) glyph(280 + k * 60 + Math.round(line * 1.6));
    }
    expect(keystone(page)).toBeUndefined();
  });
});
