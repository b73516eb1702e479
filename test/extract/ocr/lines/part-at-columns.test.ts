import { describe, expect, it } from "vitest";
import { partAtColumns } from "../../../../src/extract/ocr/lines/part-at-columns.js";
import type { InkPatch } from "../../../../src/extract/ocr/raster/ink.js";
import { wholeRuling } from "../whole-stroke.js";

const GLYPH = 20;

/** A line of ink in row `row`: its patches from–to. */
function line(row: number, ...patches: [from: number, to: number][]): InkPatch[] {
  return patches.map(([x0, x1]) => ({ x0, y0: row * 40, x1, y1: row * 40 + 18, pixels: 50 }));
}

/** Six rows whose first column ends at 100 and whose second begins at `second`. */
const table = (second: number) => [0, 1, 2, 3, 4, 5].map((row) => line(row, [40 + row, 70], [72, 100], [second, second + 12]));

/** Six rows alike whose first part ends in a small patch at the foot of the line, or in a high and narrow one. */
const sentences = (top: number) =>
  table(114).map((line, row) => [...line, { x0: 101, y0: row * 40 + top, x1: 105, y1: row * 40 + 20, pixels: 9 }]);

/** The same with the small patch in the middle of its blank, as some fonts have it: a gap on either side. */
const centred = () => table(122).map((line, row) => [...line, { x0: 109, y0: row * 40 + 12, x1: 113, y1: row * 40 + 21, pixels: 9 }]);

const upright = wholeRuling("vertical", 10, 0, 300);

describe("a gap narrower than a glyph", () => {
  it("parts columns where it runs through the rows", () => {
    expect(partAtColumns(table(112), [], GLYPH)).toHaveLength(12);
  });

  it("parts columns also where a frame stands around them all, with other texts beside them", () => {
    const framed = table(112).flatMap((row, k) => [row, line(k, [180, 200]), line(k, [240, 260])]);
    expect(partAtColumns(framed, [upright, { ...upright, at: 300 }], GLYPH)).toHaveLength(24);
    expect(
      partAtColumns(
        framed,
        [10, 150, 210, 300].map((at) => ({ ...upright, at })),
        GLYPH,
      ),
    ).toHaveLength(18);
  });

  it.each([
    ["is as narrow as the space before a unit", table(107), []],
    ["runs through too few rows", table(112).slice(0, 4), []],
    ["is closed in the rows around by text", [...table(112).slice(0, 3), line(3, [40, 130]), ...table(112).slice(4)], []],
    ["follows a comma in sentences that are alike", sentences(14), []],
    ["stands on both sides of one that is centred in its blank", centred(), []],
    ["follows a parenthesis in them", sentences(1), []],
    ["stands in a table with uprights", table(112), [upright]],
  ])("is no border where it %s", (_, lines, rulings) => {
    expect(partAtColumns(lines, rulings, GLYPH)).toHaveLength(lines.length);
  });
});
