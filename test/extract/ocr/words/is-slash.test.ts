import { describe, expect, it } from "vitest";
import { isSlash } from "../../../../src/extract/ocr/words/is-slash.js";
import { blankPage, ink } from "../page-of-pixels.js";

const GLYPH = 24;
const INK = 150;

/** A stroke of 22 rows from `right` to `left` on a small page, with what else `draw` adds. */
function leaning(right: number, left: number, draw?: (page: ReturnType<typeof blankPage>) => void) {
  const page = blankPage(60, 60);
  for (let y = 10; y < 32; y++) {
    const x = Math.round(right + ((left - right) * (y - 10)) / 21);
    ink(page, x, y, x + 3, y + 1);
  }
  draw?.(page);
  return isSlash(page, { x0: Math.min(left, right), y0: 10, x1: Math.max(left, right) + 3, y1: 32 }, INK, GLYPH);
}

describe("a lone stroke", () => {
  it("that leans to the right is a slash", () => {
    expect(leaning(30, 20)).toBe(true);
  });

  it.each([
    ["stands upright (1)", () => leaning(20, 20)],
    ["leans to the left", () => leaning(20, 30)],
    ["has a bar (7)", () => leaning(30, 20, (page) => ink(page, 20, 10, 33, 13))],
    ["has a loop (6)", () => leaning(30, 20, (page) => ink(page, 28, 22, 31, 32))],
  ])("that %s is none", (_, slash) => {
    expect(slash()).toBe(false);
  });
});
