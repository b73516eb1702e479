import { describe, expect, it } from "vitest";
import { cellText } from "../../../src/extract/tables/cell-text.js";
import type { Word } from "../../../src/extract/tables/placed.js";

/** Lines of a cell, one below the other, in glyphs of 10 points; digits are half as wide. */
function lines(...texts: readonly string[]): Word[] {
  return texts.map((text, i) => {
    const width = Array.from(text).reduce((sum, glyph) => sum + (/\p{Script=Han}/u.test(glyph) ? 10 : 5), 0);
    return { text, box: [0, i * 14, width, i * 14 + 10], size: 10, baseline: i * 14 + 9 };
  });
}

describe("the text of a cell", () => {
  it("keeps figures apart that stand one below the other in a cell wider than they are", () => {
    expect(cellText(lines("10", "10"), 40)).toBe("10\n10");
    expect(cellText(lines("≥5处", "≥80个"), 60)).toBe("≥5处\n≥80个");
    expect(cellText(lines("指标1：修复建筑", "指标2：布设点位"), 120)).toBe("指标1：修复建筑\n指标2：布设点位");
  });

  it("keeps quantities apart that fill their cell", () => {
    expect(cellText(lines("≥12万人次", "≥30场"), 55)).toBe("≥12万人次\n≥30场");
    expect(cellText(lines("13.1万人次", "33场"), 55)).toBe("13.1万人次\n33场");
    expect(cellText(lines("2023年", "6月"), 35)).toBe("2023年6月");
    expect(cellText(lines("2万", "3000元"), 25)).toBe("2万3000元");
  });

  it("keeps a title apart from the smaller print below it", () => {
    const [title, unit] = lines("2023年度项目支出绩效自评表", "金额单位：元");
    expect(cellText([{ ...title!, size: 16 }, unit!], 300)).toBe("2023年度项目支出绩效自评表\n金额单位：元");
    // Digits have no ascenders: on a scan they look smaller than what they belong to.
    expect(
      cellText(
        [
          { ...title!, size: 16, text: "完成率" },
          { ...unit!, text: "97.00%" },
        ],
        300,
      ),
    ).toBe("完成率97.00%");
  });

  it("joins a figure that its cell broke", () => {
    expect(cellText(lines("123456", "78.50"), 32)).toBe("12345678.50");
    expect(cellText(lines("一百二十个行政村", "道路"), 85)).toBe("一百二十个行政村道路");
  });
});
