import { describe, expect, it } from "vitest";
import { readText } from "../../../src/extract/text/read-text.js";

const blocksOf = (lines: readonly string[]) => readText(new TextEncoder().encode(lines.join("\n"))).blocks;

describe("a web page's table whose rows are filled up with bars", () => {
  it("ends at its last bar: the text below is no cell's", () => {
    const blocks = blocksOf([
      "评价得分 | |||",
      "投入 | 15.00 | 15.00 | 优 |",
      "过程 | 55.00 | 49.30 | 优 |",
      "合计 | 64.30 | 优 | |",
      "一、部门概况",
      "云溪县林场负责国有林区的管护。",
    ]);
    expect(blocks.map(({ type }) => type)).toEqual(["table", "paragraph", "paragraph"]);
  });
});
