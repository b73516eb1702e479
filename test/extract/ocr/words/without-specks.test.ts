import { describe, expect, it } from "vitest";
import { withoutSpecks } from "../../../../src/extract/ocr/words/without-specks.js";

const box = { x0: 0, y0: 0, x1: 100, y1: 24 };
const left = (text: string, alternatives: string[] = []) =>
  withoutSpecks([{ box, text, confidence: 0.9, alternatives }]).map((line) => [line.text, line.alternatives]);

describe("specks of dust read as points", () => {
  it.each([
    [".日均清扫面积", "日均清扫面积"],
    ["成本指标..", "成本指标"],
    ["1.64%.", "1.64%"],
    ["·质量指标·", "质量指标"],
    ["!县环境卫生管理站", "县环境卫生管理站"],
  ])("are no part of a name: %s", (read, name) => {
    expect(left(read, [read, name])).toEqual([[name, []]]);
  });

  it("are no lines", () => {
    expect(left("·.")).toEqual([]);
  });

  it.each(["一.", "2,986.", ".5", "完成。", "‘十四五’规划", "张·三", "/", "—"])("are none of the points that are printed: %s", (text) => {
    expect(left(text)).toEqual([[text, []]]);
  });
});
