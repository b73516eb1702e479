import { expect, it } from "vitest";
import type { Table } from "../../../../src/core/extracted.js";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import { across, page, word } from "../placed-grid.js";

it("reads two thousand rows with a ruling under each in the time of its rows, not of their square", { timeout: 120_000 }, () => {
  const rows = Array.from({ length: 2000 }, (_, i) => [`第${i}号渠道清淤`, "≥5公里", `${i}`, "5", "5"]);
  const words = rows.flatMap((row, r) => row.map((text, i) => word(text, 60 + i * 95, 114 + r * 20)));
  const rulings = Array.from({ length: rows.length + 1 }, (_, i) => across(100 + i * 20, 56, 550));
  const [table, ...others] = layOut([{ ...page(words, rulings), height: 41_000 }]) as Table[];
  expect(others).toEqual([]);
  expect(table).toMatchObject({ rowCount: 2000, columnCount: 5 });
  expect(table!.cells.slice(-5).map((cell) => cell.text)).toEqual(rows.at(-1));
});
