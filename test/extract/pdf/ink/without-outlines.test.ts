import { describe, expect, it } from "vitest";
import type { InkGlyph, InkRuling } from "../../../../src/extract/pdf/ink/ink.js";
import { withoutOutlines } from "../../../../src/extract/pdf/ink/without-outlines.js";
import { readPdf } from "../../../../src/extract/pdf/read-pdf.js";
import { shownBlocks } from "../../shown-blocks.js";
import { buildPdf, show } from "../build-pdf.js";

const read = (content: string): ReturnType<typeof readPdf> => readPdf(buildPdf([{ content }]));
const stroke = (x: number, y: number, width: number, height = 0): string => `0.4 w ${x} ${y} m ${x + width} ${y + height} l S\n`;

describe("type made bold by stroking its outlines", () => {
  // Glyphs of the test's font are 6.672 points wide and twelve high; level strokes that nearly meet make one line, as dashes do.
  const outline = (x: number, y: number): string => [0.5, 3.6].map((from) => stroke(x + from, y + 3.5, 2.4)).join("");

  it("is not struck out, and the strokes are no rulings", async () => {
    const drawn = [..."1850"].map((_, i) => outline(60 + 6.672 * i, 700)).join("");
    const { blocks, warnings } = await read(`${show("1850", 60, 700)}${drawn}`);
    expect(shownBlocks(blocks)).toEqual(["1850"]);
    expect(warnings).toEqual([]);
  });

  it("is told from a single figure that a line strikes out", async () => {
    const { blocks } = await read(`${show("Score 90", 60, 700)}${show("7", 150, 700)}${stroke(150, 703.5, 6.6)}`);
    expect(JSON.stringify(shownBlocks(blocks))).not.toContain("7");
  });

  it.each([5.94, 5.949, 6])(
    "is told from the dots of a border that goes on above and below the glyph, though they stand at 5.951 and %s",
    (at) => {
      const glyph = { text: "）", x: 0, y: 20, advance: 10, size: 10, turn: 0 } as InkGlyph;
      const isWithin = (from: number) => from > 10 && from < 20;
      const dots = Array.from({ length: 20 }, (_, i) => 2 * i).map(
        (from) => ({ direction: "vertical", at: isWithin(from) ? at : 5.951, from, to: from + 0.8 }) as InkRuling,
      );
      expect(withoutOutlines(dots, [glyph])).toEqual(dots);
      expect(
        withoutOutlines(
          dots.filter(({ from }) => isWithin(from)),
          [glyph],
        ),
      ).toEqual([]);
    },
  );
});
