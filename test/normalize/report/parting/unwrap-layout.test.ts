import { describe, expect, it } from "vitest";
import type { Extracted, Table } from "../../../../src/core/extracted.js";
import { unwrapLayout } from "../../../../src/normalize/report/parting/unwrap-layout.js";

describe("a table that only lays a page out", () => {
  it("is the text that it boxes in, where it has one column", () => {
    const rows = ["一、资金使用", "全年预算200万元，支出182万元。\n执行率91%。"];
    const cells = rows.map((text, row) => ({ row, column: 0, rowSpan: 1, colSpan: 1, text, evidence: [{ table: 0, row, column: 0 }] }));
    const table: Table = { type: "table", index: 0, rowCount: 2, columnCount: 1, cells, origin: "markup", confidence: 1 };
    const extracted: Extracted = { mediaType: "text/html", pages: [], blocks: [table], flow: "flowed", warnings: [] };
    expect(unwrapLayout(extracted).blocks).toMatchObject([
      { type: "paragraph", text: "一、资金使用", evidence: [{ row: 0 }] },
      { type: "paragraph", text: "全年预算200万元，支出182万元。", evidence: [{ row: 1 }] },
      { type: "paragraph", text: "执行率91%。", evidence: [{ row: 1 }] },
    ]);
  });
});
