import { describe, expect, it } from "vitest";
import { told } from "../told.js";

describe("heads numbered as chapters and sections", () => {
  it.each(["第一节", "第2节 ", "第一部分", "第三章、"])("%s产出指标（满分60分，自评56分） is a level, and no indicator", (number) => {
    const { indicators } = told(
      `${number}产出指标（满分60分，自评56分）`,
      "数量指标。检修浮桥座数：计划12座，实际12座，得30分（权重30分）；整治渡口数：计划5处，实际4处，得26分（权重30分）。",
    );
    expect(indicators.map(({ level3, weight, score }) => [level3, weight?.value, score?.value])).toEqual([
      ["检修浮桥座数", "30", "30"],
      ["整治渡口数", "30", "26"],
    ]);
  });
});

it("项目满意度 heads its indicators as 满意度指标 does, and is none itself where it tells marks", () => {
  for (const marks of ["", "（10分），自评9分"]) {
    const { indicators } = told(
      "（三）项目效益",
      "1.社会效益：通行事故下降率，年度目标值≥5%，实际完成6%，分值30分，得分30分。",
      `（四）项目满意度${marks}`,
      "1.社会公众或服务对象满意度：船员满意度，年度目标值≥90%，实际完成81%，分值10分，得分9分。",
    );
    expect(indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ["项目效益", "社会效益", "通行事故下降率"],
      ["项目满意度", "社会公众或服务对象满意度", "船员满意度"],
    ]);
  }
});
