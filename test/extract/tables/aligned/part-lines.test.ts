import { describe, expect, it } from "vitest";
import { partLines } from "../../../../src/extract/tables/aligned/part-lines.js";
import { textLines } from "../../../../src/extract/tables/text-lines.js";
import { word } from "../placed-grid.js";

const GLYPH = 10;

describe("the blocks of a form without rulings", () => {
  it("begin where texts no longer stand in the columns above", () => {
    const heads = [0, 1, 2].flatMap((i) => [word("项目名称", 70, 100 + i * 20), word("村道修缮加固与养护经费", 160, 100 + i * 20)]);
    const rows = [3, 4, 5].flatMap((i) => [70, 130, 190, 250, 310].map((x) => word("合计", x, 100 + i * 20)));
    expect(partLines(textLines([...heads, ...rows]), GLYPH).map((block) => block.length)).toEqual([3, 3]);
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
