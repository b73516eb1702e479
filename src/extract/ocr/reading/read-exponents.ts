import { type LineCrop, lineCrop } from "../lines/line-crop.js";
import { type PpOcr, STEP } from "../pp-ocr.js";
import type { InkPatch } from "../raster/ink.js";
import type { Raster } from "../raster/raster.js";
import type { Glyph } from "./ctc.js";
import { type LineReading, lineReading } from "./line-reading.js";
import { readCrops } from "./read-crops.js";

/** The exponents and units with one that the reader knows: of a cube it makes a square. */
const SQUARED = /^[²㎡]$/u;
const CUBED: { readonly [squared: string]: string } = { "²": "³", "㎡": "㎥" };
/** An exponent's ink ends above so much of its line's height, and is so high at least and at most; its middle is so near to its glyph's. Heights of the line. */
const ENDS = 0.75;
const LEAST = 0.2;
const MOST = 0.65;
const NEAR = 0.5;
/** Least confidence in the digit that an exponent is read as by itself. */
const SURE = 0.8;

/** The readings of lines with the exponents of their units (m², m³) as their ink reads by itself, as a digit as high as a line: the reader knows no ³. */
export async function withExponents(
  { clean, patches }: { readonly clean: Raster; readonly patches: readonly InkPatch[] },
  readings: ReadonlyMap<LineCrop, LineReading>,
  reader: Pick<PpOcr, "read">,
): Promise<Map<LineCrop, LineReading>> {
  const spots = new Map<LineCrop, { readonly line: LineCrop; readonly at: number }>();
  for (const [line, { glyphs }] of readings) {
    glyphs.forEach((glyph, at) => {
      const ink = SQUARED.test(glyph.text) ? exponentInk(patches, glyph, line) : undefined;
      if (ink) spots.set(lineCrop(clean, ink, ink.y1 - ink.y0, 1, { from: ink.x0 - 1, to: ink.x1 + 1 }), { line, at });
    });
  }
  const told = new Map(readings);
  await readCrops([...spots.keys()], reader, (crop, lattice) => {
    const { line, at } = spots.get(crop)!;
    const { text, confidence } = lineReading(crop, lattice);
    if (text === "3" && confidence >= SURE) told.set(line, cubed(told.get(line)!, at));
  });
  return told;
}

function exponentInk(patches: readonly InkPatch[], { from, to }: Glyph, { box, left, scale }: LineCrop): InkPatch | undefined {
  const height = box.y1 - box.y0;
  const middle = left + ((from + to) / 2) * STEP * scale;
  const raised = patches.filter(
    ({ x0, y0, x1, y1 }) =>
      y0 >= box.y0 - 1 &&
      y1 <= box.y0 + ENDS * height &&
      y1 - y0 >= LEAST * height &&
      y1 - y0 <= MOST * height &&
      Math.abs((x0 + x1) / 2 - middle) <= NEAR * height,
  );
  return raised.sort((a, b) => b.x1 - a.x1)[0];
}

function cubed(reading: LineReading, at: number): LineReading {
  const glyphs = reading.glyphs.map((glyph, i) => (i === at ? { ...glyph, text: CUBED[glyph.text]! } : glyph));
  return { ...reading, glyphs, text: glyphs.map(({ text }) => text).join("") };
}
