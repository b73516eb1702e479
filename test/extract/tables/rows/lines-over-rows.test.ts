import { describe, expect, it } from "vitest";
import { linesOverRows } from "../../../../src/extract/tables/rows/lines-over-rows.js";
import { type TextLine, textLines } from "../../../../src/extract/tables/text-lines.js";
import { word } from "../placed-grid.js";

const LEADING = 12;
/** Lines of a text in the middle between two heights, counted in lines. */
const text = (lines: readonly string[], from: number, to: number): TextLine[] =>
  textLines(lines.map((each, i) => word(each, 0, ((from + to) / 2 + i - (lines.length - 1) / 2) * LEADING + 3.8)));

describe("merged cells whose lines all stand equally far apart", () => {
  const ENDS = [0, 2, 3, 5, 6, 7];
  const rows = ENDS.slice(1).flatMap((to, i) => text(["20"], ENDS[i]!, to));
  const cuts = ENDS.slice(1, -1).map((at) => at * LEADING);

  it("cover the rows in whose midst their texts stand", () => {
    const levels = [...text(["产出数量", "指标"], 0, 3), ...text(["效益社会", "指标"], 3, 5), ...text(["效益生态", "指标"], 5, 7)];
    expect(linesOverRows(levels, [rows], cuts)?.spans).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 5 },
    ]);
  });

  it("leave a row without one where the column says nothing, and are none where a text stands in the midst of no rows", () => {
    expect(linesOverRows(text(["产出"], 0, 6), [rows], cuts)?.spans).toEqual([
      { from: 0, to: 4 },
      { from: 4, to: 5 },
    ]);
    expect(linesOverRows(text(["产出"], 0, 1), [rows], cuts)).toBeUndefined();
  });
});
