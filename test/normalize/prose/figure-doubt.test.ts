import { describe, expect, it } from "vitest";
import type { Reading } from "../../../src/core/extracted.js";
import { readProse } from "../../../src/normalize/prose/read-prose.js";
import { paragraph, TITLE } from "./told.js";

const TEXT = "经综合评定，渡口浮桥养护经费自评得分93.25分，评价等级为优。项目设置绩效指标12个，已完成11个。";

function read(reading: Reading) {
  const told = { ...paragraph(TEXT), reading };
  return readProse([paragraph(TITLE), told], { flow: "flowed" });
}

describe("figures in recognised paragraphs", () => {
  it("are doubted where another reading has another figure in the same place", () => {
    const facts = read({ confidence: 0.7, alternatives: [TEXT.replace("93.25", "98.25")] });
    expect(facts.statedScores[0]!.score!.doubt).toEqual({
      confidence: 0.7,
      readings: ["98.25"],
      because: "recognised with low confidence",
    });
    expect(facts.counts).toHaveLength(2);
  });

  it("are not doubted for a doubt that lies elsewhere", () => {
    const facts = read({ confidence: 0.7, alternatives: [TEXT.replace("综合评定", "综台评定")] });
    expect(facts.statedScores[0]!.score!.doubt).toBeUndefined();
  });

  it("are not doubted in groups of three digits that all other readings break", () => {
    const doubtOf = (...others: readonly string[]) => {
      const text = "全年预算安排3,505.38万元。";
      const reading = { confidence: 0.7, alternatives: others.map((other) => text.replace("3,505.38", other)) };
      return readProse([paragraph(TITLE), { ...paragraph(text), reading }], { flow: "flowed" }).amounts[0]!.money.doubt;
    };
    expect(doubtOf("3.505.38", "3,05.38", "3505.38", "3，505.38")).toBeUndefined();
    expect(doubtOf("3.505.38", "3,506.38")).toMatchObject({ readings: ["3.505.38", "3,506.38"] });
  });

  it("are trusted where two readers agree", () => {
    const facts = read({ confidence: 0.4, alternatives: [TEXT.replace("93.25", "98.25")], agreed: true });
    expect(facts.statedScores[0]!.score!.doubt).toBeUndefined();
  });

  it("are not claimed as counts when in doubt", () => {
    const facts = read({ confidence: 0.7, alternatives: [TEXT.replace("已完成11个", "已完成17个")] });
    expect(facts.counts.map((entry) => entry.of)).toEqual(["indicators"]);
  });
});
