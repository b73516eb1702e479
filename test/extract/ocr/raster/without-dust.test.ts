import { describe, expect, it } from "vitest";
import { withoutDust } from "../../../../src/extract/ocr/raster/without-dust.js";
import { blankPage, ink } from "../page-of-pixels.js";

const GLYPH = 24;
const INK = 170;
const WIDTH = 600;

/** Strokes of print with a point of 3 by 3 pixels, and a speck of one right before them. */
function printed() {
  const page = blankPage(WIDTH, 800);
  for (const y of [100, 140]) {
    for (let x = 100; x < 200; x += 12) ink(page, x, y, x + 3, y + 22, 60);
    ink(page, 141, y + 19, 144, y + 22, 60);
    ink(page, 95, y + 12, 96, y + 13, 60);
  }
  return page;
}

function strewn() {
  const page = printed();
  for (let x = 60; x < 560; x += 50) for (const y of [300, 420, 540]) ink(page, x, y, x + 1, y + 1, (x + y) % 20 === 0 ? 200 : 60);
  return page;
}

describe("dust", () => {
  it("is told by what lies in paper, and lifted beside print too, dark or pale; a point stays", () => {
    const { data } = withoutDust(strewn(), INK, GLYPH);
    const grey = (x: number, y: number) => data[y * WIDTH + x]!;
    expect([grey(95, 112), grey(60, 300), grey(60, 420), grey(110, 540)].every((value) => value > 240)).toBe(true);
    expect([grey(142, 120), grey(101, 110)]).toEqual([60, 60]);
  });

  it("is none where nothing lies in paper, nor are points in paper that are as large as those of figures", () => {
    const page = printed();
    expect(withoutDust(page, INK, GLYPH)).toBe(page);
    for (let x = 60; x < 560; x += 50) for (const y of [300, 420, 540]) ink(page, x, y, x + 3, y + 3, 60);
    const { data } = withoutDust(page, INK, GLYPH);
    expect([data[120 * WIDTH + 142], data[301 * WIDTH + 61]]).toEqual([60, 60]);
  });
});
