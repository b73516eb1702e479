import { describe, expect, it } from "vitest";
import { cutFigures } from "../../../src/extract/tables/cut-figures.js";
import { gatherWords } from "../../../src/extract/tables/gather-words.js";
import type { Glyph } from "../../../src/extract/tables/glyph.js";
import type { Ruling } from "../../../src/extract/tables/placed.js";

const SIZE = 10;

/** A figure drawn from `x` on, half an em a digit. */
function figure(text: string, x: number): Glyph[] {
  return [...text].map((character, i) => ({
    text: character,
    x: x + (i * SIZE) / 2,
    y: 50,
    advance: SIZE / 2,
    size: SIZE,
    turn: 0,
    stacked: false,
  }));
}
const edge = (at: number): Ruling => ({ direction: "vertical", at, from: 30, to: 60, thickness: 0.5 });
const row = [...figure("2031.47", 100), ...figure("1988.36", 131), ...figure("1650.20", 190), ...figure("83.00%", 250)];

describe("texts that are too wide for their cells", () => {
  it("keep their figures whole where one is drawn over the next", () => {
    const words = gatherWords(row, [edge(122), edge(180), edge(240)]);
    expect(words.map(({ text }) => text).sort()).toEqual(["1650.20", "1988.36", "2031.47", "83.00%"]);
    expect(words.filter(({ whole }) => whole).map(({ text }) => text)).toEqual(["2031.47", "1988.36"]);
    expect(cutFigures(words)).toEqual([]);
  });

  it("are in doubt where they touch, and the ruling cuts one of them", () => {
    const words = gatherWords([...figure("68.66", 100), ...figure("118.14", 125), ...figure("55.20", 190)], [edge(115), edge(180)]);
    expect(words.map(({ text }) => text)).toEqual(["68.", "66118.14", "55.20"]);
    expect(cutFigures(words)).toEqual([words[0]!.box, words[1]!.box]);
  });

  it("count once where a figure is drawn twice to be bold", () => {
    const twice = [...row.slice(0, 7), ...figure("2031.47", 100.3), ...row.slice(14)];
    expect(gatherWords(twice, []).map(({ text }) => text)).toEqual(["2031.47", "1650.20", "83.00%"]);
  });
});
