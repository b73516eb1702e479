import { describe, expect, it } from "vitest";
import { partLines } from "../../../../src/extract/tables/aligned/part-lines.js";
import { textLines } from "../../../../src/extract/tables/text-lines.js";
import { word } from "../placed-grid.js";

const GLYPH = 10;

describe("the blocks of a form without rulings", () => {
  it("part where a text would stand too near below another of its column for one text", () => {
    const head = [word("主管部门", 60, 100), word("农业局", 200, 100)];
    const label = ["项目", "资金", "构成"].map((text, i) => word(text, 50, 137 + i * 14));
    const names = ["总额", "拨款", "结转", "其他"].map((text, i) => word(text, 90, 130 + i * 14));
    const figures = [0, 1, 2, 3].flatMap((i) => [word("12.50", 180, 130 + i * 14), word("12.40", 260, 130 + i * 14)]);
    const blocks = partLines(textLines([...head, ...label, ...names, ...figures]), GLYPH);
    expect(blocks.map(([first]) => first!.words[0]!.text)).toEqual(["主管部门", "总额"]);
  });

  it("are not sought in lines of so many words that no form has them", () => {
    const words = Array.from({ length: 100 }, (_, line) =>
      Array.from({ length: 100 }, (_, i) => word("字", 20 + i * 13 + ((line * i * 7) % 5), 20 + line * 15)),
    ).flat();
    const { user } = process.cpuUsage();
    partLines(textLines(words), GLYPH);
    expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(4);
  });
});
