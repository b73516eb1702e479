import { expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROWS = [
  ["产出指标", "数量指标", "修复路面面积", "≥120平方米", "126平方米", "30", "30"],
  ["^", "质量指标", "验收合格率", "100%", "100%", "30", "30"],
];
const level = (text: string) => [text, "<", "<", "<", "<", "<", "<"];
const read = (...blocks: Parameters<typeof documentOf>) =>
  normalize(documentOf("青石镇道路修复项目绩效自评表", ...blocks))[0]!.completeness;

it("a level's marks over none of the rows that were read: rows are lost", () => {
  expect(read(tableOf([HEAD, level("产出指标（60分）"), ...ROWS, level("效益指标（40分）")]))).toEqual({
    indicators: "doubtful",
    funds: "sure",
    because: ["1 levels are told with their marks and without a row"],
  });
});

it("a level whose marks sentences alone tell, or that has its rows, leaves no doubt", () => {
  const benefit = ["效益指标", "社会效益指标", "出行方便程度", "明显提高", "明显提高", "40", "38"];
  const whole = tableOf([HEAD, level("产出指标（60分）"), ...ROWS, level("效益指标（40分）"), benefit]);
  expect(read(whole)).toMatchObject({ indicators: "sure", because: [] });
  expect(read("效益指标满分40分，自评得38分。", tableOf([HEAD, ...ROWS]))).toMatchObject({ indicators: "sure", because: [] });
});

it("a level that a summary tells by another name, or that has no marks, leaves no doubt", () => {
  const short = ROWS.map((row) => row.map((text) => (text === "产出指标" ? "产出" : text)));
  const summary = tableOf([
    ["指标", "分值", "得分"],
    ["产出指标", "60", "60"],
    ["效益指标", "40", "38"],
    ["合计", "100", "98"],
  ]);
  expect(read(summary, tableOf([HEAD, ...short]))).toMatchObject({ indicators: "sure" });
  expect(read(tableOf([HEAD, level("产出指标（60分）"), ...ROWS, level("成本指标（0分）")]))).toMatchObject({ indicators: "sure" });
});

it("a level above the levels, told beside its rows, leaves no doubt", () => {
  const heads = ["指标属性", ...HEAD];
  const rows = ROWS.map((row, i) => [i === 0 ? "特性指标（60分）" : "^", ...row]);
  expect(read(tableOf([heads, ...rows]))).toMatchObject({ indicators: "sure" });
});
