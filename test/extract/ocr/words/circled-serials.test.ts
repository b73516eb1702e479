import { describe, expect, it } from "vitest";
import { circledSerials } from "../../../../src/extract/ocr/words/circled-serials.js";

const GLYPH = 20;
type Line = readonly [text: string, x0?: number];
const lines = (...texts: readonly Line[]) =>
  texts.map(([text, x0 = 60], i) => ({ box: { x0, y0: i * 30, x1: x0 + 400, y1: i * 30 + 20 }, text, confidence: 0.98, alternatives: [] }));
const read = (...texts: readonly Line[]) => circledSerials(lines(...texts), GLYPH).map(({ text }) => text);

describe("a list with circled numbers", () => {
  it("has them where the reader saw no circle", () => {
    expect(read(["④巡查次数年初目标值为40次"], ["分。", 30], ["5养护合格率年初目标值为95%"], ["6-投诉处理率为100%"], ["⑦满意度"])).toEqual([
      "④巡查次数年初目标值为40次",
      "分。",
      "⑤养护合格率年初目标值为95%",
      "⑥投诉处理率为100%",
      "⑦满意度",
    ]);
  });

  it.each<readonly [string, readonly Line[]]>([
    ["another number follows", [["④巡查次数"], ["6养护合格率"]]],
    ["the line begins at another edge", [["④巡查次数"], ["5养护合格率", 30]]],
    ["a figure with decimals begins the line", [["④巡查次数"], ["5.5公里以上"]]],
    ["no circle was seen at all", [["4巡查次数"], ["5养护合格率"]]],
  ])("leaves a line alone where %s", (_, texts) => {
    expect(read(...texts)).toEqual(texts.map(([text]) => text));
  });
});
