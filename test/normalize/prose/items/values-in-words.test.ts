import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const values = (item: string) =>
  told("（一）决策指标", "1.绩效目标", item).indicators.map(({ level3, target, actual }) => [level3, target, actual]);

describe("a value in words", () => {
  it("is what the goals are like, behind a label of values", () => {
    expect(values("（1）绩效目标合理性（6分）：目标值目标合理，实际完成目标合理，得6分。")).toEqual([
      ["绩效目标合理性", "目标合理", "目标合理"],
    ]);
  });

  it("is not cut off from the verb where a sentence says that the goals were reached", () => {
    expect(values("（1）绩效目标合理性（6分）：目标值合理，实际完成目标任务，得6分。")).toEqual([
      ["绩效目标合理性", "合理", "完成目标任务"],
    ]);
  });

  it("keeps the period that comes before a date", () => {
    expect(values("（1）简报印发（6分）：目标值每月8日前，实际完成每月8日前，得6分。")).toEqual([["简报印发", "每月8日前", "每月8日前"]]);
  });

  it("is no deed before a figure", () => {
    expect(values("（1）走访农户（6分）：目标值300户，实际走访310户，得6分。")).toEqual([["走访农户", "300户", "310户"]]);
  });
});

describe("the heads of a second rank", () => {
  it("name 资金投入 as a part of what stands above it, and 投入 alone as a first level", () => {
    const item = "（1）编制科学性（4分）：目标值科学，实际完成科学，得4分。";
    const levels = (...heads: readonly string[]) => told(...heads, item).indicators.map(({ level1, level2 }) => [level1, level2]);
    expect(levels("（一）产出指标", "1.数量指标", "（二）项目决策", "1.资金投入")).toEqual([["项目决策", "资金投入"]]);
    expect(levels("（一）投入", "1.资金投入")[0]![0]).toBe("投入");
  });
});
