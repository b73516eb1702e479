import { describe, expect, it } from "vitest";
import { readPdf } from "../../../../src/extract/pdf/read-pdf.js";
import { shownBlocks } from "../../shown-blocks.js";
import { buildPdf, grid, show } from "../build-pdf.js";

const read = (content: string): ReturnType<typeof readPdf> => readPdf(buildPdf([{ content }]));
const line = (x: number, y: number, width: number): string => `${x} ${y} ${width} 0.6 re f\n`;

/** Widths of the test's font are half an em. */
const word = (text: string, x: number, y: number): { drawn: string; through: string } => ({
  drawn: show(text, x, y),
  through: line(x, y + 3.5, 6 * text.length),
});

describe("text that a line strikes out", () => {
  it("is left out with the line, also beside what took its place", async () => {
    const old = word("2000", 60, 700);
    const { blocks, warnings } = await read(`${old.drawn}${old.through}${show("1850", 86, 700)}`);
    expect(shownBlocks(blocks)).toEqual(["1850"]);
    expect(warnings.map(({ code }) => code)).toEqual(["struck-text-dropped"]);
  });

  it("is left out of a table's cells", async () => {
    const rows = [
      ["Item", "Score"],
      ["Roads", "20"],
    ];
    const old = word("14.5", 192, 746);
    expect(shownBlocks((await read(`${grid(rows, 60, 780)}${old.drawn}${old.through}`)).blocks)).toEqual([rows]);
  });

  it("is not what is underlined, or what a border cuts through", async () => {
    const kept = word("1850", 60, 700);
    const walls = `${line(60, 703.5, 24)}60 690 0.6 30 re f\n84 690 0.6 30 re f\n`;
    for (const drawn of [line(60, 698.5, 24), line(60, 703.5, 200), walls])
      expect(JSON.stringify(shownBlocks((await read(`${kept.drawn}${drawn}`)).blocks))).toContain("1850");
  });
});
