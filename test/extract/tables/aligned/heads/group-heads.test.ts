import { describe, expect, it } from "vitest";
import { groupHeads } from "../../../../../src/extract/tables/aligned/heads/group-heads.js";
import type { Word } from "../../../../../src/extract/tables/placed.js";
import { word } from "../../placed-grid.js";

const groups = (words: readonly Word[]): string[][] =>
  [...groupHeads(words, 10)].map(([head, own]) => [head.text, ...own.map(({ text }) => text)]);

describe("the heads of groups of columns", () => {
  it("stand over the heads of several", () => {
    expect(groups([word("评分情况说明", 100, 100), word("分值", 95, 114), word("得分", 145, 114)])).toEqual([
      ["评分情况说明", "分值", "得分"],
    ]);
  });

  it("may be narrower than these are apart", () => {
    const head = [word("目标值", 20, 107), word("评分", 120, 100), word("原因", 220, 107)];
    expect(groups([...head, word("分值（分）", 75, 114), word("自评分", 150, 114)])).toEqual([["评分", "分值（分）", "自评分"]]);
  });

  it("are none where the first row's figures stand on both sides of a head, or other heads' second lines", () => {
    const heads = [word("资金构成", 60, 100), word("批复数", 160, 100), word("支出数", 260, 100)];
    expect(groups([...heads, word("年度资金总额", 10, 116), word("130.80", 200, 116), word("131.92", 300, 116)])).toEqual([]);
    const wrapped = [word("年初设", 60, 100), word("分值", 120, 100), word("年末完", 170, 100)];
    expect(groups([...wrapped, word("定值", 65, 114), word("成值", 175, 114)])).toEqual([]);
  });
});
