import { describe, expect, it } from "vitest";
import { withoutQuoteMarks } from "../../../../src/extract/text/lines/quote-marks.js";
import { sourceLines } from "../../../../src/extract/text/lines/source-lines.js";

const read = (lines: readonly string[]) => withoutQuoteMarks(sourceLines(lines.join("\n"))).map(({ text }) => text);

describe("the marks of what a mail quotes", () => {
  it("are left out where several lines in a row have them, however often it was answered", () => {
    expect(read(["收悉。", "> 您好：", ">", ">> 项目名称：渡口养护", "> >   数量指标", "祝好"])).toEqual([
      "收悉。",
      "您好：",
      "",
      "项目名称：渡口养护",
      "  数量指标",
      "祝好",
    ]);
  });

  it("are told from signs of comparison", () => {
    for (const lines of [
      ["> 95%", "> 90%", ">=3", "> 12座"],
      ["三级指标", "> 优良率", "95%"],
    ])
      expect(read(lines)).toEqual(lines);
  });
});
