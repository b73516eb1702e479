import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const TABLE = tableOf([
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["产出指标", "数量指标", "培训场次", "≥10场", "12场", "10", "10"],
  ["产出指标", "质量指标", "学员培训合格率", "≥95%", "98%", "40", "40"],
  ["效益指标", "社会效益指标", "就业率", "≥80%", "85%", "50", "50"],
]);
const read = (sentence: string) => {
  const { indicators, claims } = normalize(documentOf("某项目绩效自评报告", sentence, TABLE))[0]!;
  return { cited: indicators.map(({ evidence }) => evidence.some(({ table }) => table === undefined)), copies: claims.copies.length };
};

describe("an indicator that a sentence tells under a name that no row has", () => {
  it("is the row with a name like it, where all that both tell agrees", () => {
    expect(read("质量指标：培训合格率，目标值≥95%，实际完成98%，分值40分，得分40分。")).toEqual({ cited: [false, true, false], copies: 0 });
  });

  it("is another one, and no second telling, where the two tell other things", () => {
    expect(read("数量指标：培训人次，目标值500人次，实际完成520人次，分值10分，得分10分。")).toEqual({
      cited: [false, false, false],
      copies: 0,
    });
  });
});
