import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/core/extracted.js";
import { readPdf } from "../../../src/extract/pdf/read-pdf.js";
import { buildPdf, grid, show } from "./build-pdf.js";

const rows = [
  ["Item", "Score"],
  ["Roads", "20"],
];
/** The confidence of a grid, more being drawn on its page. */
const confidence = async (drawn: string): Promise<number | undefined> => {
  const { blocks } = await readPdf(buildPdf([{ content: `${grid(rows, 60, 780)}${drawn}` }]));
  return blocks.find((block): block is Table => block.type === "table")?.confidence;
};

describe("texts that are printed over each other", () => {
  it("leave the grid in doubt that they stand in", async () => {
    expect(await confidence(show("Bridges", 66, 749))).toBeLessThan(0.6);
    expect(await confidence(show("Bridges", 66, 742))).toBeLessThan(0.6);
  });

  it("are neither those of other lines, nor bold by drawing twice, nor outside of it", async () => {
    for (const drawn of ["", show("Bridges", 100, 746), show("Roads", 64.3, 746), show("Bridges", 62, 700) + show("Tunnels", 63, 702)])
      expect(await confidence(drawn)).toBe(1);
  });
});
