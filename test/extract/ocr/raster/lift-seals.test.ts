import { describe, expect, it } from "vitest";
import { liftSeals } from "../../../../src/extract/ocr/raster/lift-seals.js";

const SIDE = 700;
const DPI = 200;
const SEAL = [215, 30, 35] as const;
const MIDDLE = 350;

/** A ring 40 mm across with a block in its middle. */
function isSealed(x: number, y: number): boolean {
  const away = Math.hypot(x - MIDDLE, y - MIDDLE);
  return (away > 150 && away < 160) || (Math.abs(x - MIDDLE) < 40 && Math.abs(y - MIDDLE) < 40);
}

/** Print: thin strokes over the whole page. */
function isPrinted(x: number): boolean {
  return x % 24 < 3;
}

/** A printed page under a seal. `ink`: what it makes of a channel of the page, given its own. */
function sealed(ink: (page: number, seal: number) => number): Uint8ClampedArray {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const page = isPrinted(x) ? 15 : 255;
      const colour = SEAL.map((seal) => (isSealed(x, y) ? ink(page, seal) : page));
      data.set([...colour, 255], (y * SIDE + x) * 4);
    }
  return data;
}

const lifted = (ink: (page: number, seal: number) => number) => {
  const { page, seals } = liftSeals({ width: SIDE, height: SIDE, data: sealed(ink) }, DPI);
  return { seals, at: (x: number, y: number) => page.data[y * SIDE + x]! };
};
const INK = { x: 336 + 1, y: MIDDLE };
const BESIDE = { x: 336 + 12, y: MIDDLE };

describe("a seal in colour", () => {
  it("is lifted off print that shows through it, as a stamp's ink lets it", () => {
    const { seals, at } = lifted((page, seal) => (page * seal) / 255);
    expect(seals).toHaveLength(1);
    expect(seals[0]!.covering).toEqual([]);
    expect(at(INK.x, INK.y)).toBeLessThan(60);
    expect(at(BESIDE.x, BESIDE.y)).toBeGreaterThan(230);
  });

  it("is lifted off print over which a program laid it, half transparent", () => {
    const { seals, at } = lifted((page, seal) => 0.35 * page + 0.65 * seal);
    expect(seals[0]!.covering).toEqual([]);
    expect(at(INK.x, INK.y)).toBeLessThan(60);
    expect(at(BESIDE.x, BESIDE.y)).toBeGreaterThan(230);
  });

  it("says what it hides where nothing shows through", () => {
    const { seals, at } = lifted((_, seal) => seal);
    expect(at(INK.x, INK.y)).toBeGreaterThan(230);
    const covers = (x: number, y: number) =>
      seals[0]!.covering.filter((tile) => x >= tile.x0 && x < tile.x1 && y >= tile.y0 && y < tile.y1);
    expect(covers(MIDDLE, MIDDLE)).toMatchObject([{ inner: true }]);
    expect(covers(MIDDLE, MIDDLE - 100)).toEqual([]);
    expect(seals[0]!.covering.some(({ y0, inner }) => y0 < MIDDLE - 140 && !inner)).toBe(true);
  });
});
