import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPage } from "../../src/extract/draw-page.js";
import { readOfd } from "../../src/extract/ofd/read-ofd.js";
import { readPdf } from "../../src/extract/pdf/read-pdf.js";
import { layer, ofd, ofdParts, part, stroke, text, zipOf } from "./ofd/build-ofd.js";
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

  it("is drawn anew where it is an OFD's: its texts, lines and pictures where the evidence says, turned as it was read", async () => {
    const scan = new Uint8Array(readFileSync(join(import.meta.dirname, "ocr", "sealed-form.jpg")));
    const units = ["Roads", "18.5", "20"].map((word, i) => text(20 + 30 * i, 40, word, { step: `g ${word.length} 2.5` }));
    const lines = [30, 44].map((y) => stroke(18, y, 108, y)).concat([18, 48, 78, 108].map((x) => stroke(x, 30, x, 44)));
    const paper =
      '<ofd:PathObject ID="9" Boundary="0 0 210 297" Stroke="false" Fill="true"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 210 0 L 210 297 L 0 297 C</ofd:AbbreviatedData></ofd:PathObject>';
    const parts = ofdParts(
      [layer(paper, '<ofd:ImageObject ID="4" Boundary="0 200 210 97" CTM="210 0 0 97 0 0" ResourceID="5"/>', ...units, ...lines)],
      "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
    );
    const media =
      '<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>scan.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>';
    const withScan = (file: Uint8Array) => zipOf({ ...parts, "Doc_0/DocumentRes.xml": part("Res", media), "Doc_0/scan.jpg": file });
    const bytes = withScan(scan);
    const { blocks } = await readOfd(bytes);
    const boxes = blocks.flatMap((block) => (block.type === "table" ? block.cells.flatMap((cell) => cell.evidence) : []));
    const drawn = await sharp((await drawPage(bytes, 1, DPI))!)
      .png()
      .toBuffer();
    expect(await sharp(drawn).metadata()).toMatchObject({ width: 1191, height: 1684 });
    expect(boxes).toHaveLength(3);
    for (const { bbox } of boxes) expect(await inkIn(drawn, bbox!)).toBeGreaterThan(0.05);
    expect(await inkIn(drawn, [50, 84, 306, 87])).toBeGreaterThan(0.1);
    expect(await inkIn(drawn, [0, 570, 595, 840])).toBeGreaterThan(0.02);
    expect(await inkIn(drawn, [50, 200, 500, 500])).toBe(0);
    const turned = await sharp((await drawPage(bytes, 1, DPI, 90))!).metadata();
    expect([turned.width, turned.height]).toEqual([1684, 1191]);
    expect(await drawPage(bytes, 2, DPI)).toBeNull();
    const broken = new TextDecoder().decode((await drawPage(withScan(scan.subarray(0, 40)), 1, DPI))!);
    expect([broken.includes("<image"), broken.includes(">R</text>")]).toEqual([false, true]);
  });

  it("has an OFD's texts as nothing but texts", async () => {
    const hostile = "</text><script>alert(1)</script><image href='https://x.example/'/>\u202e\u0007";
    const inside = hostile.replace("\u0007", "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const path =
      '<ofd:PathObject ID="8" Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 L 5 url(javascript:x) "/&gt;&lt;script&gt;</ofd:AbbreviatedData></ofd:PathObject>';
    const svg = new TextDecoder().decode((await drawPage(ofd(layer(text(10, 40, inside), path)), 1, 72))!);
    expect(svg).not.toMatch(/<(?!\/?(?:svg|g|rect|path|text)\b)|javascript|href|[\p{Cc}\u202e]/u);
    expect([...svg.matchAll(/>([^<]+)<\/text>/gu)].map(([, shown]) => shown).join("")).toContain("&#60;script&#62;");
  });

  it("is none where the document has no such page", async () => {
    expect(await drawPage(buildPdf([{ content }]), 2, DPI)).toBeNull();
    expect(await drawPage(new TextEncoder().encode("项目支出绩效自评表"), 1, DPI)).toBeNull();
  });
});
