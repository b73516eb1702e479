import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberText } from "../../../src/extract/word/number-text.js";

const DIGITS = "〇一二三四五六七八九";

/** Reads a Chinese counting number back, by another way than it was written. */
function readCounting(text: string): number {
  const [high, low] = text.includes("万") ? text.split("万") : ["", text];
  const below = (part: string) => {
    let sum = 0;
    let digit = 0;
    for (const character of part) {
      const unit = { 十: 10, 百: 100, 千: 1000 }[character];
      if (character === "零") continue;
      if (unit) {
        sum += (digit || 1) * unit;
        digit = 0;
      } else digit = DIGITS.indexOf(character);
    }
    return sum + digit;
  };
  return below(high ?? "") * 10_000 + below(low ?? "");
}

describe("numberText", () => {
  it.each([
    ["decimal", 12, "12"],
    ["decimalZero", 7, "07"],
    ["decimalZero3", 7, "007"],
    ["chineseCounting", 10, "十"],
    ["chineseCounting", 21, "二十一"],
    ["chineseCounting", 105, "一○五"],
    ["chineseCountingThousand", 12, "十二"],
    ["chineseCountingThousand", 105, "一百零五"],
    ["chineseCountingThousand", 110, "一百一十"],
    ["chineseCountingThousand", 2010, "二千零一十"],
    ["japaneseCounting", 11, "十一"],
    ["chineseLegalSimplified", 10, "壹拾"],
    ["chineseLegalSimplified", 23, "贰拾叁"],
    ["ideographLegalTraditional", 3, "參"],
    ["ideographDigital", 10, "一〇"],
    ["ideographTraditional", 3, "丙"],
    ["ideographTraditional", 11, "11"],
    ["ideographZodiac", 12, "亥"],
    ["ideographZodiacTraditional", 1, "甲子"],
    ["ideographZodiacTraditional", 60, "癸亥"],
    ["decimalEnclosedCircle", 1, "①"],
    ["decimalEnclosedCircleChinese", 20, "⑳"],
    ["decimalEnclosedCircle", 21, "㉑"],
    ["decimalEnclosedCircle", 51, "51"],
    ["decimalEnclosedParen", 3, "⑶"],
    ["decimalEnclosedFullstop", 3, "⒊"],
    ["ideographEnclosedCircle", 3, "㊂"],
    ["decimalFullWidth", 10, "１０"],
    ["upperLetter", 28, "BB"],
    ["lowerLetter", 3, "c"],
    ["upperRoman", 1994, "MCMXCIV"],
    ["lowerRoman", 4, "iv"],
    ["ordinal", 112, "112th"],
    ["ordinal", 22, "22nd"],
    ["numberInDash", 3, "- 3 -"],
    ["none", 3, ""],
    ["hebrew1", 3, "3"],
    ["constructor", 3, "3"],
    ["upperRoman", 0, "0"],
    ["decimal", -1, "-1"],
  ])("writes in %s the number %i as %s", (format, value, text) => {
    expect(numberText(value, format)).toBe(text);
  });

  it("writes counting numbers that read back as themselves", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        expect(readCounting(numberText(value, "chineseCountingThousand"))).toBe(value);
      }),
    );
  });
});
