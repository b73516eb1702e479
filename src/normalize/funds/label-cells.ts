import type { Cell } from "../../core/extracted.js";
import type { MoneyUnit } from "../../core/record.js";
import { cellText } from "../figures/cell-figure.js";
import { readAmount } from "../figures/money.js";
import { unglue } from "../figures/unglue.js";
import { fundSource } from "../lexicon/labels/fund-source.js";
import { isBlank } from "../tables/grid.js";
import type { FundRegion } from "../tables/region.js";

/** The row's label cells, left to right, without the side label; a cell that spans rows names a group. */
export function labelsOf(region: FundRegion, row: number): Cell[] {
  const cells = region.labels
    .map((column) => region.grid.at(row, column))
    .filter((cell): cell is Cell => cell !== undefined && !isBlank(cell) && cell !== region.side);
  // Columns of figures that have no role (总投资, 累计下达) stand before the amounts too.
  return [...new Set(cells)].filter((cell) => !/^(?:\d{1,2}|[万亿]?元)$/u.test(cellText(cell)) && readAmount(cellText(cell)) === null);
}

/** A unit in a column of its own: 年度资金总额 | 万元 | 120. */
export function unitBeside(region: FundRegion, row: number): MoneyUnit | undefined {
  const text = region.labels.map((column) => region.grid.at(row, column)).find((cell) => cell && /^[万亿]?元$/u.test(cellText(cell)));
  return text && (cellText(text) as MoneyUnit);
}

/** Where no column was left for the labels, the label that ran into the row's first figure. */
export function gluedLabel(region: FundRegion, row: number): { cell: Cell; label: string; value: string } | undefined {
  const cell = region.labels.length === 0 ? region.grid.at(row, 0) : undefined;
  const parts = cell && unglue(cell.text);
  return cell && parts && fundSource(parts.label) !== undefined ? { cell, ...parts } : undefined;
}

/** The label of the row that says that it is the total. */
export function totalLabel(region: FundRegion): Cell | undefined {
  return region.body.map((row) => labelsOf(region, row).at(-1)).find((label) => label && fundSource(cellText(label)) === "total");
}
