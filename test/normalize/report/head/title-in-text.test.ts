import { expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf } from "../../table-of.js";

const reportOf = (...blocks: Parameters<typeof documentOf>) => {
  const { report, warnings } = normalize(documentOf(...blocks))[0]!;
  return { ...report, codes: warnings.map(({ code }) => code) };
};
const FUNDS = "河堤加固项目全年预算100万元，实际支出95万元，执行率95%。";

it("is told by the sentence that says what is reported, where no title stands above it", () => {
  const letter = "根据《关于开展2021年度绩效自评工作的通知》要求，现将2022年河堤加固项目绩效自评情况报告如下：";
  expect(reportOf(letter, FUNDS)).toMatchObject({ title: null, fiscalYear: 2022, projectName: "河堤加固项目", codes: [] });
  const conducted = "我局认真组织开展了2022年度河堤加固补助资金绩效自评工作，自评情况如下：";
  expect(reportOf(conducted, "全年预算100万元。")).toMatchObject({ title: null, fiscalYear: 2022, projectName: "河堤加固补助资金" });
});

it("names no work of evaluating, and makes no report of a notice", () => {
  const work = "我中心组织开展2022年预算绩效管理重点项目绩效评价工作，形成报告如下：";
  expect(reportOf(work, "年初预算200万元。").projectName).toBeNull();
  expect(reportOf("现将2022年度绩效自评工作有关事项通知如下：", "请于三月底前报送。")).toMatchObject({
    kind: "unknown",
    codes: ["not-a-report"],
  });
});

it("makes a report of what follows it, without amounts of the whole, and parts the office from the name", () => {
  const letter = "现将2022年青石县水利局河堤加固资金项目绩效自评总结报告如下：";
  expect(reportOf(letter, "一、资金情况", "1、河堤加固资金下达预算情况", "甲镇完成投资60万元。")).toMatchObject({
    kind: "project",
    projectName: "河堤加固资金",
    unit: "青石县水利局",
    codes: [],
  });
});
