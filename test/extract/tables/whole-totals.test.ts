import { describe, expect, it } from "vitest";
import { withWholeTotals } from "../../../src/extract/tables/whole-totals.js";
import { word } from "./placed-grid.js";

const told = (words: Parameters<typeof withWholeTotals>[0]): string[] => withWholeTotals(words).map(({ text }) => text);

describe("withWholeTotals, of the words of a page", () => {
  it("joins a total's figure whose pieces stand above and below its label", () => {
    const total = [word("98.", 300, 100), word("合计", 80, 107), word("100", 240, 107), word("8", 305, 114)];
    expect(told(total)).toEqual(["98.8", "合计", "100"]);
  });

  it("joins all figures of a total that has none beside its label", () => {
    const total = [word("100.", 240, 100), word("98.", 300, 100), word("合计", 80, 107), word("0", 245, 114), word("8", 305, 114)];
    expect(told(total)).toEqual(["100.0", "98.8", "合计"]);
  });

  it("joins the two characters of a total's label however far apart, and of no other label", () => {
    const line = (first: string, second: string) => [
      word(first, 80, 100),
      word(second, 140, 100),
      word("100", 240, 100),
      word("98", 300, 100),
    ];
    expect(told(line("合", "计"))).toEqual(["合计", "100", "98"]);
    expect(told(line("项", "目"))).toEqual(["项", "目", "100", "98"]);
  });

  it("joins a figure that goes on below its total's line", () => {
    expect(told([word("总分", 80, 100), word("10", 240, 100), word("98.1", 300, 100), word("0.0", 238, 114)])).toEqual([
      "总分",
      "100.0",
      "98.1",
    ]);
  });

  it("joins a figure of three pieces, that go on below its line or stand around it", () => {
    const below = [word("总额", 80, 100), word("12", 240, 100), word("8.8", 240, 114), word("5", 240, 128)];
    expect(told(below)).toEqual(["总额", "128.85"]);
    const around = [word("777", 240, 86), word("总额", 80, 100), word("486", 240, 100), word("10", 300, 100), word("4", 240, 114)];
    expect(told(around)).toEqual(["总额", "7774864", "10"]);
  });

  it("leaves a figure that is too long to have been broken from the one above it", () => {
    const rows = [word("（元）", 80, 100), word("59", 240, 100), word("10", 300, 100), word("37142", 240, 116), word("37142", 300, 116)];
    expect(told(rows)).toEqual(rows.map(({ text }) => text));
  });

  it("joins the characters of a total's label that is spread", () => {
    expect(told([word("合", 80, 100), word("计", 95, 100), word("100", 240, 100)])).toEqual(["合计", "100"]);
  });

  it("leaves figures under figures that are rows of their own", () => {
    const rows = [word("数量", 80, 100), word("10", 240, 100), word("质量", 80, 120), word("15", 240, 120)];
    expect(withWholeTotals(rows)).toBe(rows);
    const bare = [word("10", 240, 100), word("产出", 80, 112), word("15", 240, 124)];
    expect(withWholeTotals(bare)).toBe(bare);
  });
});
