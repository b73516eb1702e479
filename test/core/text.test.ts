import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, joinLines } from "../../src/core/text.js";

describe("text with the layout undone", () => {
  it.each([
    ["绩 效　自 评", "绩效自评"],
    ["GDP per  capita", "GDP per capita"],
    ["完成 12 项", "完成 12 项"],
    ["a\u0000\u200bb\u202e", "ab"],
    ["é", "é"],
    ["产出指标︵50 分︶，即︽办法︾", "产出指标（50 分），即《办法》"],
    ["农⼾⼆⼗户，⿈⾊⾭⼭", "农户二十户，黄色青山"],
  ])("makes %j %j", (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it("joins what the page broke, with a space between Latin words alone", () => {
    expect(joinLines(["服务对象满意", "度指标"])).toBe("服务对象满意度指标");
    expect(joinLines(["annual", "report"])).toBe("annual report");
    expect(joinLines(["", "≥20", "", "0笔"])).toBe("≥200笔");
  });

  it("changes nothing that is clean", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (raw) => {
        expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
      }),
    );
  });

  it("holds no line break, control or invisible character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        expect(cleanText(raw)).not.toMatch(/[\n\r\t\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});
