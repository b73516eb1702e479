import { describe, expect, it } from "vitest";
import { withoutStreaks } from "../../../../../src/extract/ocr/raster/rulings/without-streaks.js";
import { wholeRuling } from "../../whole-stroke.js";

const SHEET = { width: 1000, height: 1400 };
const GLYPH = 24;
const table = [300, 400, 500]
  .map((y) => wholeRuling("horizontal", y, 100, 900))
  .concat([100, 500, 900].map((x) => wholeRuling("vertical", x, 300, 500)));

describe("strokes that come from the edge of the sheet", () => {
  it.each([
    ["down the whole sheet", wholeRuling("vertical", 620, 40, 1400)],
    ["from above into the table", wholeRuling("vertical", 620, 0, 480)],
    ["along it", wholeRuling("horizontal", 450, 0, 1000)],
  ])("and go beyond the table are none of its rulings: %s", (_, streak) => {
    expect(withoutStreaks([...table, streak], SHEET, GLYPH)).toEqual(table);
  });

  it("are rulings where the sheet's edge cuts the table", () => {
    const cut = [0, 200, 398]
      .flatMap((y) => wholeRuling("horizontal", y, 0, 600))
      .concat([0, 300, 598].map((x) => wholeRuling("vertical", x, 0, 400)));
    expect(withoutStreaks(cut, { width: 600, height: 400 }, GLYPH)).toEqual(cut);
  });

  it("are none where they stand alone in prose, and are columns where several stand beside each other", () => {
    const alone = [wholeRuling("vertical", 300, 100, 500), wholeRuling("vertical", 300, 700, 1200)];
    expect(withoutStreaks(alone, SHEET, GLYPH)).toEqual([]);
    const columns = [200, 400, 600].map((x) => wholeRuling("vertical", x, 100, 500));
    expect(withoutStreaks(columns, SHEET, GLYPH)).toEqual(columns);
  });
});
