import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/core/limits.js";
import { openPage, pageCount } from "../../../src/extract/image/open-image.js";
import { resolutionOf } from "../../../src/extract/image/page-size.js";
import { readImage } from "../../../src/extract/image/read-image.js";
import type { PageImage, Recognise } from "../../../src/extract/recognise.js";

const SCAN = readFileSync(join(import.meta.dirname, "..", "ocr", "sealed-form.jpg"));

/** Notes what it was given and reads one word on it. */
function noting(pages: PageImage[]): Recognise {
  return async (image) => {
    pages.push(image);
    const { number, width, height, rotation } = image;
    await image.render(50);
    const word = { text: `结论${number}`, box: [50, 50, 90, 62], size: 12, baseline: 60, confidence: 0.99 } as const;
    return { number, width, height, rotation, textLayer: "ocr", words: [{ ...word, box: [...word.box] }], rulings: [] };
  };
}

const bmp = (width: number, height: number) => {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height, 0xff);
  bytes.write("BM");
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(0, 6);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.fill(0, 30, 54);
  return bytes;
};

describe("an image file", () => {
  it.each(["png", "jpeg", "tiff", "webp", "gif"] as const)("is a document of one page as %s", async (format) => {
    const seen: PageImage[] = [];
    const read = await readImage(await sharp(SCAN).toFormat(format).toBuffer(), { recognise: noting(seen) });
    expect(read.blocks).toMatchObject([{ type: "paragraph", text: "结论1" }]);
    expect(seen).toHaveLength(1);
  });

  it("is read as BMP too", async () => {
    const page = await openPage(bmp(300, 400), 0, LIMITS);
    const { width, height, data } = await page.draw(36);
    expect([width, height]).toEqual([Math.round(page.width / 2), Math.round(page.height / 2)]);
    expect(data[0]).toBe(255);
  });

  it("draws transparent pixels as paper", async () => {
    const clear = await sharp({ create: { width: 400, height: 500, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    const { data } = await (await openPage(clear, 0, LIMITS)).draw(20);
    expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
  });

  it("is as large as its resolution says, and stands as the camera held it", async () => {
    const tall = await sharp(SCAN).withMetadata({ density: 200, orientation: 6 }).jpeg().toBuffer();
    const { width, height } = await sharp(SCAN).metadata();
    const page = await openPage(tall, 0, LIMITS);
    expect(page.height).toBeCloseTo((width * 72) / 200, 0);
    expect(page.width).toBeCloseTo((height * 72) / 200, 0);
  });

  it("with more pixels than the limit is refused before it is decoded", async () => {
    await expect(readImage(SCAN, { limits: { ...LIMITS, pixels: 1000 } })).rejects.toMatchObject({ code: "too-large" });
    await expect(openPage(bmp(300, 400), 0, { ...LIMITS, pixels: 1000 })).rejects.toMatchObject({ code: "too-large" });
  });

  it("that is cut off is corrupt", async () => {
    const cut = (await sharp(SCAN).png().toBuffer()).subarray(0, 3000);
    await expect(readImage(cut, { recognise: noting([]) })).rejects.toMatchObject({ code: "corrupt" });
  });

  it("without a recogniser gives empty pages and says so", async () => {
    const read = await readImage(SCAN);
    expect(read).toMatchObject({ blocks: [], pages: [{ number: 1, textLayer: "none" }], warnings: [{ code: "page-unreadable", page: 1 }] });
  });

  it("has as many pages as an animation has sheets: one", async () => {
    expect(await pageCount(await sharp(SCAN).gif().toBuffer(), LIMITS)).toBe(1);
  });
});

describe("the resolution of a scan", () => {
  it("is what the file says where that makes a sheet of paper", () => {
    expect(resolutionOf(1654, 2339, 200)).toBe(200);
  });

  it.each([undefined, 72, 96, 2400])("is taken from an A4 sheet where the file says %s", (stated) => {
    expect(resolutionOf(2480, 3508, stated)).toBeCloseTo(300, -0.5);
    expect(resolutionOf(3508, 2480, stated)).toBeCloseTo(300, -0.5);
  });
});
