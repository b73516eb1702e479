import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CFB, utils, write } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.js";
import type { PageImage, Recognise } from "../../../src/extract/recognise.js";
import { shownBlocks } from "../shown-blocks.js";

const SCAN = new Uint8Array(readFileSync(join(import.meta.dirname, "..", "ocr", "sealed-form.jpg")));
const DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const READ = "本页由扫描件识别而来，项目自评得分为九十六分。";

/** Draws what it is given and reads one line on it. */
function noting(seen: PageImage[]): Recognise {
  return async (image) => {
    seen.push(image);
    await image.render(50);
    const { number, width, height, rotation } = image;
    const word = { text: READ, box: [50, 50, 300, 62] as [number, number, number, number], size: 12, baseline: 60, confidence: 0.99 };
    return { number, width, height, rotation, textLayer: "ocr", words: [word], rulings: [] };
  };
}

const page = (body: string) => strToU8(`<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`);
const scan = `<img src="data:image/jpeg;base64,${Buffer.from(SCAN).toString("base64")}">`;
const table = "<table><tr><td>指标</td><td>得分</td></tr><tr><td>完成率</td><td>9</td></tr></table>";

/** A workbook whose sheet shows pictures, as spreadsheet programs file them. */
function workbook(cells: (string | number)[][], media: { readonly [name: string]: Uint8Array }): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), "扫描件");
  const parts = unzipSync(new Uint8Array(write(book, { type: "array", bookType: "xlsx" })));
  const relations = Object.keys(media).map(
    (name, i) =>
      `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/${name}"/>`,
  );
  parts["xl/drawings/_rels/drawing1.xml.rels"] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
  );
  for (const [name, content] of Object.entries(media)) parts[`xl/media/${name}`] = new Uint8Array(content);
  return zipSync(parts);
}

function sheet(bookType: "ods" | "biff8"): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["附件"]]), "扫描件");
  return new Uint8Array(write(book, { type: "array", bookType }));
}

function openDocument(): Uint8Array {
  return zipSync({ ...unzipSync(sheet("ods")), "Pictures/100000.jpg": new Uint8Array(SCAN) });
}

/** Records of Excel (16-bit type and length) or of its drawings (instance, type, 32-bit length). */
function drawing(instance: number, type: number, ...content: Uint8Array[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(instance << 4, 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(Buffer.concat(content).length, 4);
  return Buffer.concat([head, ...content]);
}

/** A workbook of Excel 97 with a store of one picture; `cut` bytes are missing at its end. */
function oldWorkbook(cut = 0): Uint8Array {
  const file = CFB.read(Buffer.from(sheet("biff8")), { type: "buffer" });
  const picture = drawing(0x46a, 0xf01d, new Uint8Array(17), SCAN);
  const group = drawing(0, 0xf000, drawing(0, 0xf001, drawing(5, 0xf007, new Uint8Array(36), picture)));
  const records: Buffer[] = [];
  for (let at = 0; at < group.length; at += 8000) {
    const piece = group.subarray(at, at + 8000);
    const head = Buffer.alloc(4);
    head.writeUInt16LE(at === 0 ? 0xeb : 0x3c, 0);
    head.writeUInt16LE(piece.length, 2);
    records.push(head, piece);
  }
  const stream = CFB.find(file, "/Workbook")!;
  const content = Buffer.concat([Buffer.from(stream.content as Uint8Array), ...records]);
  CFB.utils.cfb_add(file, "/Workbook", content.subarray(0, content.length - cut));
  return new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
}

function savedPage(): Uint8Array {
  const lines = [
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from('<html><body><p>附件</p><img src="cid:1"></body></html>').toString("base64"),
    "--b",
    "Content-Type: image/jpeg",
    "Content-Transfer-Encoding: base64",
    "Content-Location: cid:1",
    "",
    Buffer.from(SCAN).toString("base64"),
    "--b--",
    "",
  ];
  return strToU8(lines.join("\r\n"));
}

describe("a document made of pictures", () => {
  it.each([
    ["a sheet in the OpenDocument format", openDocument()],
    ["a sheet of Excel 97", oldWorkbook()],
    ["a page saved in one file", savedPage()],
  ])("is read from those in %s", async (_, bytes) => {
    const { blocks, warnings } = await extract(bytes, { recognise: noting([]) });
    expect(shownBlocks(blocks).at(-1)).toBe(READ);
    expect(warnings).toEqual([]);
  });

  it("keeps the cells of a workbook whose store of pictures is cut off", async () => {
    const { blocks } = await extract(oldWorkbook(5000), { recognise: noting([]) });
    expect(shownBlocks(blocks)).toHaveLength(1);
  });

  it("is read from those in a web page itself, and from no address elsewhere", async () => {
    const seen: PageImage[] = [];
    const html = page(`<p>附件</p><img src="${DOT}">${scan}<img src="https://example.org/scan.png">`);
    const { blocks, pages, warnings } = await extract(html, { recognise: noting(seen) });
    expect(seen).toHaveLength(1);
    expect(shownBlocks(blocks)).toEqual(["附件", READ]);
    expect(pages).toMatchObject([{ number: 1, textLayer: "ocr" }]);
    expect(warnings).toEqual([]);
  });

  it("is read from those on a sheet", async () => {
    const seen: PageImage[] = [];
    const { blocks, pages } = await extract(workbook([["附件"]], { "image1.jpeg": SCAN, "image2.emf": SCAN.subarray(0, 9) }), {
      recognise: noting(seen),
    });
    expect(seen).toHaveLength(1);
    expect(shownBlocks(blocks).at(-1)).toBe(READ);
    expect(pages).toMatchObject([{ textLayer: "ocr" }]);
  });

  it.each([
    ["web page", page(table + scan)],
    [
      "workbook",
      workbook(
        [
          ["指标", "得分"],
          ["完成率", 9],
        ],
        { "image1.jpeg": SCAN },
      ),
    ],
  ])("keeps its own tables: the pictures of such a %s stay unread, and that is said", async (_, bytes) => {
    const seen: PageImage[] = [];
    const { blocks, warnings } = await extract(bytes, { recognise: noting(seen) });
    expect(seen).toEqual([]);
    expect(blocks.map(({ type }) => type)).toEqual(["table"]);
    expect(warnings).toMatchObject([{ code: "picture-unread" }]);
  });

  it("loses only a picture that is broken, and says so", async () => {
    const bytes = workbook([["附件"]], { "image1.jpeg": SCAN.subarray(0, 40), "image2.jpeg": SCAN });
    const { blocks, warnings } = await extract(bytes, { recognise: noting([]) });
    expect(shownBlocks(blocks).at(-1)).toBe(READ);
    expect(warnings).toMatchObject([{ code: "picture-unread", message: expect.stringContaining("1") }]);
  });

  it("keeps the cells of a workbook in which a picture's own compression is broken", async () => {
    const bytes = workbook(
      [
        ["指标", "得分"],
        ["完成率", 9],
      ],
      { "image1.png": strToU8("渡口浮桥".repeat(600)) },
    );
    const central = Buffer.from(bytes).lastIndexOf("xl/media/image1.png");
    const local = Buffer.from(bytes).indexOf("xl/media/image1.png");
    expect(local).toBeLessThan(central);
    bytes.fill(0xff, local + "xl/media/image1.png".length, local + "xl/media/image1.png".length + 8);
    const { blocks, warnings } = await extract(bytes, {});
    expect(blocks.map(({ type }) => type)).toEqual(["table"]);
    expect(warnings).toMatchObject([{ code: "picture-unread" }]);
  });
});
