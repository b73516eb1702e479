import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const TABLE = tableOf([
  ["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "分值"],
  ["产出指标", "数量指标", "修缮馆藏古籍", "≥320册", "341册", "42"],
  ["产出指标", "质量指标", "验收计划完成率", "≥95%", "96%", "8"],
  ["效益指标", "社会效益指标", "资源访问量", "≥15万次", "13.2万次", "50"],
]);
const read = (...scores: string[]) => {
  const { indicators, claims } = normalize(documentOf("某项目绩效自评报告", TABLE, "自评总分94分。各指标自评得分如下：", ...scores))[0]!;
  return { scores: indicators.map(({ score }) => score?.value ?? null), copies: claims.copies.length };
};

describe("figures that sentences tell beside a table of weights without scores", () => {
  it("are the scores, where none is more than the full marks and some is less", () => {
    expect(read("1．修缮馆藏古籍：42分；", "2．验收计划完成率：8分；", "3．资源访问量：44分。")).toEqual({
      scores: ["42", "8", "44"],
      copies: 0,
    });
    expect(read("1．修缮馆藏古籍：42分；", "2．资源访问量：44分。")).toEqual({ scores: ["42", null, "44"], copies: 0 });
  });

  it("are other weights, where one is more", () => {
    expect(read("1．修缮馆藏古籍：45分；", "2．验收计划完成率：8分；", "3．资源访问量：47分。").copies).toBeGreaterThan(0);
  });
});
