import type { Cell, Table } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { type IndicatorRole, indicatorRole, NAMING_ROLES, RESULT_ROLES } from "../lexicon/head-words.js";
import type { Grid } from "./grid.js";

/** Names, targets and results at least. */
const FEWEST_HEADS = 3;
/** Heads stand in the first column, or behind one cell that stands beside the whole block. */
const HEAD_COLUMNS = [0, 1];

/**
 * A block whose indicators are columns (指标 | 巡查次数 | 合格率, and below 指标值 | ≥20次 | ≥95%), turned so that they are rows. Undefined where the
 * rows' first cells are not the heads of such a block. Cells keep their evidence.
 */
export function turnRows(grid: Grid, rows: readonly number[]): { readonly table: Table; readonly rows: readonly number[] } | undefined {
  for (const column of HEAD_COLUMNS) {
    const headed = rows.filter((row) => headRole(grid.at(row, column), column) !== undefined);
    const first = headed[0];
    const last = headed.at(-1);
    if (first === undefined || last === undefined || headed.length < FEWEST_HEADS || headed.length !== last - first + 1) continue;
    const roles = headed.map((row) => headRole(grid.at(row, column), column)!);
    if (new Set(roles).size < roles.length || !NAMING_ROLES.has(roles[0]!) || !roles.some((role) => RESULT_ROLES.has(role))) continue;
    return { table: turned(grid.table, { top: first, bottom: last, left: column }), rows: headed };
  }
  return undefined;
}

/** A head that one row has for itself. */
function headRole(cell: Cell | undefined, column: number): IndicatorRole | undefined {
  return cell?.column === column && cell.rowSpan === 1 && cell.colSpan === 1 ? indicatorRole(cellText(cell))?.role : undefined;
}

function turned(table: Table, { top, bottom, left }: { top: number; bottom: number; left: number }): Table {
  const within = table.cells.filter(({ row, column }) => row >= top && row <= bottom && column >= left);
  return {
    ...table,
    rowCount: table.columnCount - left,
    columnCount: bottom - top + 1,
    cells: within.map((cell) => ({
      ...cell,
      row: cell.column - left,
      column: cell.row - top,
      rowSpan: cell.colSpan,
      colSpan: Math.min(cell.rowSpan, bottom - cell.row + 1),
    })),
  };
}
