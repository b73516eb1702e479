import { describe, expect, it } from "vitest";
import { withoutPageNumbers } from "../../../../src/extract/text/lines/page-numbers.js";
import { sourceLines } from "../../../../src/extract/text/lines/source-lines.js";

const read = (text: string) =>
  withoutPageNumbers(sourceLines(text))
    .map(({ text }) => text.trim())
    .filter((line) => line !== "");

describe("the numbers of pages", () => {
  it.each([
    ["1", "2"],
    ["- 3 -", "- 4 -"],
    ["1/2", "2/2"],
    ["第 1 页", "第 2 页"],
    ["共2页 第1页", "共2页 第2页"],
  ])("are left out at the pages' feet: %s", (first, second) => {
    expect(read(`成本指标\n\n    ${first}\n\f经济效益\n\n\n    ${second}\n\f`)).toEqual(["成本指标", "经济效益"]);
  });

  it("are none in the midst of a page, right below its text, or where they do not go on", () => {
    expect(read("得分\n\n8\n\n满意度\n\f合计")).toEqual(["得分", "8", "满意度", "合计"]);
    expect(read("得分\n8\n\f合计")).toEqual(["得分", "8", "合计"]);
    expect(read("得分\n\n8\n\f合计\n\n100\n\f")).toEqual(["得分", "8", "合计", "100"]);
  });
});
