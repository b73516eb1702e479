import { expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf } from "../../table-of.js";

const titleOf = (...lines: string[]) => normalize(documentOf(...lines, "全年预算100万元，实际支出95万元。"))[0]!.report.title;

it("takes the end that stands on the next line", () => {
  expect(titleOf("青石县水利局2023年度部门整体支出绩效自评情况", "的报告")).toBe("青石县水利局2023年度部门整体支出绩效自评情况的报告");
  expect(titleOf("2023年度河堤加固项目绩效自评", "报 告")).toBe("2023年度河堤加固项目绩效自评报告");
});

it("leaves a heading below to itself", () => {
  expect(titleOf("2023年度河堤加固项目绩效自评表", "说明")).toBe("2023年度河堤加固项目绩效自评表");
  expect(titleOf("2023年度河堤加固项目绩效自评情况", "总结")).toBe("2023年度河堤加固项目绩效自评情况");
});

it("is joined with no label or date of writing on the line before", () => {
  const title = "河堤加固项目绩效自评表";
  expect(titleOf("填报时间：2024年3月", title)).toBe(title);
  expect(titleOf("青石县水利局　2024年3月5日", title)).toBe(title);
  expect(titleOf("青石县水利局2023年度", title)).toBe(`青石县水利局2023年度${title}`);
});

it("is taken from the line above the text that has it whole, where the cover breaks it", () => {
  const cover = ["2023年度河堤加固资金", "绩效自评报告", "青石县河道管理站", "2024年3月"];
  expect(titleOf(...cover, "河堤加固资金2023年度绩效自评报告", "一、项目概况")).toBe("河堤加固资金2023年度绩效自评报告");
  expect(titleOf(...cover, "河堤加固资金2022年度绩效自评报告", "一、项目概况")).toBe("2023年度河堤加固资金绩效自评报告");
});

it("is no head of a part that tells neither whose it is nor of which year", () => {
  expect(titleOf("第三部分 绩效评价情况", "本部门开展了绩效自评。", "2023年度部门整体支出绩效自评表")).toBe(
    "2023年度部门整体支出绩效自评表",
  );
  expect(titleOf("第二部分 2023年度河堤加固资金绩效自评报告")).toBe("2023年度河堤加固资金绩效自评报告");
  expect(titleOf("第四部分 部门整体支出绩效自评情况")).toBe("部门整体支出绩效自评情况");
});
