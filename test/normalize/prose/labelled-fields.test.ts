import { describe, expect, it } from "vitest";
import { told, toldLines } from "./told.js";

const rows = ({ indicators }: ReturnType<typeof told>) =>
  indicators.map(({ level3, target, actual, weight, score }) => [level3, target, actual, weight?.value, score?.value]);

describe("fields that blanks or nothing but their labels part", () => {
  it("end where the next label stands: a rate's, and one with its colon behind words", () => {
    const item = [
      "指标名称：检修浮桥座数",
      "指标值：≥12座 完成值：13座 完成率：108.33%",
      "分值：20分 得分：20分",
      "指标名称：巡查制度",
      "指标值：完善 完成值：完善",
      "分值：10分 得分：10分",
    ];
    expect(rows(told("（一）产出指标", ...item))).toEqual([
      ["检修浮桥座数", "≥12座", "13座", "20", "20"],
      ["巡查制度", "完善", "完善", "10", "10"],
    ]);
  });

  it("are one item's on each line, where every line tells all", () => {
    const lines = [
      "（一）产出指标",
      "检修浮桥座数：目标值：≥12座 实际值：13座 完成率：108.33% 权重：20 得分：20",
      "渡口安全标识更新数：目标值：≥40块 实际值：38块 完成率：95.00% 权重：10 得分：9.5",
      "渡口巡查制度建设：目标值：基本建立 实际值：已经建立 权重：10 得分：10",
    ];
    expect(rows(toldLines(lines.join("\n")))).toEqual([
      ["检修浮桥座数", "≥12座", "13座", "20", "20"],
      ["渡口安全标识更新数", "≥40块", "38块", "10", "9.5"],
      ["渡口巡查制度建设", "基本建立", "已经建立", "10", "10"],
    ]);
  });

  it("are two where both have a label, on a line of levels as of marks", () => {
    const lines = [
      "■ 一级指标：产出指标　二级指标：数量指标",
      "三级指标：检修渡口浮桥以及岸边安全标识的座数",
      "年度指标值：≥12座",
      "实际完成值：13座",
      "分值：20　　得分：20",
      "偏差原因：无",
      "一级指标：产出指标  二级指标：质量指标",
      "三级指标：检修合格率",
      "年度指标值：≥95%",
      "实际完成值：96%",
      "满分：10 自评得分：10",
    ];
    const read = toldLines(lines.join("\n"));
    expect(rows(read)).toEqual([
      ["检修渡口浮桥以及岸边安全标识的座数", "≥12座", "13座", "20", "20"],
      ["检修合格率", "≥95%", "96%", "10", "10"],
    ]);
    expect(read.indicators.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ["产出指标", "数量指标"],
      ["产出指标", "质量指标"],
    ]);
  });
});
