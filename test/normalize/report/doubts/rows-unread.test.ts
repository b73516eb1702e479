import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const read = (...rows: readonly (readonly string[])[]) => normalize(documentOf("河湾镇路灯改造项目绩效自评表", tableOf(rows)))[0]!;

describe("rows without a head that was found", () => {
  const SCORE = ["自评总得分", "97", "", "", ""];

  it("leave the indicators in doubt where they tell targets with marks and scores", () => {
    const { indicators, completeness } = read(
      SCORE,
      ["改造路灯数量", "≥120盏", "126盏", "40", "40"],
      ["路灯验收合格率", "≥95%", "97%", "30", "27"],
      ["沿街居民满意度", "≥90%", "93%", "30", "30"],
    );
    expect(indicators).toEqual([]);
    expect(completeness).toMatchObject({ indicators: "doubtful", because: [expect.stringMatching(/^table 0: .*read as no indicators/u)] });
  });

  it("are nothing lost where they list other things", () => {
    const { completeness } = read(SCORE, ["主干道", "120盏", "12月", "40", "施工队"], ["支路", "30盏", "11月", "20", "施工队"]);
    expect(completeness.indicators).toBe("sure");
  });
});
