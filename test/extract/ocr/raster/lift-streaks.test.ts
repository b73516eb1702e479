import { describe, expect, it } from "vitest";
import { liftStreaks } from "../../../../src/extract/ocr/raster/lift-streaks.js";
import { transpose } from "../../../../src/extract/ocr/raster/transpose.js";
import { blankPage, ink } from "../page-of-pixels.js";

const DPI = 200;

/** A table with uprights that end with it. */
function ruledPage() {
  const page = blankPage(600, 800);
  for (let x = 100; x <= 500; x += 100) ink(page, x, 80, x + 3, 720);
  for (let y = 80; y <= 720; y += 40) ink(page, 100, y, 503, y + 3);
  return page;
}

function streaked() {
  const page = ruledPage();
  for (let y = 0; y < 800; y++) for (const x of [250, 251]) page.data[y * 600 + x] = page.data[y * 600 + x]! * 0.75;
  return page;
}

describe("a streak of the scanner's glass", () => {
  it("is lifted from edge to edge, and what it crosses stays", () => {
    const page = liftStreaks(streaked(), DPI);
    expect(page.data[420 * 600 + 250]).toBeGreaterThan(230);
    expect(page.data[401 * 600 + 250]).toBeLessThan(60);
    expect(page.data[420 * 600 + 301]).toBe(20);
  });

  it("is lifted of a page that was fed on its side", () => {
    const page = transpose(liftStreaks(transpose(streaked()), DPI));
    expect(page.data[420 * 600 + 250]).toBeGreaterThan(230);
  });

  it("is lifted of a sheet with a fold across it, and so is the fold", () => {
    const page = streaked();
    for (let x = 0; x < 600; x++) for (const y of [590, 591, 592]) page.data[y * 600 + x] = page.data[y * 600 + x]! * 0.8;
    const lifted = liftStreaks(page, DPI);
    expect(lifted.data[420 * 600 + 250]).toBeGreaterThan(230);
    expect(lifted.data[591 * 600 + 150]).toBeGreaterThan(230);
  });

  it("is lifted beside a ruling that it runs along and into, and the ruling stays", () => {
    const page = ruledPage();
    // One column nearer to the ruling at 300 every 160 rows.
    for (let y = 0; y < 800; y++) for (let x = 296; x <= 301; x++) page.data[y * 600 + x] = page.data[y * 600 + x]! * 0.75;
    const lifted = liftStreaks(page, DPI);
    expect(lifted.data[420 * 600 + 297]).toBeGreaterThan(230);
    expect(lifted.data[420 * 600 + 301]).toBeLessThan(60);
  });

  it("is no ruling of a table, nor of a picture that was cut out at a table's border", () => {
    const page = ruledPage();
    expect(liftStreaks(page, DPI)).toBe(page);
    const cut = blankPage(403, 643);
    for (let x = 0; x <= 400; x += 100) ink(cut, x, 0, x + 3, 643);
    for (let y = 0; y <= 640; y += 40) ink(cut, 0, y, 403, y + 3);
    expect(liftStreaks(cut, DPI)).toBe(cut);
  });
});
