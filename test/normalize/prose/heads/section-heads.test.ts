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
