import { describe, expect, it } from "vitest";
import type { PixelRuling } from "../../../../src/extract/ocr/raster/rulings/pixel-ruling.js";
import { withoutRulingEnds } from "../../../../src/extract/ocr/words/without-ruling-ends.js";

const upright = (at: number): PixelRuling => ({
  direction: "vertical",
  at,
  from: 0,
  to: 100,
  thickness: 2,
  filled: 1,
  clear: 1,
  run: 100,
  space: 0,
  widest: 0,
  regular: true,
});
const read = (text: string, rulings: PixelRuling[]) =>
  withoutRulingEnds({ box: { x0: 100, y0: 40, x1: 200, y1: 60 }, text, confidence: 0.9, alternatives: [`${text}。`] }, rulings, 20);

describe("a bit of a ruling read at the end of a line", () => {
  it("is taken off", () => {
    expect(read("」自评总分|", [upright(98), upright(203)])).toMatchObject({ text: "自评总分", alternatives: ["自评总分|。"] });
  });

  it("is taken out where it stands between two characters", () => {
    expect(read("已增配引|导员", []).text).toBe("已增配引导员");
  });

  it.each([
    ["stands where no ruling is", "」自评总分", [upright(80)]],
    ["is a bracket of the text", "（一）总分」", [upright(98), upright(203)]],
    ["is a figure", "1自评总分", [upright(98)]],
  ])("stays where it %s", (_, text, rulings) => {
    expect(read(text, rulings).text).toBe(text);
  });
});
