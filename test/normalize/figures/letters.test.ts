import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withDigitsInProse, withDigitsInText, withSignInText } from "../../../src/normalize/figures/confusable.js";
import { readQuantity } from "../../../src/normalize/figures/quantity.js";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

describe("letters that stand for digits", () => {
  it.each([
    ["≥12O家次", "≥120家次"],
    ["10O%", "100%"],
    ["≤3o天", "≤30天"],
    ["（2O2l年度）", "（2021年度）"],
    ["l0-2O户", "10-20户"],
    ["9O.5%", "90.5%"],
  ])("%s", (text, mended) => {
    expect(withDigitsInText(text)).toBe(mended);
  });

  it.each(["IO口", "PM2.5", "5G", "BIM模型1套", "CO2排放", "OA系统", "100%", "A1O", "O型血", "H2O"])("leaves %s", (text) => {
    expect(withDigitsInText(text)).toBeUndefined();
  });

  it("makes quantities of targets and results, with doubt and a repair, and a year where nothing else tells one", () => {
    const draft = normalize(
      documentOf(
        "某项目支出绩效自评表",
        "（2O23年度）",
        tableOf([
          ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
          ["产出指标", "数量指标", "巡查次数", "≥4O次", "4l次", "50", "50"],
          ["^", "质量指标", "整改率", "≥9O%", "95%", "40", "40"],
        ]),
      ),
    )[0]!;
    expect(draft.report.fiscalYear).toBe(2023);
    expect(draft.indicators.map(({ target, actual, direction }) => [target, actual, direction])).toEqual([
      ["≥40次", "41次", "higher"],
      ["≥90%", "95%", "higher"],
    ]);
    expect(draft.indicators[0]!.targetValue).toMatchObject({ value: "40", doubt: { readings: ["≥4O次"] } });
    expect(draft.repairs.map(({ path, before, after }) => [path, before, after])).toEqual([
      ["/indicators/0/target", "≥4O次", "≥40次"],
      ["/indicators/0/actual", "4l次", "41次"],
      ["/indicators/1/target", "≥9O%", "≥90%"],
    ]);
  });

  it("never alters a text without a digit beside the letters", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[OolI|A-Z家次%≥]{0,20}$/u), (text) => {
        expect(withDigitsInText(text)).toBeUndefined();
      }),
    );
  });
});

describe("what stands for a sign", () => {
  it.each([
    ["W6小时", "≤6小时"],
    ["^90%", "≥90%"],
    ["工80公里", "≥80公里"],
    ["2=95%", "≥95%"],
  ])("%s", (text, mended) => {
    expect(withSignInText(text)).toBe(mended);
  });

  it.each(["294%", "S202公路", "Z8列车", "一10%", "—5℃", "WTO谈判", "工作6次", "2022年", "S级"])("leaves %s", (text) => {
    expect(withSignInText(text)).toBeUndefined();
  });

  it.each([
    ["≯5天", "<="],
    ["≮95%", ">="],
  ])("%s is a sign of its own", (text, operator) => {
    expect(readQuantity(text)).toMatchObject({ operator, signed: true });
  });

  const draftOf = (...targets: string[]) =>
    normalize(
      documentOf(
        "某项目支出绩效自评表",
        tableOf([
          ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
          ["产出指标", "数量指标", "巡查河道", targets[0]!, "85公里", "30", "30"],
          ["^", "质量指杯", "水面合格率", targets[1]!, "94%", "30", "30"],
          ["^", "时效指标", "清理时限", targets[2]!, "6小时", "30", "30"],
        ]),
      ),
    )[0]!;

  it("is read as the sign, a 2 too where others are garbled and what is left of it fits the result; with doubt and a repair", () => {
    const draft = draftOf("≥80公里", "294%", "W6小时");
    expect(draft.indicators.map(({ level2, target, direction }) => [level2, target, direction])).toEqual([
      ["数量指标", "≥80公里", "higher"],
      ["质量指标", "≥94%", "higher"],
      ["时效指标", "≤6小时", "lower"],
    ]);
    expect(draft.indicators[1]!.targetValue).toMatchObject({ value: "94", doubt: { readings: ["294%"] } });
    expect(draft.repairs.map(({ path, before, after }) => [path, before, after])).toEqual([
      ["/indicators/1/level2", "质量指杯", "质量指标"],
      ["/indicators/1/target", "294%", "≥94%"],
      ["/indicators/2/target", "W6小时", "≤6小时"],
    ]);
  });

  it("is the sign, with doubt, also where nothing else is garbled, before a share of the whole beside another", () => {
    const [, rate] = draftOf("≥80公里", "294%", "≤6小时").indicators;
    expect(rate).toMatchObject({ target: "≥94%", targetValue: { value: "94", doubt: { readings: ["294%"] } } });
  });

  it("is a figure's own where nothing else is garbled, or where the whole figure is nearer to the result", () => {
    expect(draftOf("281公里", "≥94%", "≤6小时").indicators[0]!.target).toBe("281公里");
    expect(draftOf("21公里", "≥94%", "W6小时").indicators[0]!.target).toBe("21公里");
  });
});

it("puts letters for digits right in a sentence's marks and money, and leaves a run longer than any figure alone", () => {
  expect(withDigitsInProse("得l0分，扣O分，共1O.5万元")).toBe("得10分，扣0分，共10.5万元");
  const run = `得${"l0".repeat(1000)}分`;
  expect(withDigitsInProse(run)).toBe(run);
});
