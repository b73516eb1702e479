import { describe, expect, it } from "vitest";
import type { Extracted, Table } from "../../../../src/core/extracted.js";
import { unwrapLayout } from "../../../../src/normalize/report/parting/unwrap-layout.js";
import { documentOf, tableOf } from "../../table-of.js";

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

  it("keeps the rows of labels and values between those that hold tables", () => {
    const cell = (row: number, column: number, text: string, nested: Table[] = []) => ({
      row,
      column,
      rowSpan: 1,
      colSpan: 1,
      text,
      evidence: [],
      nested,
    });
    const inner = tableOf([
      ["指标", "指标值", "完成值", "分值", "得分"],
      ["整修踏步", "≥900级", "905级", "90", "87"],
    ]);
    const cells = [
      ...[cell(0, 0, "项目名称"), cell(0, 1, "楼道修缮"), cell(1, 0, "绩效指标"), cell(1, 1, "", [inner])],
      ...[cell(2, 0, "自评总分"), cell(2, 1, "96.6分")],
    ];
    const table: Table = { type: "table", index: 0, rowCount: 3, columnCount: 2, cells, origin: "markup", confidence: 1 };
    expect(unwrapLayout(documentOf(table)).blocks).toMatchObject([
      { type: "table", rowCount: 1, cells: [{ text: "项目名称" }, { text: "楼道修缮" }] },
      { type: "paragraph", text: "绩效指标" },
      inner,
      {
        type: "table",
        rowCount: 1,
        cells: [
          { row: 0, text: "自评总分" },
          { row: 0, text: "96.6分" },
        ],
      },
    ]);
  });
});
