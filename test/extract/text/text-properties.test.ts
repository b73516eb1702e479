import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Table } from "../../../src/core/extracted.js";
import { Fault } from "../../../src/core/fault.js";
import { readHtml } from "../../../src/extract/html/read-html.js";
import { readMarkdown, readText } from "../../../src/extract/text/read-text.js";
import { uncovered } from "../shown-blocks.js";

/** Pieces of which texts of all the kinds are made, so that random ones are near-misses of real structures. */
const PIECE = fc.constantFrom(
  ...'\n|\n\n|\t|\n\t|\n\n\t| |  |\u3000|\f|\r\n|,|，|。|；|：|"|\\||---|:-:|+|+---+|┌──┬──┐|│|├──┤|└──┘|# |* |**|$|\\geq|<|>|&nbsp;|&lt;|_'.split(
    "|",
  ),
  "|",
  "\n|",
  "| ",
  "|---|---|\n",
  "<table>",
  "<table><tr>",
  "</tr><tr>",
  "<td>",
  "<td rowspan=2>",
  '<td colspan="3">',
  "</td>",
  "</table>",
  "<br>",
  "<p>",
  "<b>",
  '<input type="checkbox" checked>',
  "一级指标",
  "产出指标（50分）",
  "渠道清淤长度",
  "本年度按计划完成渠道清淤和闸门检修，汛期前全部验收",
  "≥30公里",
  "98.50%",
  "1,688.91",
  "12",
  "9.5",
  "（一）",
  "1.",
);
const TEXT = fc.array(PIECE, { maxLength: 80 }).map((pieces) => pieces.join(""));

const READERS = { text: readText, markdown: readMarkdown, html: (bytes: Uint8Array) => readHtml(bytes).extracted } as const;

function texts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : tableTexts(block)));
}

function tableTexts(table: Table): string[] {
  return table.cells.flatMap((cell) => [cell.text, ...(cell.nested ?? []).flatMap(tableTexts)]);
}

function allTables(blocks: readonly Block[]): Table[] {
  const inside = (table: Table): Table[] => [table, ...table.cells.flatMap((cell) => cell.nested ?? []).flatMap(inside)];
  return blocks.flatMap((block) => (block.type === "table" ? inside(block) : []));
}

/** Groups of digits with the signs that make one figure of them. */
function figures(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*%?/gu) ?? [];
}

describe.each(Object.entries(READERS))("reading %s that is made of pieces of structures", (_, read) => {
  const blocksOf = (text: string) => read(Buffer.from(text)).blocks;

  it("throws nothing but faults", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        try {
          blocksOf(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("covers each grid once and numbers the tables in order", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const tables = allTables(blocksOf(text));
        expect(tables.map((table) => table.index)).toEqual(tables.map((_, index) => index));
        for (const table of tables) {
          expect(uncovered(table)).toEqual([]);
          for (const cell of table.cells)
            expect(cell.evidence[0]).toMatchObject({ table: table.index, row: cell.row, column: cell.column });
        }
      }),
      { numRuns: 400 },
    );
  });

  it("never makes a figure that the source does not have", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        // As written, and as a page shows it: without tags, without the marks of emphasis and LaTeX.
        const untagged = text.replace(/<[^<>]*>/gu, "");
        const sources = [text, untagged, untagged.replace(/[*_$\\]/gu, "")];
        for (const figure of texts(blocksOf(text)).flatMap(figures))
          expect([figure, sources.some((source) => source.includes(figure))]).toEqual([figure, true]);
      }),
      { numRuns: 400 },
    );
  });
});

describe("reading a text", () => {
  it("loses no figure", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const plain = text.replace(/<[^<>]*>/gu, " ");
        fc.pre(!/[<$]/u.test(plain));
        const read = texts(readText(Buffer.from(plain)).blocks).join(" ");
        for (const figure of figures(plain))
          for (const digits of figure.match(/\d+/gu) ?? []) expect([digits, read.includes(digits)]).toEqual([digits, true]);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["bars", "| a |\n".repeat(40_000)],
    ["unframed bars", "a | b\nc | d | e\n".repeat(20_000)],
    ["cells of a dump", "\tabc。\n".repeat(60_000)],
    ["contents", "第一章\t1\n".repeat(60_000)],
    ["grouped amounts", "1,200 3,400 5,600\n".repeat(40_000)],
    ["columns of spaces", "a   b   c\n  d   e   f\n".repeat(20_000)],
    ["open quotes", '"a\t"b\t"c\n'.repeat(20_000)],
    ["open tables", "<table><tr><td>a\n".repeat(150)],
    ["rules of a drawing", "+--+--+\n".repeat(30_000)],
    ["a long line", "a|".repeat(100_000)],
    ["a long line of markup", "<b ".repeat(100_000)],
    ["a long line of LaTeX", "$\\a".repeat(100_000)],
    ["a long line of stars", "**a".repeat(100_000)],
    ["a long line of blanks", `${" ".repeat(200_000)}a`],
    ["a long rule", `${"-".repeat(200_000)}a`],
  ])("takes no more than time in proportion: %s", { timeout: 20_000 }, (_, text) => {
    const from = performance.now();
    try {
      readMarkdown(Buffer.from(text));
    } catch (error) {
      expect(error).toMatchObject({ code: "too-large" });
    }
    expect(performance.now() - from).toBeLessThan(8000);
  });
});
