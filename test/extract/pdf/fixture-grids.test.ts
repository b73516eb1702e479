import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPdf } from "../../../src/extract/pdf/read-pdf.js";
import { shownBlocks, uncovered } from "../shown-blocks.js";

const fixtures = join(import.meta.dirname, "../../../fixtures/pdf");
const pdf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(fixtures, `${name}.pdf`)));
/** Written by hand from the page's HTML; a missing one is an error. */
const golden = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, "golden", `${name}.json`), "utf8"));

describe("PDFs printed from pages whose cells are known", () => {
  it.each([
    ["ruled-merged", "merged cells, and a dashed table without an outer border"],
    ["over-pages", "rows cut by page breaks under repeated heads"],
    ["three-line", "a three-line table, one without rulings, two side by side"],
    ["narrow-columns", "words and figures wrapped in narrow columns"],
  ])("%s: %s", async (name) => {
    const { blocks, warnings, pages } = await readPdf(pdf(name));
    expect(shownBlocks(blocks)).toEqual(golden(name));
    expect(blocks.flatMap((block) => (block.type === "table" ? uncovered(block) : []))).toEqual([]);
    expect(warnings).toEqual([]);
    expect(new Set(pages.map(({ textLayer }) => textLayer))).toEqual(new Set(["native"]));
  });
});
