import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPage } from "../../src/extract/draw-page.js";
import { readPdf } from "../../src/extract/pdf/read-pdf.js";
import { buildPdf, grid } from "./pdf/build-pdf.js";

const ROWS = [
  ["Item", "Target", "Score"],
  ["Roads", "18.5", "20"],
];
const content = grid(ROWS, 60, 780);
const side = `q 0 1 -1 0 842 0 cm ${content} Q`;
const DPI = 144;

/** How much of a box, in points, is dark in a picture drawn at {@link DPI}. */
async function inkIn(png: Uint8Array, [x0, y0, x1, y1]: readonly [number, number, number, number]): Promise<number> {
  const [left, top] = [Math.floor(x0 * 2), Math.floor(y0 * 2)];
  const area = { left, top, width: Math.ceil(x1 * 2) - left, height: Math.ceil(y1 * 2) - top };
  const pixels = await sharp(png).extract(area).greyscale().raw().toBuffer();
  return pixels.filter((pixel) => pixel < 128).length / pixels.length;
}

describe("a page that is drawn", () => {
  it("has the text where its evidence says, however the page and its text are turned", async () => {
    const bytes = buildPdf([{ content }, { content: side, rotate: 90 }, { content, rotate: 90 }, { content: side }]);
    const { pages, blocks } = await readPdf(bytes);
    const boxes = blocks.flatMap((block) => (block.type === "table" ? block.cells.flatMap((cell) => cell.evidence) : []));
    for (const { number, width, height, rotation } of pages) {
      const png = (await drawPage(bytes, number, DPI, rotation))!;
      expect(await sharp(png).metadata()).toMatchObject({ width: width * 2, height: height * 2 });
      const own = boxes.filter(({ page, bbox }) => page === number && bbox !== undefined);
      expect(own.length).toBeGreaterThan(2);
      for (const { bbox } of own) expect(await inkIn(png, bbox!)).toBeGreaterThan(0.1);
    }
  });

  it("is drawn as it is shown where no rotation is told", async () => {
    const png = (await drawPage(buildPdf([{ content, rotate: 90 }]), 1, DPI))!;
    expect(await sharp(png).metadata()).toMatchObject({ width: 842 * 2, height: 595 * 2 });
  });

  it("has the size of the page that a picture was read as, turned as it was read", async () => {
    const scan = readFileSync(join(import.meta.dirname, "ocr", "sealed-form.jpg"));
    const { width, height } = await sharp(scan).metadata();
    const upright = await sharp((await drawPage(scan, 1, 72))!).metadata();
    const turned = await sharp((await drawPage(scan, 1, 72, 90))!).metadata();
    expect(upright.width / upright.height).toBeCloseTo(width / height, 2);
    expect([turned.width, turned.height]).toEqual([upright.height, upright.width]);
  });

  it("is none where the document has no such page", async () => {
    expect(await drawPage(buildPdf([{ content }]), 2, DPI)).toBeNull();
    expect(await drawPage(new TextEncoder().encode("项目支出绩效自评表"), 1, DPI)).toBeNull();
  });
});
