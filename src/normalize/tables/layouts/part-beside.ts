import type { Cell, Table } from "../../../core/extracted.js";
import { isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { fundRole } from "../../lexicon/labels/head-words.js";
import { metaField, shortField } from "../../lexicon/labels/meta-label.js";
import type { Grid } from "../grid.js";

/** Heads of amounts that make a fund table's head. */
const FEWEST_AMOUNTS = 2;

/**
 * A form whose heads (项目名称 | 某项目) stand beside its fund table, row by row: the fund table below the heads instead. Undefined where none stands so.
 * Cells keep their evidence.
 */
export function partBeside(grid: Grid): Table | undefined {
  for (let top = 0; top < grid.rowCount; top++) {
    const edge = edgeIn(grid, top);
    if (edge === undefined) continue;
    let end = top + 1;
    while (end < grid.rowCount && !isCrossed(grid, end, edge)) end++;
    if (end - top < 2 || isCrossed(grid, top, edge)) continue;
    const height = end - top;
    const cells = grid.table.cells.map((cell): Cell => {
      if (cell.row >= end) return { ...cell, row: cell.row + height };
      const own = { ...cell, rowSpan: Math.min(cell.rowSpan, end - cell.row) };
      return cell.row >= top && cell.column >= edge ? { ...own, row: cell.row + height, column: cell.column - edge } : own;
    });
    return { ...grid.table, rowCount: grid.rowCount + height, cells };
  }
  return undefined;
}

/** The column at which a fund table begins beside a form's head in the row. */
function edgeIn(grid: Grid, row: number): number | undefined {
  const spoken = grid.spoken(row);
  const heads = spoken.filter((cell) => (fundRole(cellText(cell))?.role ?? "label") !== "label");
  const amounts = heads.filter((cell) => isFundAmount(fundRole(cellText(cell))!.role));
  // A rate may stand before the amounts.
  const [first] = heads;
  if (!first || amounts.length < FEWEST_AMOUNTS || !heads.some((cell) => fundRole(cellText(cell))!.exact)) return undefined;
  const before = spoken.filter(({ column }) => column < first.column);
  const [head, value] = before;
  if (!head || !value || head.column > 0 || !isLabel(grid, head)) return undefined;
  // 项目资金 | 资金来源: the block's name beside the head of the rows' labels.
  if (before.length === 2 && fundRole(cellText(value))?.role === "label") return undefined;
  // The column of the rows' labels has a head, or none; left of it may stand the block's name.
  const side = before.slice(2).find(({ rowSpan }) => rowSpan > 1);
  const edge = side?.column ?? (before.length > 2 ? before.at(-1)!.column : value.column + value.colSpan);
  return edge < first.column ? edge : undefined;
}

/** A label of the form, or what may be one (项目) above one. */
function isLabel(grid: Grid, cell: Cell): boolean {
  const names = (text: string) => metaField(text) !== undefined;
  const below = grid.at(cell.row + cell.rowSpan, cell.column);
  return names(cellText(cell)) || (shortField(cellText(cell)) !== undefined && below !== undefined && names(cellText(below)));
}

function isCrossed(grid: Grid, row: number, edge: number): boolean {
  return grid.row(row).some(({ column, colSpan }) => column < edge && column + colSpan > edge);
}
