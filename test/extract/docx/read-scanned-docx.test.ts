import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/core/limits.js";
import { readScannedDocx } from "../../../src/extract/docx/read-scanned-docx.js";
import { extract } from "../../../src/extract/extract.js";
import type { PageImage, Recognise } from "../../../src/extract/recognise.js";
import { buildDocx } from "./build-docx.js";

const SCAN = new Uint8Array(readFileSync(join(import.meta.dirname, "..", "ocr", "sealed-form.jpg")));
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const picture = (id: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="6000000" cy="8000000"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const vml = (id: string) =>
  `<w:p><w:r><w:pict><v:shape style="width:450pt;height:640pt"><v:imagedata r:id="${id}"/></v:shape></w:pict></w:r></w:p>`;
const chunks = {
  first: { name: "word/media/one.jpg", content: SCAN },
  second: { name: "word/media/two.jpg", content: SCAN },
  torn: { name: "word/media/torn.png", content: SCAN.subarray(0, 40) },
};

/** Draws what it is given and reads one long line on it. */
function noting(seen: PageImage[]): Recognise {
  return async (image) => {
    seen.push(image);
    await image.render(50);
    const { number, width, height, rotation } = image;
    const word = {
      text: `第${number}页上的结论是项目完成得很好。`,
      box: [50, 50, 250, 62] as const,
      size: 12,
      baseline: 60,
      confidence: 0.99,
    };
    return { number, width, height, rotation, textLayer: "ocr", words: [{ ...word, box: [...word.box] }], rulings: [] };
  };
}

describe("a Word document made of scans", () => {
  it("has its large pictures as pages, in order, drawn or in VML", async () => {
    const seen: PageImage[] = [];
    const docx = buildDocx(paragraph("附件") + picture("second") + vml("first"), { chunks });
    const { blocks, pages, warnings } = await readScannedDocx(docx, LIMITS, noting(seen));
    expect(seen.map(({ number }) => number)).toEqual([1, 2]);
    const text = blocks.map((block) => (block.type === "paragraph" ? block.text : "")).join("");
    expect(text).toBe("附件第1页上的结论是项目完成得很好。第2页上的结论是项目完成得很好。");
    expect(pages).toMatchObject([{ textLayer: "ocr" }, { textLayer: "ocr" }]);
    expect(warnings).toEqual([]);
  });

  it("is recognised in the pages that are asked for, no others", async () => {
    const seen: PageImage[] = [];
    const docx = buildDocx(picture("first") + picture("second") + vml("first") + picture("second"), { chunks });
    const { pages } = await extract(docx, { recognise: noting(seen), pages: { from: 2, to: 3 } });
    expect(seen.map(({ number }) => number)).toEqual([2, 3]);
    expect(pages.map(({ number }) => number)).toEqual([2, 3]);
  });

  it("loses only the picture that is broken, and says so", async () => {
    const { blocks, warnings } = await readScannedDocx(buildDocx(picture("torn") + picture("first"), { chunks }), LIMITS, noting([]));
    expect(blocks).toHaveLength(1);
    expect(warnings).toMatchObject([{ code: "picture-unread", message: expect.stringContaining("Picture 1") }]);
  });

  it("is read as it stands where it says more itself, or has tables, or nobody recognises", async () => {
    const seen: PageImage[] = [];
    const prose = buildDocx(paragraph("本项目按照年度计划组织实施，各项任务均已完成。".repeat(4)) + picture("first"), { chunks });
    const table = `<w:tbl><w:tr><w:tc>${paragraph("总分")}</w:tc><w:tc>${paragraph("98")}</w:tc></w:tr></w:tbl>`;
    for (const read of [
      await readScannedDocx(prose, LIMITS, noting(seen)),
      await readScannedDocx(buildDocx(table + picture("first"), { chunks }), LIMITS, noting(seen)),
      await readScannedDocx(buildDocx(picture("first"), { chunks }), LIMITS, undefined),
    ]) {
      expect(read.pages).toEqual([]);
      expect(read.warnings.map(({ code }) => code)).toEqual(["picture-unread"]);
    }
  });
});
