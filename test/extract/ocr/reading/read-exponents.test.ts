import { describe, expect, it } from "vitest";
import { lineCrop } from "../../../../src/extract/ocr/lines/line-crop.js";
import { STEP } from "../../../../src/extract/ocr/pp-ocr.js";
import { inkPatches } from "../../../../src/extract/ocr/raster/ink.js";
import type { Raster } from "../../../../src/extract/ocr/raster/raster.js";
import type { Lattice } from "../../../../src/extract/ocr/reading/ctc.js";
import { withExponents } from "../../../../src/extract/ocr/reading/read-exponents.js";
import { blankPage, ink } from "../page-of-pixels.js";

/** A reader that makes the one digit of each picture, so surely. */
function reader(digit: string, sure = 1) {
  const texts = ["", digit];
  return {
    read: async (images: readonly Raster[]): Promise<Lattice[]> =>
      images.map((image) => {
        const steps = image.width / STEP;
        const values = new Float32Array(steps * 2);
        for (let step = 0; step < steps; step++) {
          const isHere = step === Math.floor(steps / 2);
          values[step * 2 + 1] = isHere ? sure : 0;
          values[step * 2] = isHere ? 1 - sure : 1;
        }
        return { values, steps, classes: 2, texts };
      }),
  };
}

/** The text that a line read as so many glyphs has once its exponents were looked at; the ink is an m and something raised behind it. */
async function textOf(glyphs: [text: string, x: number][], looks: ReturnType<typeof reader>): Promise<string> {
  const clean = blankPage(200, 80);
  ink(clean, 40, 32, 64, 50);
  ink(clean, 68, 20, 76, 33);
  const crop = lineCrop(clean, { x0: 40, y0: 20, x1: 77, y1: 50 }, 26);
  const step = (x: number) => Math.round((x - crop.left) / crop.scale / STEP);
  const reading = {
    text: glyphs.map(([text]) => text).join(""),
    confidence: 1,
    glyphs: glyphs.map(([text, x]) => ({ text, confidence: 1, from: step(x), to: step(x) + 1 })),
    figures: [],
    alternatives: [],
    isPointed: false,
  };
  const told = await withExponents({ clean, patches: inkPatches(clean, 150) }, new Map([[crop, reading]]), looks);
  return told.get(crop)!.text;
}

describe("a unit's exponent", () => {
  const AREA: [string, number][] = [
    ["m", 50],
    ["²", 70],
  ];

  it("is what its ink reads as by itself", async () => {
    expect(await textOf(AREA, reader("3"))).toBe("m³");
    expect(await textOf(AREA, reader("2"))).toBe("m²");
    expect(await textOf([["㎡", 60]], reader("3"))).toBe("㎥");
  });

  it("stays as it was read where the digit is not sure, and where nothing is raised", async () => {
    expect(await textOf(AREA, reader("3", 0.6))).toBe("m²");
    expect(await textOf([["²", 150]], reader("3"))).toBe("²");
  });
});
