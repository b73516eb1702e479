import { describe, expect, it } from "vitest";
import { readPdf } from "../../../../src/extract/pdf/read-pdf.js";
import { shownBlocks } from "../../shown-blocks.js";
import { buildPdf, grid, show } from "../build-pdf.js";

const ROWS = [
  ["Item", "Target", "Score"],
  ["Roads", "18.5", "20"],
  ["Bridges", "4", "9.75"],
];
const read = async (content: string): Promise<unknown> => shownBlocks((await readPdf(buildPdf([{ content }]))).blocks);

describe("what is laid over a page", () => {
  const tiles = (text: string, times: number): string =>
    Array.from({ length: times }, (_, i) => show(text, 70 + 150 * (i % 3), 758 - 24 * Math.floor(i / 3), { size: 16 })).join("");

  it("is left out when it is a light watermark in tiles", async () => {
    expect(await read(`${grid(ROWS, 60, 780)} 0.8 g ${tiles("DRAFT COPY", 6)}`)).toEqual([ROWS]);
  });

  it("is text when it stands there but once or twice, or is as dark as text", async () => {
    expect(await read(`0.7 g ${tiles("Annex A", 2)} 0 g ${show("Total 97.5", 60, 640)}`)).not.toEqual(["Total 97.5"]);
    expect(JSON.stringify(await read(`0.2 g ${tiles("Annex A", 6)} 0 g ${show("Total 97.5", 60, 640)}`))).toContain("Annex A");
  });
});

describe("cells without lines", () => {
  const panel = (x: number, y: number, width: number, height: number): string => `${x} ${y} ${width} ${height} re f\n`;
  const texts = ROWS.flatMap((row, r) => row.map((text, c) => show(text, 66 + 90 * c, 766 - 20 * r))).join("");
  const panels = ROWS.flatMap((row, r) => row.map((_, c) => panel(61 + 90 * c, 761 - 20 * r, 89, 19))).join("");

  it("are a table when they are light panels on a dark ground that shows between them", async () => {
    expect(await read(`0 g ${panel(60, 720, 271, 61)} 1 g ${panels} 0 g ${texts}`)).toEqual([ROWS]);
  });

  it("are a table when its head's panels are tinted", async () => {
    const head = ROWS[0]!.map((_, c) => panel(61 + 90 * c, 761, 89, 19)).join("");
    expect(await read(`0 g ${panel(60, 720, 271, 61)} 1 g ${panels} 0.85 0.88 0.95 rg ${head} 0 g ${texts}`)).toEqual([ROWS]);
  });

  it("are none when they are single notes on a coloured page", async () => {
    const notes = [0, 1, 2, 3].map((i) => `1 g ${panel(60, 700 - 120 * i, 300, 60)} 0 g ${show(`Note ${i}`, 70, 740 - 120 * i)}`).join("");
    const blocks = (await readPdf(buildPdf([{ content: `0.5 g ${panel(0, 0, 595, 842)} ${notes}` }]))).blocks;
    expect(blocks.map(({ type }) => type)).not.toContain("table");
  });
});
