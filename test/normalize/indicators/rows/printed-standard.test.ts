import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

function standards(rows: readonly (readonly string[])[]) {
  const { indicators } = normalize(documentOf("某项目绩效自评表", tableOf(rows.map((row) => [...row]))))[0]!;
  return indicators.map(({ standard }) => standard);
}

describe("a scoring standard printed beside an indicator", () => {
  it("is read from its column, also beside last year's figures", () => {
    const head = ["一级指标", "二级指标", "三级指标", "上年完成值", "目标值", "完成值", "分值", "得分计算方法", "得分"];
    expect(
      standards([
        head,
        ["产出指标", "数量指标", "讲座场次", "16场", "≥20场", "18场", "50", "每少1场扣1分", "48"],
        ["产出指标", "数量指标", "短片部数", "10部", "≥12部", "12部", "50", "按完成比例计分", "50"],
        ["产出指标", "质量指标", "短片合格率", "95%", "≥98%", "98%", "10", "抽样检查", "10"],
      ]),
    ).toEqual(["每少1场扣1分", "按完成比例计分", undefined]);
  });

  it("is read from a remark where that prints points a step, and not where it tells why points were lost", () => {
    const head = ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分", "备注"];
    expect(
      standards([
        head,
        ["产出指标", "数量指标", "讲座场次", "≥20场", "18场", "50", "48", "每少1场扣1分"],
        ["产出指标", "数量指标", "短片部数", "≥12部", "11部", "50", "49", "受疫情影响，少拍1部，扣1分"],
      ]),
    ).toEqual(["每少1场扣1分", undefined]);
  });
});
