import { describe, expect, it } from "vitest";
import { chineseInteger, foldWidth, plainDecimal } from "../../src/normalize/numeral.js";

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
    ["二〇二三", 2023],
    ["三三", null],
    ["万", null],
    ["项目", null],
  ])("%s in Chinese", (text, value) => {
    expect(chineseInteger(text)).toBe(value);
  });

  it("keeps offsets, and takes an ideographic stop for a point only before a unit", () => {
    expect(foldWidth("７．5分，得98。2022年")).toBe("7.5分,得98。2022年");
    expect(foldWidth("自评7。5分")).toBe("自评7.5分");
  });
});
