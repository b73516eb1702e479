import { describe, expect, it } from "vitest";
import { readText } from "../../../../../src/extract/text/read-text.js";

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

describe("rows of Markdown that end with empty cells", () => {
  it("are told by their lines, and the rule below the head is none of them", () => {
    const [table] = blocksOf([
      "|资金来源|全年预算|执行率|得分|",
      "|-|-|-|-|",
      "|合计|150.00|98.00%|9.8|",
      "|中央|60.00|||",
      "|区级|90.00|||",
    ]);
    expect(table?.type === "table" && [table.rowCount, table.cells.some(({ text }) => text === "-")]).toEqual([4, false]);
  });
});
