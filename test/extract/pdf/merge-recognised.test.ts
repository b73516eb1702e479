import { describe, expect, it } from "vitest";
import type { Box } from "../../../src/core/evidence.js";
import { mergeRecognised } from "../../../src/extract/pdf/merge-recognised.js";
import type { PlacedPage, Word } from "../../../src/extract/tables/placed.js";

const word = (text: string, x: number, y: number, more: Partial<Word> = {}): Word => ({
  text,
  box: [x, y, x + 12 * text.length, y + 12],
  size: 12,
  baseline: y + 10,
  ...more,
});
const page = (words: readonly Word[], more: Partial<PlacedPage> = {}): PlacedPage => ({
  number: 1,
  width: 600,
  height: 800,
  rotation: 0,
  textLayer: "native",
  words,
  rulings: [],
  ...more,
});
const level = (at: number) => ({ direction: "horizontal" as const, at, from: 50, to: 550, thickness: 1 });
/** The lower half of the page. */
const PICTURE: Box = [40, 400, 560, 780];

describe("a text page with a picture of a table", () => {
  const own = page([word("项目绩效自评报告", 100, 50)], { rulings: [level(60)] });

  it("has the words, rulings and unread ink of the picture beside its own", () => {
    const score = word("得分", 100, 450, { confidence: 0.6, alternatives: ["得兮"] });
    const recognised = page([word("项目绩效自评报吿", 101, 51), word("页边", 100, 300), score], {
      textLayer: "ocr",
      rulings: [level(60), level(440), level(470)],
      unread: [
        [100, 100, 110, 110],
        [300, 450, 310, 460],
      ],
    });
    const merged = mergeRecognised(own, recognised, [PICTURE]);
    expect(merged.words).toEqual([...own.words, score]);
    expect(merged.rulings.map(({ at }) => at)).toEqual([60, 440, 470]);
    expect(merged.unread).toEqual([[300, 450, 310, 460]]);
    expect(merged.textLayer).toBe("native");
  });

  it("keeps its own word where both have one", () => {
    const stamped = page([word("2024年3月1日", 120, 700)]);
    const merged = mergeRecognised(stamped, page([word("2024年8月1日", 121, 701), word("合计", 120, 640)], { textLayer: "ocr" }), [
      PICTURE,
    ]);
    expect(merged.words.map(({ text }) => text)).toEqual(["2024年3月1日", "合计"]);
  });

  it("counts as recognised where most of what it says was", () => {
    const table = [word("产出指标数量指标质量指标", 60, 450), word("效益指标社会效益指标", 60, 480)];
    expect(mergeRecognised(own, page(table, { textLayer: "ocr" }), [PICTURE]).textLayer).toBe("ocr");
  });

  it("is the recognised page where the recogniser turned it and pictures are most of it, else stays itself", () => {
    const turned = page([word("总分", 100, 100)], { rotation: 90, width: 800, height: 600, textLayer: "ocr" });
    expect(mergeRecognised(own, turned, [[0, 100, 600, 800]])).toBe(turned);
    expect(mergeRecognised(own, turned, [[0, 600, 600, 800]])).toBe(own);
  });
});
