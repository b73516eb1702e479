import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, paragraph } from "../../table-of.js";
import { told } from "../told.js";

const paths = (...texts: string[]) => told(...texts).indicators.map(({ level1, level2, level3 }) => [level1, level2, level3]);

describe("levels of an indicator's path", () => {
  it.each([
    ["决策/目标管理/绩效目标合理性（6分），自评6分。", ["决策", "目标管理", "绩效目标合理性"]],
    ["决策→绩效管理→目标明确性（6分），自评6分。", ["决策", "绩效管理", "目标明确性"]],
    ["效益|社会效益|目标群体覆盖率|目标≥90%|实际95%，权重10分，得10分。", ["效益", "社会效益", "目标群体覆盖率"]],
    ["产出/检修座数/目标8座/实际9座，10分，得10分。", ["产出", "", "检修座数"]],
  ])("%s", (text, path) => {
    expect(paths(text)).toEqual([path]);
  });

  it("are the execution and 资金管理 where that stands below a head of the execution", () => {
    const rate = "部门预算执行率：目标值100%；完成值96.00%；分值10分；得分9.6分。";
    expect(paths("（一）预算执行", "1.资金管理", rate)).toEqual([["预算执行", "资金管理", "部门预算执行率"]]);
    expect(paths("（一）过程", "1.资金管理", rate)).toEqual([["过程", "资金管理", "部门预算执行率"]]);
    expect(paths("（一）预算执行指标", "1.预算执行率指标", rate)).toEqual([["预算执行指标", "预算执行率指标", "部门预算执行率"]]);
    expect(paths("（一）预算执行率指标", rate)).toEqual([["预算执行率指标", "", "部门预算执行率"]]);
  });
});

describe("levels that a text's headings name", () => {
  const levels = ["产出指标", "数量指标", "质量指标", "效益指标", "社会效益指标"];
  const doubts = (heading?: number) => {
    const heads = levels.map((text) => paragraph(text, heading === undefined ? {} : { heading }));
    return normalize({ ...documentOf("某项目绩效自评报告", ...heads), flow: "lines" })[0]!.completeness.because;
  };

  it("are no table's, as those on lines of their own may be", () => {
    expect(doubts(3)).toEqual([]);
    expect(doubts()).not.toEqual([]);
  });
});
