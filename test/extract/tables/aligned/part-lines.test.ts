import { describe, expect, it } from "vitest";
import { partLines } from "../../../../src/extract/tables/aligned/part-lines.js";
import { textLines } from "../../../../src/extract/tables/text-lines.js";
import { word } from "../placed-grid.js";

const GLYPH = 10;

describe("the blocks of a form without rulings", () => {
  it("are not sought in lines of so many words that no form has them", () => {
    const words = Array.from({ length: 100 }, (_, line) =>
      Array.from({ length: 100 }, (_, i) => word("字", 20 + i * 13 + ((line * i * 7) % 5), 20 + line * 15)),
    ).flat();
    const { user } = process.cpuUsage();
    partLines(textLines(words), GLYPH);
    expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(4);
  });
});
