import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuantity } from "../../../src/normalize/figures/quantity.js";

const short = (text: string, as: "target" | "actual" = "target") => {
  const quantity = readQuantity(text, as);
  return quantity && `${quantity.operator} ${quantity.value} ${quantity.unit}${quantity.signed ? "" : " unsigned"}`;
};

describe("readQuantity", () => {
  it("reads units in Latin letters, and grades of letters as no quantity", () => {
    expect(readQuantity("≥40040U")).toMatchObject({ operator: ">=", value: "40040", unit: "U" });
    expect(readQuantity("≤0.5NTU")).toMatchObject({ operator: "<=", value: "0.5", unit: "NTU" });
    expect(readQuantity("≥8万m³")).toMatchObject({ operator: ">=", value: "8", unit: "万m³" });
    expect(readQuantity("8万A")).toBeNull();
    expect(readQuantity("5A")).toBeNull();
  });

  it.each([
    ["71.3万人次（2022年为64.8万人次）", "= 71.3 万人次 unsigned"],
    ["95%（较上年提高2个百分点）", "= 95 % unsigned"],
    ["1286场(比去年多演出74场)", "= 1286 场 unsigned"],
  ])("leaves out what a result is compared with: %s", (text, quantity) => {
    expect(short(text, "actual")).toBe(quantity);
    expect(readQuantity(text.replace("（", "，").replace("(", "，").slice(0, -1), "actual")).toBeNull();
  });

  it.each(["≥95%以下", "不低于30个以内", "≤10天以上"])("reads signs that contradict each other as no quantity: %s", (text) => {
    expect(readQuantity(text)).toBeNull();
  });

  it("reads a list of figures as no quantity", () => {
    expect(readQuantity("120，150，90个")).toBeNull();
    expect(readQuantity("120,150,90次")).toBeNull();
  });

  it.each([
    ["≥50个", ">= 50 个"],
    [">=98%", ">= 98 %"],
    ["＞＝３，０００人次", ">= 3000 人次"],
    ["≧ 12 TB", ">= 12 TB"],
    ["》=80%", ">= 80 %"],
    ["不低于87%", ">= 87 %"],
    ["至少2次", ">= 2 次"],
    ["≥80%以上", ">= 80 %"],
    ["95%及以上", ">= 95 %"],
    ["6小时以内", "<= 6 小时"],
    ["0.6‰以内", "<= 0.6 ‰"],
    ["不超过1,200元/人·天", "<= 1200 元/人·天"],
    ["少于3起", "< 3 起"],
    ["=100%", "= 100 %"],
    ["═5处", "= 5 处"],
    ["8-10次", "range 8..10 次"],
    ["8～10", "range 8..10 "],
    ["90%至95%", "range 90..95 %"],
    ["500±50人", "range 450..550 人"],
    ["60万页", "= 60 万页 unsigned"],
    ["0.40元", "= 0.40 元 unsigned"],
    ["87.30", "= 87.30  unsigned"],
    ["三次", "= 3 次 unsigned"],
    ["百分之九十五", "= 95 % unsigned"],
    ["95百分比", "= 95 % unsigned"],
    ["≥95%（含）", ">= 95 %"],
    ["15平方米", "= 15 平方米 unsigned"],
    ["30（次）", "= 30 次 unsigned"],
    ["（≥90%）", ">= 90 %"],
    ["≥3级", null],
    ["5星级", null],
    ["≥900级", ">= 900 级"],
    ["3类", "= 3 类 unsigned"],
  ])("reads %s", (text, expected) => expect(short(text)).toBe(expected));

  it.each(["2024年12月底前", "12月31日前", "9月前", "1-12月", "2020-2022年", "2023年", "11月底前完成"])(
    "takes the date %s for none",
    (text) => expect(short(text)).toBeNull(),
  );

  it.each([
    "每年故障少于2次",
    "持卡人数5917万(当年300万张)",
    "省级和6个市州",
    "明显提升",
    "一次性",
    "**人",
    "XX个",
    "约100人",
    "100余人",
    "24小时×7天",
    "",
    "/",
    "1:3",
  ])("takes %s for none", (text) => expect(short(text)).toBeNull());

  it("takes 达到 for a comparison in a target and for a verb in an actual", () => {
    expect(short("达到95%")).toBe(">= 95 %");
    expect(short("达到95%", "actual")).toBe("= 95 % unsigned");
    expect(short("已完成100%", "actual")).toBe("= 100 % unsigned");
    expect(short("≥95%", "actual")).toBe(">= 95 %");
  });

  it("gives back what it was printed from", () => {
    const operators = fc.constantFrom("≥", "≤", "=", "<", ">");
    const units = fc.constantFrom("个", "%", "人次", "万元", "小时", "元/人·天", "");
    const values = fc.tuple(fc.integer({ min: 0, max: 999_999 }), fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }));
    fc.assert(
      fc.property(operators, values, units, (operator, [whole, hundredths], unit) => {
        const value = hundredths === undefined ? `${whole}` : `${whole}.${String(hundredths).padStart(2, "0")}`;
        expect(readQuantity(`${operator}${value}${unit}`)).toMatchObject({ value, unit, signed: true });
      }),
    );
  });

  it("never throws, and never returns digits that the text does not hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const quantity = readQuantity(text);
        if (quantity && quantity.operator !== "range" && /^[\d.]+$/u.test(text)) expect(Number(quantity.value)).toBe(Number(text));
      }),
    );
  });
});
