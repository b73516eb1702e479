import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.js";
import type { Bitmap, PageImage } from "../../../src/extract/recognise.js";
import type { PlacedPage } from "../../../src/extract/tables/placed.js";
import { shownBlocks } from "../shown-blocks.js";
import { layer, ofdParts, part, text } from "./build-ofd.js";

const SCAN = new Uint8Array(readFileSync(join(import.meta.dirname, "..", "ocr", "sealed-form.jpg")));

/** A page whose picture lies on the lower half of an A4 sheet, and a page of text. */
function scannedOfd(scan: Uint8Array): Uint8Array {
  const picture = layer('<ofd:ImageObject ID="4" Boundary="0 148.5 210 148.5" CTM="210 0 0 148.5 0 0" ResourceID="5"/>');
  const media =
    '<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>scan.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>';
  const parts = ofdParts([picture, layer(text(20, 40, "正文"))], "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>");
  parts["Doc_0/DocumentRes.xml"] = part("Res", media).replace("<ofd:Res ", '<ofd:Res BaseLoc="Res" ');
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync({ ...files, "Doc_0/Res/scan.jpg": scan });
}

describe("an OFD page that is a picture", () => {
  it("is recognised from what stands on it, where it stands", async () => {
    const drawn: Bitmap[] = [];
    const recognise = async ({ number, width, height, rotation, render }: PageImage): Promise<PlacedPage> => {
      drawn.push(await render(36));
      const word = {
        text: "识别而来。",
        box: [50, 450, 150, 462] as [number, number, number, number],
        size: 12,
        baseline: 460,
        confidence: 0.9,
      };
      return { number, width, height, rotation, textLayer: "ocr", words: [word], rulings: [] };
    };
    const { pages, blocks, warnings } = await extract(scannedOfd(SCAN), { recognise });
    expect(pages.map(({ textLayer }) => textLayer)).toEqual(["ocr", "native"]);
    expect(shownBlocks(blocks).join("")).toBe("识别而来。正文");
    expect(warnings).toEqual([]);
    const [{ width, height, data }] = drawn as [Bitmap];
    expect([width, height]).toEqual([298, 421]);
    const inkIn = (from: number, to: number) => data.subarray(from * width * 4, to * width * 4).some((value) => value < 120);
    expect([inkIn(0, height / 2 - 1), inkIn(Math.ceil(height / 2), height)]).toEqual([false, true]);
  });

  it("stays unread with a warning where nothing recognises it, or its picture is broken", async () => {
    const recognise = async ({ render, ...page }: PageImage): Promise<PlacedPage> => {
      await render(36);
      return { ...page, textLayer: "none", words: [], rulings: [] };
    };
    for (const [bytes, options] of [
      [scannedOfd(SCAN), {}],
      [scannedOfd(SCAN), { recognise }],
      [scannedOfd(SCAN.subarray(0, 50)), { recognise }],
    ] as const) {
      const { warnings, pages } = await extract(bytes, options);
      expect(warnings).toMatchObject([{ code: "page-unreadable", page: 1 }]);
      expect(pages).toHaveLength(2);
    }
  });
});
