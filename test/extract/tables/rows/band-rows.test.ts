import { describe, expect, it } from "vitest";
import { bandRows } from "../../../../src/extract/tables/rows/band-rows.js";
import { textLines } from "../../../../src/extract/tables/text-lines.js";
import { word } from "../placed-grid.js";

const LEADING = 14.5;
const TOP = 100;

describe("merged cells whose texts stand at the top of their rows", () => {
  const texts = (x: number, ...at: [string, number][]) => textLines(at.map(([text, y]) => word(text, x, y)));
  const figures = [120, 140, 168, 196].map((y, i): [string, number] => [String(20 + i), y]);
  const names = ["培训人数", "发放册数", "培训合格率", "农户满意度"].map((name, i): [string, number] => [name, figures[i]![1]]);

  it("cover the rows down to the next text, though the rows have theirs in the middle", () => {
    const level1 = texts(0, ["产出", 120], ["指标", 132], ["满意度", 190], ["指标", 202]);
    const level2 = texts(60, ["数量", 120], ["指标", 132], ["质量", 162], ["指标", 174], ["满意", 190], ["度", 202]);
    const { cuts, spans } = bandRows([level1, level2, texts(120, ...names), texts(220, ...figures), texts(280, ...figures)], 106, 212);
    expect(cuts.length).toBe(3);
    expect(spans[0]).toEqual([
      { from: 0, to: 3 },
      { from: 3, to: 4 },
    ]);
    expect(spans[1]).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 4 },
    ]);
  });

  it("are none where a column says nothing in some rows", () => {
    const rates = texts(60, ["明显", 120], ["明显", 196]);
    const { cuts, spans } = bandRows([texts(0, ...names), rates, texts(220, ...figures), texts(280, ...figures)], 106, 212);
    expect(cuts.length).toBe(3);
    expect(spans).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("rows without padding, whose lines stand as far apart as those of a wrapped text", () => {
  it("keep a text of two lines whole, though both stand half a line off the others of its row", () => {
    const rows = [
      ["采购装备", "9", ""],
      ["装备到货时限", "8", "厂家排产延后，|合同已补充条款"],
      ["组织演练", "9", ""],
      ["应急体系", "15", ""],
    ];
    const columns: ReturnType<typeof word>[][] = [[], [], [], [], []];
    let top = TOP;
    const ends: number[] = [];
    for (const [name, marks, reason] of rows) {
      const lines = reason!.split("|");
      const middle = top + (lines.length * LEADING) / 2;
      for (const [column, text] of [name!, marks!, marks!, marks!].entries()) columns[column]!.push(word(text, column * 100, middle + 3.8));
      if (reason !== "") columns[4]!.push(...lines.map((line, i) => word(line, 400, top + (i + 0.5) * LEADING + 3.8)));
      top += lines.length * LEADING;
      ends.push(top);
    }
    const { cuts } = bandRows(columns.map(textLines), TOP, top);
    expect(cuts.length).toBe(3);
    for (const [i, cut] of cuts.entries()) expect(Math.abs(cut - ends[i]!)).toBeLessThan(4);
  });
});
