import { describe, expect, it } from "vitest";
import type { Warning } from "../../../src/core/record.js";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

/** Pieces of a form whose rulings broke, as they were recognised. */
const table = tableOf(
  [
    ["—. 清运生活垃圾", "≥4.8万10吨", "4.9万吨", "110—10"],
    ["配备分类收集桶", "10 ≥720组", "720组", "—"],
    ["无害化处理", "15 1", "99%", "15"],
  ],
  { origin: "recognised" },
);
const codes = (...blocks: Parameters<typeof documentOf>) => normalize(documentOf(...blocks))[0]!.warnings.map(({ code }) => code);

const pieces = { ...table, cells: table.cells.map((cell) => ({ ...cell, reading: { confidence: 0.97, alternatives: [] } })) };

describe("a document that gave no indicators", () => {
  it("is a report that could not be read where its title says so and figures of its tables were lost", () => {
    expect(codes("垃圾收运项目绩效自评表", pieces)).toEqual(["indicators-unread"]);
  });

  it("is a report where its title calls it one and its sections tell figures", () => {
    expect(codes("2023年度垃圾收运项目绩效自评报告", "一、资金情况", "各镇按月支付，其中甲镇支付12万元。")).toEqual([]);
    expect(codes("2023年度垃圾收运项目绩效自评报告", "一、资金情况", "（按要求填写）")).toEqual(["not-a-report"]);
    expect(codes("2023年度垃圾收运项目绩效自评表", "一、资金情况", "各镇按月支付，其中甲镇支付12万元。")).toEqual(["not-a-report"]);
  });

  it("may be a report where a page of it was not read", () => {
    const read = documentOf("垃圾收运情况");
    const warnings: Warning[] = [{ code: "page-unreadable", message: "Page 2: it is a picture without text.", page: 2 }];
    const unread = { ...read, warnings };
    expect(normalize(unread)[0]!.warnings.map(({ code }) => code)).toEqual(["page-unreadable"]);
  });

  it("is no report without such a title", () => {
    expect(codes("垃圾收运情况", pieces)).toEqual(["not-a-report"]);
  });
});
