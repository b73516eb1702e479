import { expect, it } from "vitest";
import { withPaleMinus } from "../../../../src/extract/ocr/words/with-pale-minus.js";
import { blankPage, ink } from "../page-of-pixels.js";

const GLYPH = 24;
const INK = 180;
const line = (text: string) => ({ box: { x0: 60, y0: 30, x1: 100, y1: 50 }, text, confidence: 0.99, alternatives: [] });

/** A figure at 60 and a stroke before it. */
function read(text: string, [x0, y0, x1, y1]: readonly [number, number, number, number]) {
  const page = blankPage(200, 100);
  ink(page, 60, 30, 70, 50, 60);
  ink(page, x0, y0, x1, y1, 200);
  return withPaleMinus(line(text), page, INK, GLYPH);
}

it("a stroke before a figure that is paler than ink is its minus, which is doubtful", () => {
  expect(read("4.7%", [50, 40, 56, 43])).toMatchObject({ text: "-4.7%", confidence: 0.6, alternatives: ["4.7%"], agreed: false });
});

it.each([
  ["a speck", "4.7%", [52, 40, 55, 43]],
  ["a stroke at the figure's foot", "4.7%", [50, 48, 56, 50]],
  ["a stroke farther off", "4.7%", [36, 40, 42, 43]],
  ["a stroke before a word", "增长率", [50, 40, 56, 43]],
] as const)("%s is none", (_, text, stroke) => {
  expect(read(text, stroke).text).toBe(text);
});
