import { describe, expect, it } from "vitest";
import { sourceLines } from "../../../../src/extract/text/lines/source-lines.js";
import { withoutWatermark } from "../../../../src/extract/text/lines/watermark.js";

const read = (lines: readonly string[]) => withoutWatermark(sourceLines(lines.join("\n"))).map(({ text }) => text);

describe("a watermark written across the page", () => {
  it("is left out with the blank lines above its letters", () => {
    const lines = [
      "一级指标  二级指标",
      "",
      "",
      "",
      "                开",
      "产出指标  数量指标",
      "",
      "",
      "           公",
      "",
      "",
      "      仅",
      "          质量指标",
    ];
    expect(read(lines)).toEqual(["一级指标  二级指标", "产出指标  数量指标", "          质量指标"]);
  });

  it("may stand on a page twice", () => {
    const lines = ["上", "", "", "      存      存", "中", "", "", "    保      保", "下", "", "", "  意      意"];
    expect(read(lines)).toEqual(["上", "中", "下"]);
  });

  it("is none where the letters stand below each other, or close below what they belong to", () => {
    const upright = ["表", "", "", "  产", "", "", "  出", "", "", "  指", "", "", "  标"];
    expect(read(upright)).toEqual(upright);
    const rests = ["    完成时限", "        米", "  合格", "      率", "指标", "    度"];
    expect(read(rests)).toEqual(rests);
  });

  it("keeps the page's beginning on the line that follows", () => {
    const lines = withoutWatermark(sourceLines("一\n\n\n   开\n二\n\n\n  公\n三\n\f\n\n 仅\n四"));
    expect(lines.map(({ text, newPage }) => [text, newPage])).toEqual([
      ["一", false],
      ["二", false],
      ["三", false],
      ["四", true],
    ]);
  });
});
