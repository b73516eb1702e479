import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flatten } from "../../../../src/extract/ocr/raster/flatten.js";
import { liftSeals } from "../../../../src/extract/ocr/raster/lift-seals.js";
import { findRulings } from "../../../../src/extract/ocr/raster/rulings/find-rulings.js";
import { skew } from "../../../../src/extract/ocr/raster/skew.js";
import { tilt, tiltedBox, turn, turnedBox } from "../../../../src/extract/ocr/raster/turn.js";
import { blankPage, ink } from "../page-of-pixels.js";

const GLYPH = 24;

/** Rows of short strokes, as print looks from afar. */
function printedPage(): ReturnType<typeof blankPage> {
  const page = blankPage(1200, 900);
  for (let row = 0; row < 14; row++)
    for (let k = 0; k < 30; k++) ink(page, 100 + k * 30 + (row % 3) * 7, 80 + row * 50, 120 + k * 30, 100 + row * 50);
  return page;
}

describe("a page made straight", () => {
  it.each([-3.5, -0.6, 0.4, 2.2])("finds that lines fall by %s degrees, and lays them level", (degrees) => {
    const slanted = tilt(printedPage(), (-degrees * Math.PI) / 180);
    const found = skew(slanted);
    expect((found * 180) / Math.PI).toBeCloseTo(degrees, 0.9);
    expect((Math.abs(skew(tilt(slanted, found))) * 180) / Math.PI).toBeLessThan(0.1);
  });

  it("leaves a page without lines as it is", () => {
    expect(skew(blankPage(800, 800))).toBe(0);
  });

  it("comes back to itself after four quarter turns", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (width, height) => {
        const page = { width, height, data: Uint8Array.from({ length: width * height }, (_, i) => i) };
        expect(turn(turn(page, 90), 270)).toEqual(page);
        expect(turn(turn(page, 90), 90)).toEqual(turn(page, 180));
      }),
    );
  });
});

describe("a box on a page made straight", () => {
  const box = { x0: 800, y0: 600, x1: 840, y1: 620 };
  const middle = (page: ReturnType<typeof blankPage>) => {
    const at = Array.from(page.data.keys()).filter((i) => page.data[i]! < 100);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    return [mean(at.map((i) => i % page.width)), mean(at.map((i) => Math.floor(i / page.width)))] as const;
  };
  const page = blankPage(1200, 900);
  ink(page, box.x0, box.y0, box.x1, box.y1);

  it.each([
    ["tilted", tilt(page, 0.03), tiltedBox(box, page, 0.03)],
    ["turned", turn(page, 90), turnedBox(box, page, 90)],
    ["turned over", turn(page, 180), turnedBox(box, page, 180)],
  ])("goes with its ink when it is %s", (_, moved, { x0, y0, x1, y1 }) => {
    const [x, y] = middle(moved);
    expect(Math.abs((x0 + x1) / 2 - x)).toBeLessThan(1.5);
    expect(Math.abs((y0 + y1) / 2 - y)).toBeLessThan(1.5);
  });
});

describe("uneven light", () => {
  it("is evened out: paper is as bright in the shadow as beside it, and ink stays ink", () => {
    const page = blankPage(800, 400);
    for (let y = 0; y < 400; y++) for (let x = 0; x < 800; x++) page.data[y * 800 + x] = 240 - x / 6;
    ink(page, 40, 200, 60, 210, 60);
    ink(page, 740, 200, 760, 210, 30);
    const even = flatten(page, 50);
    expect(Math.abs(even.data[100 * 800 + 30]! - even.data[100 * 800 + 720]!)).toBeLessThan(20);
    expect(even.data[205 * 800 + 50]!).toBeLessThan(90);
    expect(even.data[205 * 800 + 750]!).toBeLessThan(90);
  });
});

describe("red", () => {
  const bitmap = () => {
    const data = new Uint8Array(800 * 600 * 4).fill(255);
    const paint = (x: number, y: number, [r, g, b]: readonly number[]) => data.set([r!, g!, b!], (y * 800 + x) * 4);
    return { image: { width: 800, height: 600, data }, paint };
  };

  it("of a seal is lifted, and black under it stays", () => {
    const { image, paint } = bitmap();
    for (let a = 0; a < 6000; a++) {
      const angle = (a / 6000) * 2 * Math.PI;
      for (let r = 150; r < 158; r++) paint(Math.round(400 + r * Math.cos(angle)), Math.round(300 + r * Math.sin(angle)), [210, 30, 40]);
    }
    for (let x = 230; x < 300; x++) for (let y = 296; y < 304; y++) paint(x, y, [25, 20, 20]);
    const { page: grey, seals } = liftSeals(image, 200);
    expect(seals).toHaveLength(1);
    expect(grey.data[150 * 800 + 400]!).toBeGreaterThan(200);
    expect(grey.data[300 * 800 + 246]!).toBeLessThan(60);
  });

  it("of a heading is no seal: it stays dark", () => {
    const { image, paint } = bitmap();
    for (let k = 0; k < 12; k++)
      for (let x = 0; x < 30; x++) for (let y = 0; y < 36; y++) if ((x + y) % 9 < 5) paint(100 + k * 48 + x, 80 + y, [210, 30, 40]);
    const { page: grey, seals } = liftSeals(image, 200);
    expect(seals).toEqual([]);
    expect(grey.data[80 * 800 + 100]!).toBeLessThan(110);
  });
});

describe("rulings on a raster", () => {
  const INK = 160;
  const grid = (stroke: (page: ReturnType<typeof blankPage>, x0: number, y0: number, x1: number, y1: number) => void) => {
    const page = blankPage(1000, 700);
    for (const y of [100, 160, 220, 400]) stroke(page, 100, y, 902, y + 2);
    for (const x of [100, 300, 600, 900]) stroke(page, x, 100, x + 2, 402);
    return page;
  };
  const places = (found: ReturnType<typeof findRulings>, direction: string) =>
    found
      .filter((ruling) => ruling.direction === direction)
      .map((ruling) => Math.round(ruling.at / 10) * 10)
      .sort((a, b) => a - b);

  it("are no level strokes of neighbouring ideographs", () => {
    const page = grid((on, x0, y0, x1, y1) => ink(on, x0, y0, x1, y1, 90));
    for (let k = 0; k < 10; k++) {
      ink(page, 310 + k * 27, 310, 336 + k * 27, 312, 90);
      ink(page, 322 + k * 27, 305, 329 + k * 27, 308, 90);
      ink(page, 312 + k * 27, 300, 314 + k * 27, 322, 90);
    }
    expect(places(findRulings(page, INK, GLYPH), "horizontal")).toEqual([100, 160, 220, 400]);
  });

  it.each([
    ["solid", (k: number) => k >= 0],
    ["dashed", (k: number) => k % 12 < 8],
    ["broken", (k: number) => k % 97 > 6],
  ])("that are %s are found with their ends", (_, drawn) => {
    const page = grid((on, x0, y0, x1, y1) => {
      for (let y = y0; y < y1; y++)
        for (let x = x0; x < x1; x++) if (drawn(x1 - x0 > y1 - y0 ? x - x0 : y - y0)) on.data[y * 1000 + x] = 90;
    });
    const found = findRulings(page, INK, GLYPH);
    expect(places(found, "horizontal")).toEqual([100, 160, 220, 400]);
    expect(places(found, "vertical")).toEqual([100, 300, 600, 900]);
    for (const ruling of found.filter(({ direction }) => direction === "horizontal")) {
      expect(Math.abs(ruling.from - 100)).toBeLessThan(6);
      expect(Math.abs(ruling.to - 900)).toBeLessThan(12);
    }
  });

  it("that are faint are found", () => {
    const found = findRulings(
      grid((on, x0, y0, x1, y1) => ink(on, x0, y0, x1, y1, 195)),
      INK,
      GLYPH,
    );
    expect(places(found, "horizontal")).toHaveLength(4);
    expect(places(found, "vertical")).toHaveLength(4);
  });

  it("are not seen in print", () => {
    expect(findRulings(printedPage(), INK, GLYPH)).toEqual([]);
  });

  it("are found where a row is hardly higher than its glyphs", () => {
    const page = blankPage(1000, 400);
    for (const y of [100, 132, 164]) ink(page, 100, y, 900, y + 2);
    for (const x of [100, 898]) ink(page, x, 100, x + 2, 166);
    ink(page, 500, 100, 502, 132);
    const found = findRulings(page, INK, GLYPH).find((ruling) => ruling.direction === "vertical" && Math.abs(ruling.at - 501) < 2);
    expect(found).toMatchObject({ from: expect.closeTo(101, -0.5), to: expect.closeTo(133, -0.5) });
  });

  it.each([0, 1, 2])("are found in a row that the end of the page cut off from its ruling, %i rows above others", (rows) => {
    const page = blankPage(1000, 400);
    const columns = [100, 300, 501, 898];
    for (let row = 0; row <= rows; row++) ink(page, 100, 130 + 60 * row, 900, 132 + 60 * row);
    for (const x of columns) ink(page, x, 100, x + 2, 132 + 60 * rows);
    ink(page, 320, 106, 342, 124);
    const found = findRulings(page, INK, GLYPH);
    expect(found.filter(({ direction }) => direction === "horizontal")).toHaveLength(rows + 1);
    const uprights = found.filter(({ direction }) => direction === "vertical").sort((a, b) => a.at - b.at);
    expect(uprights.map(({ at }) => Math.round((at - 1) / 3))).toEqual(columns.map((x) => Math.round(x / 3)));
    for (const { from } of uprights) expect(Math.abs(from - 100)).toBeLessThan(5);
  });

  it("are no strokes of print in rows as low as the print", () => {
    const page = blankPage(1000, 500);
    const columns = [100, 300, 600, 898];
    for (let y = 100; y <= 352; y += 28) ink(page, 100, y, 900, y + 2);
    for (const x of columns) ink(page, x, 100, x + 2, 354);
    // In one row a column is parted once more.
    ink(page, 750, 156, 752, 184);
    // Glyphs that touch the rulings above and below; a gate, open below, and a parenthesis.
    for (let y = 102; y < 352; y += 28) {
      for (const x of [340, 370, 400].map((left) => left + ((y * 5) % 17))) {
        for (const stroke of [0, 10, 20]) ink(page, x + stroke, y, x + stroke + 2, y + 26);
        ink(page, x, y + 12, x + 22, y + 14);
      }
    }
    for (const x of [630, 650]) ink(page, x, 132, x + 2, 155);
    ink(page, 630, 133, 652, 136);
    for (let y = 158; y < 184; y++) {
      const x = 684 - Math.round(4 * Math.sin(((y - 158) * Math.PI) / 26));
      ink(page, x, y, x + 2, y + 1);
    }
    const found = findRulings(page, INK, GLYPH).filter(({ direction }) => direction === "vertical");
    expect(found.map(({ at }) => Math.round((at - 1) / 3) * 3).sort((a, b) => a - b)).toEqual(
      [...columns, 750].map((x) => Math.round(x / 3) * 3).sort((a, b) => a - b),
    );
  });

  it.each([
    ["dashed", 8, 14],
    ["dotted", 2, 5],
  ])("that are %s and faint are found in low rows, with no stroke of the print between them", (_, dash, pitch) => {
    const page = blankPage(1000, 500);
    const [rows, columns] = [
      [100, 142, 184, 226, 268, 310],
      [100, 300, 450, 600, 900],
    ];
    for (const y of rows) for (let x = 100; x < 902; x += pitch) ink(page, x, y, x + dash, y + 2, 185);
    for (const x of columns) for (let y = 100; y < 312; y += pitch) ink(page, x, y, x + 2, y + dash, 185);
    // Glyphs with long uprights, figures, and a one in each row.
    for (const y of rows.slice(0, -1)) {
      for (const x of [130, 160, 330, 360, 640]) {
        for (const stroke of [0, 9, 18]) ink(page, x + stroke, y + 10, x + stroke + 2, y + 33);
        for (const stroke of [0, 11, 21]) ink(page, x, y + 10 + stroke, x + 20, y + 12 + stroke);
      }
      ink(page, 520, y + 12, 523, y + 31);
    }
    const found = findRulings(page, INK, GLYPH);
    const at = (direction: string) => found.filter((r) => r.direction === direction).map((r) => Math.round((r.at - 1) / 3) * 3);
    expect(at("vertical").sort((a, b) => a - b)).toEqual(columns.map((x) => Math.round(x / 3) * 3));
    expect(at("horizontal").sort((a, b) => a - b)).toEqual(rows.map((y) => Math.round(y / 3) * 3));
  });

  it("are no columns of figures, however near their rows", () => {
    const page = blankPage(1000, 700);
    for (const y of [90, 650]) ink(page, 100, y, 900, y + 2);
    for (let y = 100; y < 640; y += 32) {
      ink(page, 300, y, 303, y + 18);
      // Sevens: a bar and what hangs from its end.
      ink(page, 500, y, 512, y + 3);
      for (let k = 0; k < 18; k++) ink(page, 509 - (k >> 2), y + k, 512 - (k >> 2), y + k + 1);
      ink(page, 516, y + 15, 519, y + 18);
    }
    expect(findRulings(page, INK, GLYPH).map(({ direction }) => direction)).toEqual(["horizontal", "horizontal"]);
  });
});
