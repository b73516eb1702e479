import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/core/extracted.js";
import { Fault } from "../../../src/core/fault.js";
import { readXlsx } from "../../../src/extract/xlsx/read-xlsx.js";
import { uncovered } from "../shown-blocks.js";

const CELL = fc.oneof(
  fc.constantFrom("", "一级指标", "产出指标（50分）", "≥30公里", "98.50%", "甲\n乙", "单位：万元"),
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ min: -1000, max: 1000, noNaN: true }).map((value) => Math.round(value * 100) / 100),
);
const ROWS = fc.array(fc.array(CELL, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
const MERGE = fc
  .tuple(fc.nat(12), fc.nat(6), fc.nat(4), fc.nat(4))
  .map(([r, c, down, right]) => ({ s: { r, c }, e: { r: r + down, c: c + right } }));

function workbook(
  rows: readonly (readonly unknown[])[],
  merges: { s: { r: number; c: number }; e: { r: number; c: number } }[],
  bookType: "xlsx" | "xls",
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows as unknown[][]);
  sheet["!merges"] = merges;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "s");
  return new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);
}

async function expectFaultOnly(bytes: Uint8Array): Promise<void> {
  try {
    await readXlsx(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
  }
}

describe("reading workbooks of any content", () => {
  it("covers each grid once, and shows no figure that the workbook does not have", async () => {
    await fc.assert(
      fc.asyncProperty(ROWS, fc.array(MERGE, { maxLength: 4 }), async (rows, merges) => {
        const { blocks } = await readXlsx(workbook(rows, merges, "xlsx"));
        const source = new Set(rows.flat().flatMap((value) => String(value).match(/\d+(?:\.\d+)?/gu) ?? []));
        for (const block of blocks) {
          if (block.type === "table") expect(uncovered(block)).toEqual([]);
          const texts = block.type === "table" ? (block as Table).cells.map((cell) => cell.text) : [block.text];
          for (const figure of texts.flatMap((text) => text.match(/\d+(?:\.\d+)?/gu) ?? []))
            expect([figure, source.has(figure)]).toEqual([figure, true]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("throws nothing but faults when its bytes are garbled", async () => {
    const wholes = (["xlsx", "xls"] as const).map((type) =>
      workbook(
        [
          ["指标", "分值"],
          ["产出", 50.5],
        ],
        [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }],
        type,
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wholes),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        async (whole, changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          await expectFaultOnly(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("says that a formula is cut off, over which the library would not end", async () => {
    const bytes = workbook([["产出", 50.5]], [], "xls");
    // The record of the code page, two bytes long, as one of an array formula.
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
    bytes.set([0x21, 0x02], at);
    await expect(readXlsx(bytes)).rejects.toMatchObject({ code: "corrupt", message: expect.stringContaining("a formula is cut off") });
  });

  it("throws nothing but faults when a part's text is garbled", async () => {
    const parts = unzipSync(
      workbook(
        [
          ["指标", "分值"],
          ["产出", 50.5],
        ],
        [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }],
        "xlsx",
      ),
    );
    const names = Object.keys(parts);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(40),
        fc.constantFrom("", "<", ">", '"', "&#x0;", "</c>", '<c r="XFD1048576"><v>1</v></c>', "999999999"),
        async (name, at, length, piece) => {
          const text = Buffer.from(parts[name]!).toString();
          const from = at % text.length;
          await expectFaultOnly(zipSync({ ...parts, [name]: Buffer.from(text.slice(0, from) + piece + text.slice(from + length)) }));
        },
      ),
      { numRuns: 200 },
    );
  });
});
