import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
const read = (head: string, ...reasons: string[]) => {
  const rows = [
    ["产出指标", "数量指标", "检修浮桥", "≥12座", "11座", "60", "55", reasons[0]!],
    ["^", "质量指标", "合格率", "≥95%", "96%", "30", "30", reasons[1]!],
    ["预算执行", "<", "预算执行率", "100%", "95%", "10", "9.5", reasons[2]!],
  ];
  return normalize(documentOf("某项目绩效自评表", tableOf([[...HEAD, head], ...rows])))[0]!.indicators;
};

describe("the reasons under a head that no list knows", () => {
  it("speak where marks were lost, and nowhere else", () => {
    const reasons = (...told: string[]) => read("情况", ...told).map(({ deviationReason }) => deviationReason);
    expect(reasons("一座待修", "", "质保金未付")).toEqual(["一座待修", "", "质保金未付"]);
    expect(reasons("交工报告", "质检报告", "支付凭证")).toEqual(["", "", ""]);
    expect(reasons("一座待修", "", "")).toEqual(["", "", ""]);
  });
});

describe("a level over the columns of both", () => {
  it("is a first one, and ends the one above", () => {
    expect(read("情况", "", "", "").map(({ level1, level2 }) => [level1, level2])).toEqual([
      ["产出指标", "数量指标"],
      ["产出指标", "质量指标"],
      ["预算执行", ""],
    ]);
  });
});
