import { describe, expect, it } from "vitest";
import { type LineCrop, lineCrop } from "../../../../src/extract/ocr/lines/line-crop.js";
import { STEP } from "../../../../src/extract/ocr/pp-ocr.js";
import { inkPatches } from "../../../../src/extract/ocr/raster/ink.js";
import type { Raster } from "../../../../src/extract/ocr/raster/raster.js";
import type { Lattice } from "../../../../src/extract/ocr/reading/ctc.js";
import type { LineReading } from "../../../../src/extract/ocr/reading/line-reading.js";
import { readChoices } from "../../../../src/extract/ocr/reading/read-choices.js";
import { blankPage, ink } from "../page-of-pixels.js";

const GLYPH = 26;
const LINE = { x0: 30, y0: 20, x1: 180, y1: 46 };
const BOXES = [30, 110];

/** Two boxes, the second ticked, with a glyph behind each. */
function page(): Raster {
  const raster = blankPage(300, 80);
  for (const x of BOXES) {
    ink(raster, x, 22, x + 22, 24);
    ink(raster, x, 42, x + 22, 44);
    ink(raster, x, 22, x + 2, 44);
    ink(raster, x + 20, 22, x + 22, 44);
  }
  for (let k = 0; k < 14; k++) ink(raster, 114 + k, 38 - k, 117 + k, 41 - k);
  ink(raster, 60, 22, 84, 44);
  ink(raster, 140, 22, 164, 44);
  return raster;
}

/** Reads one glyph in each picture, the pictures' from left to right. */
function reader(...texts: string[]) {
  const all = ["", ...texts];
  let at = 0;
  return {
    read: async (images: readonly Raster[]): Promise<Lattice[]> =>
      images.map((image) => {
        const steps = image.width / STEP;
        const values = new Float32Array(steps * all.length);
        const own = ++at;
        for (let step = 0; step < steps; step++) values[step * all.length + (step === Math.floor(steps / 2) ? own : 0)] = 1;
        return { values, steps, classes: all.length, texts: all };
      }),
  };
}

/** A line read with glyphs at places of the page. */
function reading(crop: LineCrop, ...glyphs: [text: string, x: number, confidence: number][]): LineReading {
  const step = (x: number) => Math.round((x - crop.left) / crop.scale / STEP);
  return {
    text: glyphs.map(([text]) => text).join(""),
    confidence: 1,
    glyphs: glyphs.map(([text, x, confidence]) => ({ text, confidence, from: step(x), to: step(x) + 1 })),
    figures: [],
    alternatives: [],
    isPointed: false,
  };
}

async function choices(texts: string[], ...glyphs: [string, number, number][]): Promise<string[]> {
  const clean = page();
  const crop = lineCrop(clean, LINE, GLYPH);
  const readings = new Map([[crop, reading(crop, ...glyphs)]]);
  const found = await readChoices({ clean, patches: inkPatches(clean, 150), glyph: GLYPH }, 150, readings, reader(...texts));
  return [...found.values()].map(({ text }) => text);
}

describe("a line that holds boxes to tick", () => {
  it("is read as its boxes show, and what stands between them by itself", async () => {
    expect(await choices(["是", "否"], ["口", 41, 0.8], ["是", 72, 1], ["区", 121, 0.1], ["否", 152, 1])).toEqual(["□是☑否"]);
    expect(await choices(["是", "否"], ["是", 72, 1], ["否", 152, 1])).toEqual(["□是☑否"]);
  });

  it("is left as it was read where the squares are surely ideographs", async () => {
    expect(await choices(["罩", "家"], ["口", 41, 0.999], ["罩", 72, 1], ["国", 121, 0.99], ["家", 152, 1])).toEqual([]);
    expect(await choices(["罩", "家"], ["口", 41, 0.8], ["罩", 72, 1], ["国", 121, 0.99], ["家", 152, 1])).toEqual([]);
  });
});
