import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseAmount, chineseInteger, foldWidth, plainDecimal } from "../../src/normalize/numeral.js";

describe("numbers as printed", () => {
  it.each([
    ["1,688.91", "1688.91"],
    ["１，６８８．９１", "1688.91"],
    ["181．15", "181.15"],
    ["60.00", "60.00"],
    ["−5", "-5"],
    ["一百二十三", "123"],
    ["1,68,8", null],
    ["12a", null],
  ])("%s", (printed, value) => {
    expect(plainDecimal(printed)).toBe(value);
  });

  it.each([
    ["两", 2],
    ["十二", 12],
    ["二百零五", 205],
    ["一百二十三万", 1_230_000],
    ["一亿二千万", 120_000_000],
    ["三万五千亿", 3_500_000_000_000],
    ["二〇二三", 2023],
    ["叁佰贰拾万", 3_200_000],
    ["三三", null],
    ["万", null],
    ["项目", null],
  ])("%s in Chinese", (text, value) => {
    expect(chineseInteger(text)).toBe(value);
  });

  it.each([
    ["叁佰贰拾万元整", "320 万元"],
    ["三百二十万元", "320 万元"],
    ["1亿2千万元", "12000 万元"],
    ["三亿元", "3 亿元"],
    ["5百万元", "500 万元"],
    ["320万5千元", "3205000 元"],
    ["320万5000元", "3205000 元"],
    ["2千3百万元", "2300 万元"],
    ["1亿2千3百万元", "12300 万元"],
    ["1.2千万元", "1200 万元"],
    ["1万亿元", "10000 亿元"],
    ["壹拾贰万叁仟肆佰伍拾陆元柒角捌分", "123456.78 元"],
    ["120万元", null],
    ["一元化", null],
    ["百元", null],
    ["二十元/人", null],
    ["三百二十万", null],
  ])("the amount %s", (text, told) => {
    const amount = chineseAmount(text);
    expect(amount && `${amount.value} ${amount.unit}`).toBe(told);
    if (amount) expect(amount.length).toBe(text.length);
  });

  it("reads any amount that is told in digits with Chinese steps", () => {
    const forms = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const section = (count: number, digit: (value: number) => string) =>
      [1000, 100, 10, 1]
        .map((step, i) => [Math.floor(count / step) % 10, ["千", "百", "十", ""][i]] as const)
        .map(([value, step]) => (value === 0 ? "" : `${digit(value)}${step}`))
        .join("");
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 999_999_999_999 }),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (yuan, inDigits) => {
          let place = 0;
          const digit = (value: number) => (inDigits[place++] ? String(value) : forms[value]!);
          const parts = [Math.floor(yuan / 1e8), Math.floor(yuan / 1e4) % 1e4, yuan % 1e4];
          const text = parts.map((count, i) => (count === 0 ? "" : `${section(count, digit)}${["亿", "万", ""][i]}`)).join("");
          fc.pre(!/^\d[万亿]$/u.test(text) && text.length <= 16);
          const amount = chineseAmount(`${text}元`);
          expect(Number(amount?.value) * { 元: 1, 万元: 1e4, 亿元: 1e8 }[amount!.unit]).toBeCloseTo(yuan, 2);
        },
      ),
    );
  });

  it("keeps offsets, and takes an ideographic stop for a point only before a unit", () => {
    expect(foldWidth("７．5分，得98。2022年")).toBe("7.5分,得98。2022年");
    expect(foldWidth("自评7。5分")).toBe("自评7.5分");
  });
});
