import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const INDICATORS = [
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["产出指标", "数量指标", "流动图书车出车", "≥100次", "100次", "90", "90"],
];

describe("a fund table beside the form's heads", () => {
  const form = tableOf([
    ["项目名称", "流动图书车", "资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率"],
    ["主管部门", "某区文化局", "年度资金总额", "60.00", "50.00", "40.00", "80%"],
    ["实施单位", "某区图书馆", "其中：财政拨款", "60.00", "50.00", "40.00", "80%"],
    ["年度目标", "服务全区读者", "预算执行分值", "", "10", "得分", "8"],
  ]);

  it("is read, with the execution's marks in the row below it, and so are the heads", () => {
    const { report, funds } = normalize(documentOf("2022年度项目支出绩效自评表", form, tableOf(INDICATORS)))[0]!;
    expect(report).toMatchObject({ projectName: "流动图书车", department: "某区文化局", unit: "某区图书馆" });
    expect(
      funds.map(({ source, initialBudget, adjustedBudget, executed, weight, score }) => [
        source,
        initialBudget?.value,
        adjustedBudget?.value,
        executed?.value,
        weight?.value,
        score?.value,
      ]),
    ).toEqual([
      ["total", "60.00", "50.00", "40.00", "10", "8"],
      ["fiscal", "60.00", "50.00", "40.00", undefined, undefined],
    ]);
  });

  it("is read beside 项目 | 某项目 above the other labels, with the block's name between, under heads that are not listed word for word", () => {
    const beside = tableOf([
      ["项目", "流动图书车运行", "资金（万元）", "资金来源", "年初", "调整后", "支出数", "执行率"],
      ["主管局", "某区文化局", "^", "年度资金合计", "60.00", "50.00", "40.00", "80%"],
      ["承办单位", "某区图书馆", "^", "区级财政资金", "60.00", "50.00", "40.00", "80%"],
      ["年度", "2021", "^", "其他资金", "0.00", "0.00", "0.00", ""],
    ]);
    const { report, funds } = normalize(documentOf("项目支出绩效自评表", beside, tableOf(INDICATORS)))[0]!;
    expect(report).toMatchObject({ projectName: "流动图书车运行", department: "某区文化局", unit: "某区图书馆", fiscalYear: 2021 });
    expect(funds.map(({ source, adjustedBudget }) => [source, adjustedBudget?.value])).toEqual([
      ["total", "50.00"],
      ["county", "50.00"],
      ["other", "0.00"],
    ]);
  });

  it("is the form's own below them, where its labels stand in the form's first column", () => {
    const below = tableOf([
      ["项目名称", "流动图书车", "<", "<", "<", "<", "<"],
      ["项目资金", "", "年初预算数", "全年预算数", "全年执行数", "分值", "得分"],
      ["^", "年度资金总额", "60.00", "50.00", "40.00", "10", "8"],
      ...INDICATORS,
    ]);
    const { funds, indicators } = normalize(documentOf("2022年度项目支出绩效自评表", below))[0]!;
    expect(funds.map(({ source, executed, score }) => [source, executed?.value, score?.value])).toEqual([["total", "40.00", "8"]]);
    expect(indicators).toHaveLength(1);
  });
});
