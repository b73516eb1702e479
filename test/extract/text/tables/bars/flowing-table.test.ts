import { describe, expect, it } from "vitest";
import type { Table } from "../../../../../src/core/extracted.js";
import { readText } from "../../../../../src/extract/text/read-text.js";

const tables = (text: string) =>
  readText(new TextEncoder().encode(text)).blocks.flatMap((block) => (block.type === "table" ? [rowsOf(block)] : []));

function rowsOf({ cells, rowCount }: Table): string[] {
  return Array.from({ length: rowCount }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text }) => text)
      .join("/"),
  );
}

const FLOW = `    一级指标 |二级指标 |三级指标 |目标 |分值 | |产出指标 |数量指标
 |检修座数 |≥6座 |8 | | | |更换缆绳 |≥30根
   |7 | |效益指标 |社会效益指标 |安全水平 |明显提升 |9 | |合计 | | | |24
 | |`;

describe("a table that a dump wrote as one run of cells, broken at the page's width", () => {
  it("has as many columns as its head, and rows where two bars end them", () => {
    expect(tables(`附件\n\n${FLOW}\n\n完`)).toEqual([
      [
        "一级指标/二级指标/三级指标/目标/分值",
        "产出指标/数量指标/检修座数/≥6座/8",
        "//更换缆绳/≥30根/7",
        "效益指标/社会效益指标/安全水平/明显提升/9",
        "合计////24",
      ],
    ]);
  });

  it("is sought once in a run of lines, however many of them have bars", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => (i % 2 ? "x".repeat(80) : "甲|乙|丙|丁||戊"));
    const { user } = process.cpuUsage();
    tables(lines.join("\n"));
    expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(8);
  });

  it("is none where a row does not end as the head says", () => {
    expect(tables(FLOW.replace("|≥30根", "|≥30根 |35根"))).toEqual([]);
  });
});
