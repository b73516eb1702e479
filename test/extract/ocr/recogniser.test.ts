import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { createRecogniser, type Recogniser } from "../../../src/extract/ocr/recogniser.js";
import type { PageImage } from "../../../src/extract/recognise.js";
import type { PlacedPage } from "../../../src/extract/tables/placed.js";

/** A form of our own making, drawn at 200 dpi, blurred, slanted by 1.2 degrees, with a red seal over its total. */
const SCAN = readFileSync(join(import.meta.dirname, "sealed-form.jpg"));
const FIGURES = [
  "≥12.5",
  "13.2",
  "15",
  "15",
  "=100%",
  "96.40%",
  "20",
  "19.28",
  "≤3850",
  "3796",
  "25",
  "25",
  "≥90%",
  "88%",
  "40",
  "39.11",
  "100",
  "98.39",
  "1,268.40",
  "1,103.07",
];

async function pageOf(scan: Buffer, quarterTurns = 0): Promise<PageImage> {
  const turned = await sharp(scan)
    .rotate(quarterTurns * 90)
    .toBuffer();
  const { width, height } = await sharp(turned).metadata();
  return {
    number: 1,
    width: (width * 72) / 200,
    height: (height * 72) / 200,
    rotation: 0,
    async render(dpi) {
      const size = { width: Math.round((width * dpi) / 200), height: Math.round((height * dpi) / 200) };
      const { data } = await sharp(turned)
        .resize({ ...size, fit: "fill" })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { ...size, data };
    },
  };
}

const figuresOf = (page: PlacedPage) => page.words.flatMap((word) => word.text.match(/[≥≤=]?\d[\d.,]*%?/gu) ?? []).sort();

describe("the recogniser", () => {
  const told: PlacedPage[] = [];
  const recogniser: Recogniser = createRecogniser({ ocr: "ppocr", workers: 2, onPage: (page) => told.push(page) })!;
  afterAll(() => recogniser.close());

  it("reads every figure of a slanted form, also under its red seal", async () => {
    const page = await recogniser.recognise(await pageOf(SCAN));
    expect(figuresOf(page)).toEqual([...FIGURES].sort());
    expect(page.textLayer).toBe("ocr");
    expect(told).toHaveLength(1);
  });

  it("gives each word its place, its confidence and its other readings", async () => {
    const page = await recogniser.recognise(await pageOf(SCAN));
    const [weight, score] = ["20", "19.28"].map((text) => page.words.find((word) => word.text === text)!);
    expect(weight!.box[2]).toBeLessThan(score!.box[0]);
    expect(Math.abs(weight!.baseline - score!.baseline)).toBeLessThan(1.5);
    expect(score!.confidence).toBeGreaterThan(0.9);
    expect(page.words.some((word) => (word.alternatives?.length ?? 0) > 0)).toBe(true);
  });

  it("finds the grid: seven rows between eight rulings, five columns", async () => {
    const { rulings } = await recogniser.recognise(await pageOf(SCAN));
    expect(rulings.filter((ruling) => ruling.direction === "horizontal")).toHaveLength(8);
    expect(new Set(rulings.filter((ruling) => ruling.direction === "vertical").map((ruling) => Math.round(ruling.at / 6)))).toHaveProperty(
      "size",
      6,
    );
  });

  it.each([1, 2, 3])("reads a page that lies turned by %s quarters, and says how it lay", async (quarters) => {
    const image = await pageOf(SCAN, quarters);
    const page = await recogniser.recognise(image);
    expect(figuresOf(page).filter((figure) => FIGURES.includes(figure)).length).toBeGreaterThanOrEqual(FIGURES.length - 1);
    expect(page.rotation).toBe((360 - quarters * 90) % 360);
    expect([page.width, page.height]).toEqual(quarters === 2 ? [image.width, image.height] : [image.height, image.width]);
  });

  it("reads nothing on a blank page", async () => {
    const blank = await sharp({ create: { width: 800, height: 1100, channels: 3, background: "#f4f1ea" } })
      .jpeg()
      .toBuffer();
    expect(await recogniser.recognise(await pageOf(blank))).toMatchObject({ textLayer: "none", words: [], rulings: [] });
  });

  it("reads a page it has read before without reading it again", async () => {
    const first = await recogniser.recognise(await pageOf(SCAN));
    const again = await recogniser.recognise({ ...(await pageOf(SCAN)), number: 7 });
    expect(again.number).toBe(7);
    expect(again.words).toBe(first.words);
  });

  it("passes the failure of one page on and reads the next", async () => {
    const image = await pageOf(SCAN);
    const broken = { ...image, render: () => Promise.reject(new Error("cannot be drawn")) };
    await expect(recogniser.recognise(broken)).rejects.toThrow("cannot be drawn");
    expect((await recogniser.recognise(image)).words.length).toBeGreaterThan(20);
  });

  it("is none where recognition is switched off", () => {
    expect(createRecogniser({ ocr: "off" })).toBeUndefined();
  });
});

describe("the other reader", () => {
  it("reads the form's whole numbers line by line", async () => {
    const recogniser = createRecogniser({ ocr: "tesseract" })!;
    const page = await recogniser.recognise(await pageOf(SCAN));
    await recogniser.close();
    const figures = figuresOf(page);
    expect(FIGURES.filter((figure) => figures.includes(figure.replace(/^[≥≤]/u, ""))).length).toBeGreaterThanOrEqual(FIGURES.length - 3);
    const garbled = page.words.find((word) => word.text.endsWith("90%"))!;
    expect(garbled.confidence).toBeLessThan(0.9);
    expect(garbled.alternatives).toContain("≥90%");
    expect(page.rulings.length).toBeGreaterThan(10);
  });
});
