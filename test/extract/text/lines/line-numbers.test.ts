import { describe, expect, it } from "vitest";
import { withoutLineNumbers } from "../../../../src/extract/text/lines/line-numbers.js";
import { sourceLines } from "../../../../src/extract/text/lines/source-lines.js";

const TEXT = ["项目名称  渡口养护", "", "  一级指标  分值", "  产出指标  50", "    数量指标  20", "合计  100"];
const numbered = (between: string) => TEXT.map((line, at) => `${String(at + 8).padStart(4)}${between}${line}`);
const read = (lines: readonly string[]) => withoutLineNumbers(sourceLines(lines.join("\n"))).map(({ text }) => text);

describe("numbers before the lines of a text", () => {
  it("are left out where every line has the next, and what is indented stays so", () => {
    for (const between of ["  ", "\t", ": ", "| "]) expect(read(numbered(between))).toEqual(TEXT);
  });

  it("are the author's where one is missing, does not follow, or stands at a word", () => {
    for (const lines of [numbered("  ").map((line, at) => (at === 3 ? TEXT[3]! : line)), numbered("  ").reverse(), numbered("")])
      expect(read(lines)).toEqual(lines);
  });
});
