import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["三级指标", "指标值", "完成值", "分值", "得分"];
const COUNT = tableOf([HEAD, ["印制手册", "≥900册", "950册", "30", "30"]]);
const QUALITY = tableOf([HEAD, ["问卷有效率", "≥90%", "91%", "20", "20"]]);
const COST = tableOf([HEAD, ["单册成本", "≤5元", "5元", "10", "10"]]);
const BENEFIT = tableOf([HEAD, ["知晓率", "≥90%", "91%", "40", "40"]]);
const levels = (...blocks: Parameters<typeof documentOf>[1][]) =>
  normalize(documentOf("某项目绩效自评报告", ...blocks))[0]!.indicators.map(({ level1, level2 }) => `${level1}/${level2}`);

const ALL = ["产出指标/数量指标", "产出指标/质量指标", "产出指标/成本指标", "效益指标/社会效益指标"];

describe("the second level of a table without levels", () => {
  it("is that of the heading right above, its first that of the heading above other tables", () => {
    const outputs = ["（一）产出指标", "1.数量指标", COUNT, "2.质量指标", QUALITY, "3.成本指标", COST];
    expect(levels(...outputs, "（二）效益指标", "1.社会效益指标", BENEFIT)).toEqual(ALL);
  });

  it("is that of a heading with a text of its own, in brackets, or of a table's name", () => {
    expect(levels("第一节 产出指标", "（一）数量指标。均按计划完成。", COUNT, "（二）质量指标。验收合格。", QUALITY)).toEqual(
      ALL.slice(0, 2),
    );
    expect(levels("【产出指标】", "【数量指标】", COUNT, "【质量指标】", QUALITY)).toEqual(ALL.slice(0, 2));
    expect(levels("表1 质量指标完成情况表", QUALITY, "表2 社会效益指标完成情况表", BENEFIT)).toEqual([ALL[1], ALL[3]]);
    expect(levels("产出指标—数量指标", COUNT, "产出指标—成本指标", COST)).toEqual([ALL[0], ALL[2]]);
  });

  it("is none where the heading is a first level's", () => {
    expect(levels("（一）成本指标", COST, "（二）效益指标", BENEFIT)).toEqual(["成本指标/", "效益指标/"]);
  });

  it("is called as the report calls it: 投入, and no 资金投入", () => {
    expect(levels("（一）投入完成情况", COUNT, "表2 效益评分表", BENEFIT)).toEqual(["投入/", "效益/"]);
    expect(levels("二、资金投入和使用情况", COUNT)).toEqual(["/"]);
  });

  it("is none where the heading tells what became of the goals", () => {
    expect(levels("三、绩效目标完成情况", "主要指标完成情况如下：", COUNT)).toEqual(["/"]);
  });
});
