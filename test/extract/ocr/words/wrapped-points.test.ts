import { describe, expect, it } from "vitest";
import type { PixelRuling } from "../../../../src/extract/ocr/raster/rulings/pixel-ruling.js";
import { wrappedPoints } from "../../../../src/extract/ocr/words/wrapped-points.js";

const GLYPH = 24;
const line = (text: string, y0: number) => ({ box: { x0: 40, y0, x1: 120, y1: y0 + 18 }, text, confidence: 0.6, alternatives: ["1"] });
const given = (above: string, below: string, rulings: readonly PixelRuling[] = [], isPointed = true, y0 = 44) => {
  const lines = [line(above, 20), line(below, y0)];
  return wrappedPoints(lines, new Set(isPointed ? [lines[1]!] : []), rulings, GLYPH)[1]!;
};

describe("a point before a figure", () => {
  it.each([
    ["2,406,300", "00", ".00"],
    ["158", "5%", ".5%"],
    ["3164200", "00元", ".00元"],
  ])("belongs to the figure that the column's edge cut: %s above %s", (above, below, text) => {
    expect(given(above, below)).toMatchObject({ text, alternatives: [below, ".1"] });
  });

  it.each([
    ["nothing above goes on", given("年初预算", "00")],
    ["the figure above has its point", given("158.20", "00")],
    ["it is longer than what follows a point", given("158", "1200")],
    ["it is far below", given("158", "00", [], true, 80)],
    ["a ruling is between them", given("158", "00", [{ direction: "horizontal", at: 41, from: 0, to: 300, thickness: 2 } as PixelRuling])],
    ["none was seen", given("158", "00", [], false)],
  ])("is a speck where %s", (_, { text }) => {
    expect(text).not.toMatch(/^\./u);
  });
});
