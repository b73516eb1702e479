import type { Table } from "../../../core/extracted.js";
import { isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { fundRole, indicatorRole, RESULT_ROLES } from "../../lexicon/labels/head-words.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { LONGEST_HEAD, readHead } from "../../lexicon/writing/fold.js";
import { begunAt, type Grid } from "../grid.js";

/** Names, targets and results at least. */
const FEWEST_HEADS = 3;
/** A head and two indicators at least. */
const FEWEST_CELLS = 3;
/** Heads stand in the first column, or behind one cell that stands beside the whole block. */
const HEAD_COLUMNS = [0, 1];

/**
 * A block whose indicators are columns (指标 | 巡查次数 | 合格率, and below 指标值 | ≥20次 | ≥95%), turned so that they are rows. Undefined where the
 * rows' first cells are not the heads of such a block; whether those that no list knows are heads, what stands behind them tells. Cells keep their evidence.
 */
export function turnRows(grid: Grid, rows: readonly number[]): { readonly table: Table; readonly rows: readonly number[] } | undefined {
  for (const column of HEAD_COLUMNS) {
    for (const headed of runs(rows.filter((row) => isHeaded(grid, row, column)))) {
      const roles = headed.flatMap((row) => indicatorRole(cellText(grid.at(row, column)!))?.role ?? []);
      const isBlock = headed.length >= FEWEST_HEADS && new Set(roles).size === roles.length && roles.some((role) => RESULT_ROLES.has(role));
      if (!isBlock) continue;
      return { table: turned(grid.table, { top: headed[0]!, bottom: headed.at(-1)!, left: column }), rows: headed };
    }
  }
  return undefined;
}

/** Whether a row begins with a head for itself: no label of the form, and no amount's. */
function isHeaded(grid: Grid, row: number, column: number): boolean {
  const cell = begunAt(grid, row, column);
  if (!cell || cell.rowSpan > 1 || cell.colSpan > 1 || grid.own(row).filter((other) => other.column >= column).length < FEWEST_CELLS)
    return false;
  const text = cellText(cell);
  return (
    readHead(text).name.length <= LONGEST_HEAD &&
    !/\d/u.test(text) &&
    metaField(text) === undefined &&
    fundSource(text) === undefined &&
    !tellsWhole(grid, row) &&
    !isFundAmount(fundRole(text)?.role ?? "")
  );
}

/** 总分 | 97.5 | 自评等级 | 优, below the block: the whole's result, told twice over. */
function tellsWhole(grid: Grid, row: number): boolean {
  const labels = grid.spoken(row).filter((cell) => totalKind(cellText(cell)) !== undefined);
  return labels.length > 1 && labels[0] === grid.spoken(row)[0];
}

/** The rows that follow each other, together. */
function runs(rows: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last?.at(-1) === row - 1) last.push(row);
    else found.push([row]);
  }
  return found;
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
