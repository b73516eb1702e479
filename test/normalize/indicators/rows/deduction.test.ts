import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值"];
const row = (name: string, weight: string, ...rest: string[]) => ["产出指标", "数量指标", name, "≥12座", "12座", weight, ...rest];
const read = (...rows: string[][]) => {
  const { indicators, statedScores } = normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!;
  return {
    scores: indicators.map(({ score }) => score?.value ?? null),
    totals: statedScores.map(({ score, fullMarks }) => [score?.value ?? null, fullMarks?.value ?? null]),
  };
};

describe("a table that prints what was taken off the marks", () => {
  it.each(["扣分", "扣分值", "失分", "减分"])("gives the score that is left of them: %s", (head) => {
    const told = read([...HEAD, head], row("甲浮桥", "60", "0"), row("乙浮桥", "40", "2.5"), ["合计", "<", "<", "<", "<", "100", "2.5"]);
    expect(told).toEqual({ scores: ["60", "37.5"], totals: [[null, "100"]] });
  });

  it("takes a blank for nothing taken off, unless other rows print 0 for that", () => {
    expect(read([...HEAD, "扣分"], row("甲浮桥", "60", ""), row("乙浮桥", "40", "-2")).scores).toEqual(["60", "38"]);
    expect(read([...HEAD, "扣分"], row("甲浮桥", "60", ""), row("乙浮桥", "30", "2"), row("丙浮桥", "10", "0")).scores).toEqual([
      null,
      "28",
      "10",
    ]);
    expect(read([...HEAD, "扣分"], row("甲浮桥", "60", ""), row("乙浮桥", "40", "")).scores).toEqual([null, null]);
  });

  it("is read by its scores where it prints them, too, in whatever order", () => {
    expect(read([...HEAD, "扣分", "得分"], row("甲浮桥", "60", "", "60"), row("乙浮桥", "40", "2", "38")).scores).toEqual(["60", "38"]);
    expect(read([...HEAD, "得分", "扣分"], row("甲浮桥", "60", "60", "0"), row("乙浮桥", "40", "38", "2")).scores).toEqual(["60", "38"]);
  });

  it("tells the total's score where that stands under its head", () => {
    const total = ["自评总分", "<", "<", "<", "<", "100", "97.5"];
    expect(read([...HEAD, "扣分"], row("甲浮桥", "60", "0"), row("乙浮桥", "40", "2.5"), total).totals).toEqual([["97.5", "100"]]);
  });
});
