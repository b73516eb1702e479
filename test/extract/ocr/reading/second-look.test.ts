import { describe, expect, it } from "vitest";
import { lineCrop } from "../../../../src/extract/ocr/lines/line-crop.js";
import type { FigureReading, LineReading } from "../../../../src/extract/ocr/reading/line-reading.js";
import { secondLook } from "../../../../src/extract/ocr/reading/second-look.js";
import { blankPage, ink } from "../page-of-pixels.js";

const KEYS = ["", "5", "8", ">", "≥", "1", "2", "="];
/** A look that reads >58 with this likelihood of its sign, and a further digit sometimes. */
function figure(sign: number, digits: number): FigureReading {
  return { text: "≥58", from: 0, to: 3, first: 0, last: 2, confidence: sign, digits, alternatives: [">58", "58", ">581"] };
}

describe("a figure whose sign is a question", () => {
  const page = blankPage(200, 60);
  ink(page, 20, 20, 80, 40);
  const box = { x0: 20, y0: 20, x1: 80, y1: 40 };
  const glyphs = Array.from("≥58", (text, i) => ({ text, confidence: 0.9, from: i * 4, to: i * 4 + 3 }));
  const reading = (spot: FigureReading, text = spot.text): LineReading => ({
    text,
    confidence: spot.confidence,
    glyphs,
    figures: [spot],
    alternatives: [],
    isPointed: false,
  });
  /** The second look sees >58 or what is given, as sure of each glyph as given. */
  const look = async (spot: FigureReading, sure: number, seen = ">58", line = spot.text) => {
    const steps = Array.from(seen).flatMap((text) => [0, KEYS.indexOf(text)]);
    const values = new Float32Array(steps.length * KEYS.length).fill((1 - sure) / (KEYS.length - 1));
    for (const [i, key] of steps.entries()) values[i * KEYS.length + key] = sure;
    const lattice = { steps: steps.length, classes: KEYS.length, values, texts: KEYS };
    const reader = { read: async (images: readonly unknown[]) => images.map(() => lattice) };
    const [checked] = await secondLook(page, 20, [lineCrop(page, box, 20)], [reading(spot, line)], reader as never);
    return checked!;
  };

  it("keeps readings of its sign alone where both looks are sure of its digits", async () => {
    const { alternatives } = await look(figure(0.4, 0.97), 0.99);
    expect(alternatives.every((other) => /^[>≥]?58$/u.test(other))).toBe(true);
  });

  it("keeps all where they are not", async () => {
    const { alternatives } = await look(figure(0.4, 0.5), 0.7);
    expect(alternatives).toContain(">581");
  });

  it("keeps readings with its bar where both looks saw that", async () => {
    const spot = { ...figure(0.9, 0.5), alternatives: [">58", "58", "≥581"] };
    expect((await look(spot, 0.9, "≥581")).alternatives).toContain("≥581");
    expect((await look(spot, 0.9, "≥581")).alternatives.every((other) => other.startsWith("≥"))).toBe(true);
  });

  it("has the sign of the look that saw one where the other saw a digit", async () => {
    const digit = { ...figure(0.95, 0.95), text: "258" };
    expect(await look(digit, 0.6, "≥58")).toMatchObject({ text: "≥58" });
    expect((await look(digit, 0.6, "≥58")).confidence).toBeLessThan(0.6);
    expect(await look(figure(0.6, 0.6), 0.99, "258")).toMatchObject({ text: "≥58" });
  });

  it("has no sign of the strokes that are cut off with it from the glyph before", async () => {
    const behind = { ...figure(0.9, 0.9), text: "58", from: 1, first: 1, alternatives: [] };
    expect(await look(behind, 0.95, "=58", "于58")).toMatchObject({ text: "于58", alternatives: [] });
    expect(await look(behind, 0.95, "≥58", "于58")).toMatchObject({ text: "于≥58" });
    expect(await look({ ...behind, from: 0, to: 2, first: 0, last: 1 }, 0.95, "=58")).toMatchObject({ text: "=58" });
  });

  it("does not see the glyphs beside it", async () => {
    const crowded = blankPage(200, 60);
    for (const [from, to] of [
      [20, 38],
      [40, 50],
      [52, 70],
    ] as const)
      ink(crowded, from, 20, to, 40);
    const line = lineCrop(crowded, { x0: 20, y0: 20, x1: 70, y1: 40 }, 20);
    const at = (x: number) => Math.round((x - line.left) / line.scale / 8);
    const around = [
      [20, 38],
      [40, 50],
      [52, 70],
    ].map(([from, to], i) => ({ text: "值9分"[i]!, confidence: 0.9, from: at(from!), to: at(to!) }));
    const nine = { ...figure(0.8, 0.8), text: "9", from: 1, to: 2, first: 1, last: 1, alternatives: [] };
    const stretches: number[] = [];
    const reader = {
      read: async (images: readonly { width: number; height: number; data: Uint8Array }[]) =>
        images.map(({ width, height, data }) => {
          const dark = Array.from({ length: width }, (_, x) =>
            Array.from({ length: height }, (_, y) => data[y * width + x]! < 128).some(Boolean),
          );
          stretches.push(dark.filter((isInk, x) => isInk && !dark[x - 1]).length);
          return { steps: 1, classes: KEYS.length, values: new Float32Array(KEYS.length), texts: KEYS };
        }),
    };
    await secondLook(crowded, 20, [line], [{ ...reading(nine, "值9分"), glyphs: around }], reader as never);
    expect(stretches).toEqual([1]);
  });
});
