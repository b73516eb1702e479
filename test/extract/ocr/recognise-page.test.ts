import { describe, expect, it } from "vitest";
import type { PpOcr } from "../../../src/extract/ocr/pp-ocr.js";
import type { Raster } from "../../../src/extract/ocr/raster/raster.js";
import type { Lattice } from "../../../src/extract/ocr/reading/ctc.js";
import { recognisePage } from "../../../src/extract/ocr/recognise-page.js";
import { secondOpinion } from "../../../src/extract/ocr/second-opinion.js";
import type { PageImage } from "../../../src/extract/recognise.js";
import { blankPage, ink } from "./page-of-pixels.js";

const TEXTS = ["", "8"];

/** A picture's probabilities: the text in the middle step, or nothing. */
function lattice(image: Raster, seen: boolean): Lattice {
  const steps = image.width / 8;
  const values = new Float32Array(steps * TEXTS.length);
  for (let step = 0; step < steps; step++) values[step * TEXTS.length + (seen && step === Math.floor(steps / 2) ? 1 : 0)] = 1;
  return { values, steps, classes: TEXTS.length, texts: TEXTS };
}

/** Sees no line by itself, so that each patch of ink is one; reads an 8 in every picture at the looks named. */
function reader(...looks: number[]): PpOcr {
  let look = 0;
  return {
    detect: async ({ width, height }) => blankPage(width, height, 0),
    read: async (images) => {
      const seen = looks.includes(look++);
      return images.map((image) => lattice(image, seen));
    },
    upsideDown: async (lines) => lines.map(() => 0),
    close: async () => undefined,
  };
}

/** Eight glyphs of the same size, far from each other, and a speck. */
const image: PageImage = {
  number: 1,
  width: 288,
  height: 288,
  rotation: 0,
  async render(dpi) {
    const side = Math.round(288 * (dpi / 72));
    const page = blankPage(side, side);
    for (let k = 0; k < 8; k++)
      for (const at of [0, 10, 20])
        ink(page, 100 + (k % 4) * 150, 200 + 200 * (k >> 2) + at, 116 + (k % 4) * 150, 204 + 200 * (k >> 2) + at);
    for (let k = 0; k < 8; k++) ink(page, 106 + (k % 4) * 150, 200 + 200 * (k >> 2), 110 + (k % 4) * 150, 224 + 200 * (k >> 2));
    ink(page, 300, 600, 304, 604);
    const data = new Uint8Array(side * side * 4).fill(255);
    page.data.forEach((grey, i) => {
      data.fill(grey, i * 4, i * 4 + 3);
    });
    return { width: side, height: side, data };
  },
};

const asked = (text: string) =>
  secondOpinion(async () => ({ readLine: async () => ({ text, confidence: 1 }), close: async () => undefined }));

describe("ink of which the reader makes nothing", () => {
  it("is looked at again, and doubted where it is read only then", async () => {
    const { words, unread } = await recognisePage(image, reader(1), asked(""));
    expect(words.map(({ text }) => text)).toEqual(Array(8).fill("8"));
    expect(words.every(({ confidence }) => confidence! < 0.9)).toBe(true);
    expect(unread).toBeUndefined();
  });

  it("is a doubtful figure where the second reader alone reads one", async () => {
    const { words } = await recognisePage(image, reader(), asked("7.5"));
    expect(words.map(({ text, confidence }) => [text, confidence])).toEqual(Array(8).fill(["7.5", 0.5]));
  });

  it("is told as unread where nobody reads it, specks left out", async () => {
    const { words, unread } = await recognisePage(image, reader(), asked("一"));
    expect(words).toEqual([]);
    expect(unread).toHaveLength(8);
    const [x0, y0, x1, y1] = unread![0]!;
    expect([x0, y0, x1, y1].map(Math.round)).toEqual([36, 72, 42, 81]);
  });
});
