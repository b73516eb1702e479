import { expect, it } from "vitest";
import { readText } from "../../../../../src/extract/text/read-text.js";

/** Rows of the first table, texts alone; a cell over several columns with how many. */
function rowsOf(...lines: string[]): string[][] {
  const { blocks } = readText(new TextEncoder().encode(lines.join("\n")));
  const table = blocks.find((block) => block.type === "table")!;
  if (table.type !== "table") throw new Error("no table");
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).map(({ text, colSpan }) => (colSpan > 1 ? `${text}<${colSpan}` : text)),
  );
}

it("lays a head of groups over the head below it", () => {
  expect(
    rowsOf(
      "| 指标 | 2021年 | 2022年 | 原因 |",
      "| 二级 | 三级 | 目标 | 完成 | 目标 | 完成 |  |",
      "| 数量 | 长度 | 8 | 7 | 9 | 9 | 无 |",
    )[0],
  ).toEqual(["指标<2", "2021年<2", "2022年<2", "原因"]);
});

it("leaves rows whose last cells are not written where they stand, above rows with empty ones", () => {
  const rows = rowsOf(
    "| 来源 | 预算数 | 执行数 | 执行率 | 分值 | 得分 |",
    "| --- | --- | --- | --- | --- | --- |",
    "| 总额 | 120.00 | 92.00 | 76.67% |",
    "| 拨款 | 120.00 | 92.00 | 76.67% |  |  |",
  );
  expect(rows[1]!.slice(0, 4)).toEqual(["总额", "120.00", "92.00", "76.67%"]);
});
