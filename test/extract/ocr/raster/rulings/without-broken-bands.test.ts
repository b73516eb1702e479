import { describe, expect, it } from "vitest";
import type { PixelBox } from "../../../../../src/extract/ocr/raster/raster.js";
import { measures } from "../../../../../src/extract/ocr/raster/rulings/pixel-ruling.js";
import { IN_COLUMN, IN_ROW, withoutBrokenBands } from "../../../../../src/extract/ocr/raster/rulings/without-broken-bands.js";
import { blankPage, ink } from "../../page-of-pixels.js";
import { wholeStroke } from "../../whole-stroke.js";

const GLYPH = 24;
const LEVELS = [100, 300, 340, 380].map((y) => wholeStroke(y, 100, 700));

/** A table of three rows, two of them as low as their print; `gap` blanks what the middle upright has in the second. */
function table(draw: (page: ReturnType<typeof blankPage>) => void, dash = 0) {
  const page = blankPage(800, 500);
  for (const { at } of LEVELS) ink(page, 100, at - 1, 702, at + 1);
  for (const x of [100, 400, 700])
    for (let y = 100; y < 380; y++) if (dash === 0 || y % (2 * dash) < dash) ink(page, x - 1, y, x + 1, y + 1);
  draw(page);
  return page;
}
const uprights = [100, 400, 700].map((x) => wholeStroke(x, 100, 380));
const kept = (page: ReturnType<typeof blankPage>, seals: readonly PixelBox[] = []) =>
  withoutBrokenBands(page, uprights, LEVELS, seals, measures(GLYPH), IN_COLUMN)
    .filter(({ at }) => at === 400)
    .map(({ from, to }) => [from, to]);

/** A glyph whose upright stroke stands where the ruling would: paper above and below it. */
function glyphAt(page: ReturnType<typeof blankPage>): void {
  ink(page, 396, 303, 405, 338, 250);
  ink(page, 399, 308, 401, 334, 60);
  ink(page, 390, 318, 410, 320, 60);
}

describe("an upright in a row as low as its print", () => {
  it("is a ruling where it is dark from one level ruling to the next", () => {
    expect(kept(table(() => {}))).toEqual([[100, 380]]);
  });

  it("is none between two tables, where nothing of it is", () => {
    expect(kept(table((page) => ink(page, 396, 302, 405, 338, 250)))).toEqual([
      [100, 300],
      [340, 380],
    ]);
  });

  it("is a glyph's stroke where there is paper between it and a ruling", () => {
    expect(kept(table(glyphAt))).toEqual([
      [100, 300],
      [340, 380],
    ]);
  });

  it("is a glyph's stroke though the table's border is pale all along, and the border stays", () => {
    const page = table((sheet) => {
      glyphAt(sheet);
      ink(sheet, 690, 102, 706, 380, 250);
      ink(sheet, 699, 102, 701, 380, 230);
    });
    expect(kept(page)).toEqual([
      [100, 300],
      [340, 380],
    ]);
    const border = withoutBrokenBands(page, uprights, LEVELS, [], measures(GLYPH), IN_COLUMN).filter(({ at }) => at === 700);
    expect(border.map(({ from, to }) => [from, to])).toEqual([[100, 380]]);
  });

  it("is a ruling that a seal was lifted from", () => {
    expect(kept(table(glyphAt), [{ x0: 350, y0: 310, x1: 600, y1: 480 }])).toEqual([[100, 380]]);
  });

  it("is a glyph's stroke where it ends in a seal at no ruling", () => {
    const seal = { x0: 350, y0: 40, x1: 600, y1: 240 };
    const page = table((sheet) => ink(sheet, 399, 56, 401, 84, 60));
    const longer = uprights.map((each) => (each.at === 400 ? wholeStroke(400, 56, 380) : each));
    const middle = withoutBrokenBands(page, longer, LEVELS, [seal], measures(GLYPH), IN_COLUMN).filter(({ at }) => at === 400);
    expect(middle.map(({ from, to }) => [from, to])).toEqual([[100, 380]]);
  });

  it("is a dashed ruling where the others are dashed", () => {
    expect(kept(table(() => {}, 4))).toEqual([[100, 380]]);
  });

  it("is the same ruling however it leans over a high row", () => {
    const leaning = table((page) => {
      ink(page, 395, 102, 405, 298, 250);
      for (let y = 102; y < 298; y++) ink(page, 397 + Math.floor((y - 100) / 40), y, 399 + Math.floor((y - 100) / 40), y + 1);
    });
    expect(kept(leaning)).toEqual([[100, 380]]);
  });
});

describe("a level ruling beside a cell merged over its row", () => {
  const xs = [100, 200, 500, 700].map((x) => wholeStroke(x, 60, 300));
  const level = wholeStroke(180, 100, 700);
  /** The page turned so that the level ruling is upright; `draw` has level first, then upright pixels. */
  const kept = (draw: (page: ReturnType<typeof blankPage>) => void) => {
    const page = blankPage(400, 800);
    for (const { at } of xs) ink(page, 60, at - 1, 300, at + 1);
    ink(page, 179, 200, 181, 700, 60);
    draw(page);
    return withoutBrokenBands(page, [level], xs, [], measures(GLYPH), IN_ROW).map(({ from, to }) => [from, to]);
  };

  it("does not go on through a line of text in that cell", () => {
    expect(
      kept((page) => {
        for (let x = 104; x < 196; x += 23) ink(page, 170, x, 190, x + 14, 60);
      }),
    ).toEqual([[200, 700]]);
  });

  it("is one though dust takes some of it", () => {
    expect(
      kept((page) => {
        ink(page, 179, 100, 181, 142, 60);
        ink(page, 179, 150, 181, 200, 60);
      }),
    ).toEqual([[100, 700]]);
  });

  it("is one though its dots are paler between them there, but no line of text that is", () => {
    const dotted = (page: ReturnType<typeof blankPage>, from: number, to: number, between: number) => {
      for (let x = from; x < to; x++) ink(page, 179, x, 181, x + 1, x % 6 < 4 ? 60 : between);
    };
    expect(
      kept((page) => {
        dotted(page, 200, 700, 190);
        dotted(page, 100, 200, 232);
      }),
    ).toEqual([[100, 700]]);
    expect(
      kept((page) => {
        dotted(page, 200, 700, 190);
        for (let x = 104; x < 196; x += 23) ink(page, 170, x, 190, x + 14, 60);
      }),
    ).toEqual([[200, 700]]);
  });
});
