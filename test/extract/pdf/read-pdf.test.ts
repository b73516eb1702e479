import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/core/fault.js";
import { LIMITS } from "../../../src/core/limits.js";
import { readPdf } from "../../../src/extract/pdf/read-pdf.js";
import type { Bitmap, PageImage } from "../../../src/extract/recognise.js";
import type { PlacedPage } from "../../../src/extract/tables/placed.js";
import { shownBlocks } from "../shown-blocks.js";
import { buildPdf, grid, show } from "./build-pdf.js";

const root = join(import.meta.dirname, "../../..");
const ROWS = [
  ["Item", "Target", "Score"],
  ["Roads", "18.5", "20"],
  ["Bridges", "4", "9.75"],
];
const page = { content: grid(ROWS, 60, 780) };

describe("readPdf", () => {
  it("turns a page by its own rotation, and one whose text lies on its side by its text", async () => {
    // The second is drawn sideways and says so; the third is upright and says it lies; the last lies and says nothing.
    const side = `q 0 1 -1 0 842 0 cm ${page.content} Q`;
    const { pages, blocks } = await readPdf(buildPdf([page, { content: side, rotate: 90 }, { ...page, rotate: 90 }, { content: side }]));
    expect(shownBlocks(blocks).flat(1)).toEqual([...ROWS, ...ROWS.slice(1), ...ROWS.slice(1), ...ROWS.slice(1)]);
    expect(pages.map(({ rotation, width }) => [rotation, width])).toEqual([
      [0, 595],
      [90, 842],
      [0, 595],
      [90, 842],
    ]);
  });

  it("reads a printed page that is turned as it reads the upright one", async () => {
    const bytes = readFileSync(join(root, "fixtures/pdf/ruled-merged.pdf")).toString("latin1");
    const turned = bytes.replace("/StructParents 0", "/Rotate 90      ");
    expect(turned).not.toBe(bytes);
    const read = async (text: string): Promise<unknown> => shownBlocks((await readPdf(new Uint8Array(Buffer.from(text, "latin1")))).blocks);
    expect(await read(turned)).toEqual(await read(bytes));
  });

  it("counts text drawn twice once, and leaves invisible text beside visible out", async () => {
    const content = show("Total 97.5", 60, 700) + show("Total 97.5", 60.3, 700) + show("hidden 12", 60, 600, { mode: 3 });
    expect(shownBlocks((await readPdf(buildPdf([{ content }]))).blocks)).toEqual(["Total 97.5"]);
  });
});

describe("a page without a text layer to be trusted", () => {
  /** A grey page with dark bars where lines of text might be. */
  const image = { width: 119, height: 168, pixels: new Uint8Array(119 * 168).map((_, i) => (Math.floor(i / 119) % 12 < 5 ? 30 : 250)) };
  const scan = { content: "q 595 0 0 842 0 0 cm /I Do Q", image };

  it("goes through the recogniser, who is shown the page upright", async () => {
    const asked: { number: number; width: number; height: number; bitmap: Bitmap }[] = [];
    const recognise = async ({ number, width, height, render }: PageImage): Promise<PlacedPage> => {
      asked.push({ number, width, height, bitmap: await render(72) });
      const text = `第${number}页如此。`;
      return {
        number,
        width,
        height,
        rotation: 0,
        textLayer: "ocr",
        rulings: [],
        words: [{ text, box: [60, 50, 160, 62], size: 12, baseline: 60, confidence: 0.6 }],
      };
    };
    const { pages, blocks, warnings } = await readPdf(buildPdf([page, scan, { ...scan, rotate: 90 }]), { recognise });
    expect(asked.map(({ number, width, height }) => [number, width, height])).toEqual([
      [2, 595, 842],
      [3, 842, 595],
    ]);
    expect(asked.map(({ bitmap }) => [bitmap.width, bitmap.height])).toEqual([
      [595, 842],
      [842, 595],
    ]);
    const darkness = asked.map(
      ({ bitmap: { data } }) => Array.from(data).reduce((sum, value, i) => (i % 4 < 3 ? sum + value : sum), 0) / (data.length * 0.75),
    );
    for (const mean of darkness) expect(mean).toBeCloseTo((5 * 30 + 7 * 250) / 12, -1);
    expect(pages.map(({ textLayer }) => textLayer)).toEqual(["native", "ocr", "ocr"]);
    // Lines as wide as the text goes are one paragraph.
    expect(shownBlocks(blocks)).toEqual([ROWS, "第2页如此。第3页如此。"]);
    expect(blocks[1]).toMatchObject({ type: "paragraph", reading: { confidence: 0.6 } });
    expect(warnings).toEqual([]);
  });

  it("is the warning page-unreadable without a recogniser, and where the recogniser fails; the rest is read", async () => {
    const bytes = buildPdf([scan, page]);
    const without = await readPdf(bytes);
    expect(without.warnings).toEqual([{ code: "page-unreadable", message: expect.stringContaining("no text layer"), page: 1 }]);
    expect(shownBlocks(without.blocks)).toEqual([ROWS]);
    const failing = await readPdf(bytes, { recognise: () => Promise.reject(new Error("out of memory")) });
    expect(failing.warnings).toEqual([{ code: "page-unreadable", message: expect.stringContaining("out of memory"), page: 1 }]);
    expect(shownBlocks(failing.blocks)).toEqual([ROWS]);
  });

  it("keeps the text that another recogniser laid invisibly over a scan, with a warning", async () => {
    const layered = { ...scan, content: `${scan.content}\n${show("Score 97.5", 60, 700, { mode: 3 })}` };
    const { pages, blocks, warnings } = await readPdf(buildPdf([layered]));
    expect(pages[0]!.textLayer).toBe("ocr");
    expect(shownBlocks(blocks)).toEqual(["Score 97.5"]);
    expect(warnings.map(({ code }) => code)).toEqual(["page-unreadable"]);
  });
});

describe("a hostile PDF", () => {
  const faultOf = async (bytes: Uint8Array, limits = LIMITS): Promise<string> => {
    try {
      await readPdf(bytes, { limits });
      return "none";
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      return (error as Fault).code;
    }
  };

  it("is too large by its pages, corrupt without any", async () => {
    expect(await faultOf(buildPdf([page, page]), { ...LIMITS, pages: 1 })).toBe("too-large");
    expect(await faultOf(buildPdf([]))).toBe("corrupt");
    expect(await faultOf(new TextEncoder().encode("%PDF-1.7\n1 0 obj\n"))).toBe("corrupt");
  });

  it("throws nothing but faults when it is cut off, overwritten or both", async () => {
    const whole = buildPdf([page, { content: show("Total 97.5", 60, 700) }]);
    const edit = fc.record({ at: fc.nat(whole.length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 4 }), fc.nat(whole.length), async (edits, length) => {
        const bytes = whole.slice(0, length < 200 ? whole.length : length);
        for (const { at, bytes: put } of edits) if (at + put.length <= bytes.length) bytes.set(put, at);
        await faultOf(bytes);
      }),
      { numRuns: 100 },
    );
  });
});
