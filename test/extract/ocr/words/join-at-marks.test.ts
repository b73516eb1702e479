import { describe, expect, it } from "vitest";
import type { PixelRuling } from "../../../../src/extract/ocr/raster/rulings/pixel-ruling.js";
import { joinAtMarks } from "../../../../src/extract/ocr/words/join-at-marks.js";

const GLYPH = 20;
const line = (text: string, x0: number, x1: number, y0 = 10, confidence = 0.9) => ({
  box: { x0, y0, x1, y1: y0 + 20 },
  text,
  confidence,
  alternatives: [`${text}?`],
});
const texts = (...lines: Parameters<typeof joinAtMarks>[0]) => joinAtMarks(lines, [], GLYPH).map(({ text }) => text);

describe("two lines beside each other", () => {
  it("are one where the second begins with a mark that none begins with, as unsure as the less sure", () => {
    const [whole, ...others] = joinAtMarks([line("。目标12次", 130, 240, 11, 0.6), line("巡查次数（8分）", 20, 100)], [], GLYPH);
    expect(others).toEqual([]);
    expect(whole).toMatchObject({ text: "巡查次数（8分）。目标12次", confidence: 0.6, box: { x0: 20, y0: 10, x1: 240, y1: 31 } });
    expect(whole!.alternatives).toEqual(["巡查次数（8分）?。目标12次", "巡查次数（8分）。目标12次?"]);
  });

  it("are one where the first ends in an opening parenthesis", () => {
    expect(texts(line("资金（", 20, 70), line("万元）", 90, 150))).toEqual(["资金（万元）"]);
  });

  it("are one where the second is a remark in parentheses as near as its blank half", () => {
    expect(texts(line("实际支出", 20, 100), line("（万元）", 110, 180))).toEqual(["实际支出（万元）"]);
    expect(texts(line("实际支出", 20, 100), line("（万元）", 120, 190))).toHaveLength(2);
  });

  it("are one where the second is the ring of a full stop, read as a letter", () => {
    const ring = { ...line("o", 104, 111), box: { x0: 104, y0: 23, x1: 111, y1: 30 } };
    expect(texts(line("评价等级为“优”", 20, 100), ring)).toEqual(["评价等级为“优”。"]);
    expect(texts(line("评价等级为“优”", 20, 100), line("0", 104, 114))).toHaveLength(2);
  });

  it.each([
    ["no mark is between them", line("巡查次数", 20, 100), line("12次", 120, 160)],
    ["they are too far apart", line("巡查次数", 20, 100), line("，12次", 140, 190)],
    ["they are not of one height", line("巡查次数", 20, 100), line("，12次", 120, 170, 26)],
  ])("stay two where %s", (_, left, right) => {
    expect(texts(left, right)).toHaveLength(2);
  });

  it("stay two in two cells", () => {
    const upright = { direction: "vertical", at: 110, from: 0, to: 60, thickness: 2 } as PixelRuling;
    expect(joinAtMarks([line("巡查次数", 20, 100), line("，12次", 120, 170)], [upright], GLYPH)).toHaveLength(2);
  });
});
