import { describe, expect, it } from "vitest";
import { readLevel, readTableHeading } from "../../../../src/normalize/lexicon/labels/level.js";

describe("a level's name with its marks", () => {
  it.each([
    "产出指标（50分，自评48.8分）",
    "产出指标（50分），自评得分48.8分",
    "产出指标：标准分50分，自评分48.8分",
    "表2 产出指标（满分50分，实际得分48.8分）",
    "产出指标（５０分，自评４８．８分）",
  ])("tells full marks before the score: %s", (text) =>
    expect(readTableHeading(text)).toEqual({ name: "产出指标", fullMarks: "50", score: "48.8" }),
  );

  it("is printed as it was, whatever the width of its characters", () => {
    expect(readLevel("Ａ类产出指标（５０分）")).toEqual({ name: "Ａ类产出指标", fullMarks: "50" });
  });

  it("takes no figure for full marks that others stand before", () => {
    expect(readLevel("产出指标（得分48分，满分50分）").fullMarks).toBeUndefined();
    expect(readLevel("产出指标（本部分50分，自评扣1.2分）").fullMarks).toBeUndefined();
  });
});
