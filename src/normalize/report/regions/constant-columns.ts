import type { Cell } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { type MetaField, metaField } from "../../lexicon/labels/meta-label.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import type { Region } from "../../tables/region.js";
import { isWithin, tellsIndicator } from "../../tables/tells-indicator.js";

/** A field of the form that a column tells, the same in each row: exports of budget systems repeat it. */
export interface ConstantColumn {
  readonly field: MetaField;
  readonly label: Cell;
  readonly value: Cell;
}

/** The columns of a region whose head names a field of the form and whose rows, but for totals and remarks, all say the same. */
export function constantColumns(region: Region): ConstantColumn[] {
  const { kind, grid, head, body } = region;
  if ((kind !== "indicators" && kind !== "funds") || head.length === 0) return [];
  return range(0, grid.columnCount).flatMap((column) => {
    const label = grid.at(head[0]!, column);
    const field = label?.column === column ? metaField(cellText(label)) : undefined;
    const value = grid.at(body[0] ?? -1, column);
    if (!label || !field || !value || cellText(value) === "") return [];
    // 资金名称 over 年度资金总额 heads the sources.
    if (kind === "funds" && fundSource(cellText(value)) === "total") return [];
    const isAside = (row: number, cell: Cell | undefined) =>
      (cell && (totalKind(cellText(cell)) !== undefined || !isWithin(cell, column, label.colSpan))) ||
      (region.kind === "indicators" && !tellsIndicator(grid, row, region.columns));
    const isConstant = body.every((row) => {
      const cell = grid.at(row, column);
      return (cell && cellText(cell) === cellText(value)) || isAside(row, cell);
    });
    return isConstant ? [{ field, label, value }] : [];
  });
}
