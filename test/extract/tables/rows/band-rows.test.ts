import { describe, expect, it } from "vitest";
import { bandRows } from "../../../../src/extract/tables/rows/band-rows.js";
import { textLines } from "../../../../src/extract/tables/text-lines.js";
import { word } from "../placed-grid.js";

const LEADING = 14.5;
const TOP = 100;

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
