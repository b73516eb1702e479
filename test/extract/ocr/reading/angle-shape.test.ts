import { describe, expect, it } from "vitest";
import type { Raster } from "../../../../src/extract/ocr/raster/raster.js";
import { angleShape, inkColumns, isEqualsShape } from "../../../../src/extract/ocr/reading/angle-shape.js";
import { blankPage, ink } from "../page-of-pixels.js";

type Stroke = readonly [x0: number, y0: number, x1: number, y1: number];

/** Strokes, three pixels thick, in the middle of a line's picture; their unit is a thirtieth of its height. */
function drawn(strokes: readonly Stroke[], grey = 20): Raster {
  const line = blankPage(96, 48);
  for (const [x0, y0, x1, y1] of strokes) {
    const steps = 4 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
    for (let k = 0; k <= steps; k++) {
      const x = 33 + Math.round(x0 + ((x1 - x0) * k) / steps);
      const y = 8 + Math.round(y0 + ((y1 - y0) * k) / steps);
      ink(line, x, y, x + 3, y + 3, grey);
    }
  }
  return line;
}

const mirrored = (strokes: readonly Stroke[]): Stroke[] => strokes.map(([x0, y0, x1, y1]) => [28 - x0, y0, 28 - x1, y1]);
const ANGLE: Stroke[] = [
  [0, 0, 28, 10],
  [28, 10, 0, 20],
];
const LEVEL: Stroke[] = [...ANGLE, [0, 28, 28, 28]];
const SLANTED: Stroke[] = [...ANGLE, [0, 29, 28, 19]];

const shapeOf = (strokes: readonly Stroke[], grey?: number) => angleShape(drawn(strokes, grey), 0, 96);

describe("a comparison sign by its strokes", () => {
  it.each([
    [">", ANGLE],
    ["≥", LEVEL],
    ["≥", SLANTED],
    ["<", mirrored(ANGLE)],
    ["≤", mirrored(LEVEL)],
    ["≤", mirrored(SLANTED)],
  ] as const)("is %s", (sign, strokes) => {
    expect(shapeOf(strokes)).toBe(sign);
    expect(shapeOf(strokes, 150)).toBe(sign);
  });

  it("is ≥ where the lower arm runs into the bar in small print", () => {
    const small = drawn(LEVEL, 60);
    // Between the arm's open end and the bar the blurred edges of both meet.
    for (let y = 0; y < 48; y++)
      for (let x = 33; x < 46; x++) if (y > 28 && y < 37) small.data[y * 96 + x] = Math.min(150, small.data[y * 96 + x]!);
    expect(angleShape(small, 0, 96)).toBe("≥");
  });

  it("is ≥ where a third of the lower arm lies on the bar", () => {
    const small = drawn(LEVEL, 60);
    ink(small, 33, 28, 43, 37, 60);
    expect(angleShape(small, 0, 96)).toBe("≥");
  });

  const NONE: { readonly [name: string]: readonly Stroke[] } = {
    V: [
      [0, 0, 14, 28],
      [14, 28, 28, 0],
    ],
    M: [
      [0, 28, 4, 0],
      [4, 0, 14, 20],
      [14, 20, 24, 0],
      [24, 0, 28, 28],
    ],
    Z: [
      [0, 0, 24, 0],
      [24, 0, 0, 28],
      [0, 28, 24, 28],
    ],
    K: [
      [0, 0, 0, 28],
      [2, 14, 22, 0],
      [2, 14, 22, 28],
    ],
    X: [
      [0, 0, 24, 28],
      [24, 0, 0, 28],
    ],
    7: [
      [0, 0, 20, 0],
      [20, 0, 6, 28],
    ],
    "=": [
      [0, 8, 28, 8],
      [0, 20, 28, 20],
    ],
    "≡": [
      [0, 4, 28, 4],
      [0, 14, 28, 14],
      [0, 24, 28, 24],
    ],
    E: [
      [0, 0, 0, 28],
      [0, 0, 20, 0],
      [0, 14, 18, 14],
      [0, 28, 20, 28],
    ],
  };
  it.each(Object.keys(NONE))("is not %s", (name) => expect(shapeOf(NONE[name]!)).toBeUndefined());

  it("is nothing on blank paper", () => expect(angleShape(blankPage(96, 48), 0, 96)).toBeUndefined());
});

describe("the stretches of columns with ink", () => {
  it("are told from left to right", () => {
    const line = blankPage(96, 48);
    ink(line, 60, 10, 70, 30);
    ink(line, 10, 20, 14, 24);
    expect(inkColumns(line)).toEqual([
      [10, 14],
      [60, 70],
    ]);
  });
});

describe("an equals sign by its strokes", () => {
  const lower: Stroke = [0, 12, 28, 12];

  it("is two level strokes of one length, thin or faint", () => {
    expect(isEqualsShape(drawn([[0, 2, 28, 2], lower]), 0, 96)).toBe(true);
    expect(isEqualsShape(drawn([[0, 2, 28, 2], lower], 150), 0, 96)).toBe(true);
  });

  it("is neither the ideograph 二 nor one stroke, nor two that lean", () => {
    expect(isEqualsShape(drawn([[5, 2, 23, 2], lower]), 0, 96)).toBe(false);
    expect(isEqualsShape(drawn([lower]), 0, 96)).toBe(false);
    expect(isEqualsShape(drawn([[0, 2, 28, 8], lower]), 0, 96)).toBe(false);
  });
});
