import { describe, expect, it } from "vitest";
import { withoutLeaderDots } from "../../../../src/extract/text/lines/leader-dots.js";
import { sourceLines } from "../../../../src/extract/text/lines/source-lines.js";

describe("dots that lead from a label to its value", () => {
  const read = (text: string) => withoutLeaderDots(sourceLines(text)).map((line) => line.text);

  it("are a colon", () => {
    expect(read("  项目名称 ........ 路灯改造\n预算数（万元）……118.00\n执行率. . . . . 96%\n主管部门········河湾镇")).toEqual([
      "  项目名称：路灯改造",
      "预算数（万元）：118.00",
      "执行率：96%",
      "主管部门：河湾镇",
    ]);
  });

  it("stay in a table of contents, in a sentence and where nothing follows", () => {
    for (const line of ["一、项目概况........3", "自评得分……12", "路灯改造等……", "共改造路灯……，其中主干道80盏", "项目名称........"])
      expect(read(line)).toEqual([line]);
  });
});
