import { describe, expect, it } from "vitest";
import { bestPath, candidates, type Lattice } from "../../../../src/extract/ocr/reading/ctc.js";
import { figureSpots } from "../../../../src/extract/ocr/reading/figure-spots.js";
import { withMissedSigns } from "../../../../src/extract/ocr/reading/missed-sign.js";

const TEXTS = ["", "8", "3", ".", "≥", ">"];

/** A lattice of rows of probabilities, in the order of TEXTS. */
function lattice(...rows: number[][]): Lattice {
  return { values: Float32Array.from(rows.flat()), steps: rows.length, classes: TEXTS.length, texts: TEXTS };
}

const BLANK = [0.98, 0.01, 0.01, 0, 0, 0];
const EIGHT = [0.05, 0.9, 0.05, 0, 0, 0];

describe("reading a lattice", () => {
  it("takes a class seen in neighbouring steps for one glyph, and after a blank for another", () => {
    const glyphs = bestPath(lattice(EIGHT, EIGHT, BLANK, EIGHT));
    expect(glyphs.map((glyph) => glyph.text).join("")).toBe("88");
    expect(glyphs[0]).toMatchObject({ from: 0, to: 2 });
  });

  it("gives the other readings with their shares, the likeliest first", () => {
    const found = candidates(lattice(EIGHT, BLANK, [0.1, 0.5, 0.4, 0, 0, 0]), 0, 3, 5);
    expect(found.map(({ text }) => text).slice(0, 2)).toEqual(["88", "83"]);
    expect(found[0]!.share).toBeGreaterThan(found[1]!.share);
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.0001);
  });

  it("keeps a decimal point that nearly was there as another reading", () => {
    const found = candidates(lattice(EIGHT, BLANK, [0.6, 0, 0, 0.4, 0, 0], BLANK, EIGHT), 0, 5, 4);
    expect(found.map(({ text }) => text)).toContain("8.8");
  });

  it("survives lines of thousands of steps", () => {
    const rows = Array.from({ length: 2000 }, (_, i) => (i % 2 ? BLANK : EIGHT));
    expect(candidates(lattice(...rows), 0, rows.length, 1)[0]!.text).toMatch(/^8{900,1000}$/);
  });
});

describe("a comparison sign that no step is sure of", () => {
  it("is given back where some sign is likelier than none", () => {
    const torn = [0.36, 0, 0, 0, 0.32, 0.32];
    const glyphs = withMissedSigns(bestPath(lattice(BLANK, torn, torn, BLANK, EIGHT)), lattice(BLANK, torn, torn, BLANK, EIGHT));
    expect(figureSpots(glyphs)[0]!.text).toBe(">8");
    expect(glyphs[0]!.confidence).toBeLessThan(0.6);
  });

  it("is not made up", () => {
    const clear = lattice(BLANK, BLANK, BLANK, EIGHT);
    expect(withMissedSigns(bestPath(clear), clear)).toEqual(bestPath(clear));
  });
});
