import { describe, expect, it } from "vitest";
import { gatherWords } from "../../../src/extract/tables/gather-words.js";
import type { Glyph } from "../../../src/extract/tables/glyph.js";

const SIZE = 10;

/** Glyphs of a line, one em each, half an em for signs, figures and spaces. */
function line(text: string): Glyph[] {
  let x = 100;
  return [...text].map((character) => {
    const advance = /\p{Script=Han}/u.test(character) ? SIZE : SIZE / 2;
    const glyph = { text: character, x, y: 50, advance, size: SIZE, turn: 0, stacked: false } as const;
    x += advance;
    return glyph;
  });
}
const texts = (text: string) => gatherWords(line(text), []).map((word) => word.text);

describe("words of loose glyphs", () => {
  it("hold two names that a sign joins with a space on each side", () => {
    expect(texts("产出指标 / 数量指标")).toEqual(["产出指标 / 数量指标"]);
    expect(texts("产出指标 — 数量指标")).toEqual(["产出指标 — 数量指标"]);
  });

  it("end where the sign stands between figures, nearer to one side, or farther from both", () => {
    expect(texts("100 / 95")).toEqual(["100", "/", "95"]);
    expect(texts("产出指标/ 数量指标")).toEqual(["产出指标/", "数量指标"]);
    expect(texts("产出指标  /  数量指标")).toEqual(["产出指标", "/", "数量指标"]);
  });
});
