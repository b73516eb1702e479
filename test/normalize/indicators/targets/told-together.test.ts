import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const read = (head: string[], ...rows: string[][]) =>
  normalize(documentOf("某项目绩效自评表", tableOf([head, ...rows])))[0]!.indicators.map(({ level3, target, actual, weight, score }) => [
    level3,
    target,
    actual,
    weight?.value,
    score?.value,
  ]);

describe("what shares a cell", () => {
  it("is parted where a target and its result stand behind their labels", () => {
    const head = ["一级指标", "二级指标", "三级指标", "目标及完成情况", "分值", "得分"];
    const told = read(
      head,
      ["产出指标", "数量指标", "检修浮桥", "年度目标：≥12座\n实际完成：11座", "60", "55"],
      ["^", "质量指标", "合格率", "完成值：96% 目标值：≥95%", "40", "40"],
    );
    expect(told).toEqual([
      ["检修浮桥", "≥12座", "11座", "60", "55"],
      ["合格率", "≥95%", "96%", "40", "40"],
    ]);
  });

  it("is a name with its marks under a head of both", () => {
    const head = ["一级指标", "二级指标", "三级指标及分值", "指标值", "完成值", "自评得分"];
    const told = read(
      head,
      ["产出指标", "数量指标", "检修浮桥（60分）", "≥12座", "12座", "60"],
      ["^", "质量指标", "合格率（40分）", "≥95%", "96%", "40"],
    );
    expect(told).toEqual([
      ["检修浮桥", "≥12座", "12座", "60", "60"],
      ["合格率", "≥95%", "96%", "40", "40"],
    ]);
  });

  it("is a head in two languages", () => {
    const head = [
      "产出类别 Category",
      "指标名称 Indicator",
      "Target 2024 本年目标",
      "实际完成 Achieved",
      "Max. 满分",
      "Self-score 自评得分",
    ];
    const told = read(
      head,
      ["产出 Outputs", "检修浮桥", "≥12座", "12座", "60", "60"],
      ["效益 Outcomes", "合格率", "≥95%", "96%", "40", "40"],
    );
    expect(told.map((row) => row.slice(1))).toEqual([
      ["≥12座", "12座", "60", "60"],
      ["≥95%", "96%", "40", "40"],
    ]);
  });
});
