import { cellText } from "../../figures/cell-figure.js";
import { readPoints } from "../../figures/points.js";
import { isLevel1, isLevel2, readLevelHeading } from "../../lexicon/labels/level.js";
import { isTotalRow } from "../../tables/is-total-row.js";
import type { IndicatorRegion } from "../../tables/region.js";
import { RowCells } from "./row-cells.js";

/**
 * The rows behind the end of an indicator table with marks: none of them has any, and above them stands the total, or a text across the table that names no
 * level (自评工作小组成员 over 姓名 | 单位 | 职务).
 */
export function rowsBehind(region: IndicatorRegion): ReadonlySet<number> {
  const { grid, body } = region;
  const last = body.findLastIndex((row) => hasMarks(region, row));
  if (last < 0) return new Set();
  const rest = body.slice(last + 1);
  if (isTotalRow(grid, body[last]!)) return new Set(rest);
  const caption = rest.findIndex((row) => isCaption(region, row));
  return new Set(caption < 0 ? [] : rest.slice(caption));
}

function hasMarks(region: IndicatorRegion, row: number): boolean {
  const cells = new RowCells(region, row);
  return (["weight", "score", "completionRate"] as const).some((role) => readPoints(cells.cell(role)) !== null);
}

function isCaption({ grid }: IndicatorRegion, row: number): boolean {
  const [cell, ...others] = grid.spoken(row);
  if (!cell || others.length > 0 || cell.colSpan < grid.columnCount) return false;
  const { name } = readLevelHeading(cellText(cell));
  return !isLevel1(name) && !isLevel2(name);
}
