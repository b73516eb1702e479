import { describe, expect, it } from "vitest";
import type { Word } from "../../../src/extract/tables/placed.js";
import { readingOf } from "../../../src/extract/tables/reading-of.js";

/** Recognised lines of a cell, one below the other. */
function stacked(...texts: readonly string[]): Word[] {
  return texts.map((text, i) => ({ text, box: [0, i * 14, 30, i * 14 + 10], size: 10, baseline: i * 14 + 9, confidence: 0.99 }));
}

const confidence = (...texts: readonly string[]) =>
  readingOf(stacked(...texts), (words) => words.map(({ text }) => text).join(""))?.confidence;

describe("a figure of pieces side by side", () => {
  it("is doubtful though both readers agree on one piece: the other may be a seal's", () => {
    const pieces: Word[] = [
      { text: "96.27", box: [0, 0, 30, 10], size: 10, baseline: 9, confidence: 0.55, agreed: true },
      { text: "1", box: [40, 0, 44, 10], size: 10, baseline: 9, confidence: 0.55 },
    ];
    const reading = readingOf(pieces, (words) => words.map(({ text }) => text).join(""));
    expect(reading).toMatchObject({ confidence: 0.55, agreed: false, alternatives: ["96.27", "1"] });
    expect(readingOf([pieces[0]!], ([word]) => word!.text)?.agreed).toBe(true);
  });
});

describe("a figure over several lines", () => {
  it("is doubtful: two rows may have run together", () => {
    expect(confidence("10", "10")).toBeLessThan(0.7);
    expect(confidence("95.1", "2")).toBeLessThan(0.7);
  });

  it("is one where its percent sign ends it: each of two rows would have its own", () => {
    expect(confidence("95.1", "2%")).toBe(0.99);
    expect(confidence("10", "分")).toBe(0.99);
  });
});
