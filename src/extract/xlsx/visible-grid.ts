import type { WorkSheet } from "@e965/xlsx";
import { range } from "../../core/range.js";
import { cleanText } from "../../core/text.js";
import { rankOf } from "../rank-of.js";
import type { FoundCell, SheetCells } from "./sheet-cells.js";

/** A cell as it is seen; columns count the visible ones. */
export interface VisibleCell {
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** As shown, not yet cleaned. */
  readonly text: string;
}

/** A visible row in which the file has something. */
export interface VisibleRow {
  /** The sheet's own row number, from 1, and the rows of the sheets before it. */
  readonly line: number;
  /** Those that begin here: with text, or merged. */
  readonly cells: readonly VisibleCell[];
  /** Columns that have a format and no text. */
  readonly drawn: readonly number[];
  /** Visible rows with nothing at all stand before it. */
  readonly gapBefore: boolean;
}

export interface VisibleGrid {
  readonly rows: readonly VisibleRow[];
  readonly columnCount: number;
  /** How many hidden rows and columns hold text that is not seen. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

/** The part of a sheet that shows text: hidden rows and columns taken out, empty rows and columns around it cut off. A merge shows as far as it is not hidden. */
export function visibleGrid({ found, drawn }: SheetCells, sheet: WorkSheet, linesBefore: number): VisibleGrid {
  const texts = found.filter((cell) => cleanText(cell.text) !== "");
  if (texts.length === 0) return { rows: [], columnCount: 0, hiddenRows: 0, hiddenColumns: 0 };
  const rowHidden = (row: number) => Boolean(sheet["!rows"]?.[row]?.hidden);
  const columnHidden = (column: number) => Boolean(sheet["!cols"]?.[column]?.hidden);
  const [top, bottom] = ends(texts.map((cell) => cell.row));
  const [left, right] = ends(texts.map((cell) => cell.column));
  const within = (at: { row: number; column: number }) => at.row >= top && at.row <= bottom && at.column >= left && at.column <= right;
  const blank = drawn.filter(within);
  const rows = [...new Set([...found.filter(within), ...blank].map((cell) => cell.row))]
    .sort((a, b) => a - b)
    .filter((row) => !rowHidden(row));
  const columns = range(left, right + 1).filter((column) => !columnHidden(column));
  const byRow = new Map(rows.map((row) => [row, { cells: [] as VisibleCell[], drawn: [] as number[] }]));
  const unseen: FoundCell[] = [];
  for (const cell of found) {
    const row = rankOf(rows, cell.row);
    const column = rankOf(columns, cell.column);
    const rowSpan = rankOf(rows, cell.end.row + 1) - row;
    const colSpan = rankOf(columns, cell.end.column + 1) - column;
    if (rowSpan > 0 && colSpan > 0) byRow.get(rows[row]!)!.cells.push({ column, rowSpan, colSpan, text: cell.text });
    else if (cleanText(cell.text) !== "") unseen.push(cell);
  }
  for (const { row, column } of blank) if (!columnHidden(column)) byRow.get(row)?.drawn.push(rankOf(columns, column));
  const gapBefore = (row: number, before: number) => {
    for (let between = before + 1; between < row; between++) if (!rowHidden(between)) return true;
    return false;
  };
  return {
    rows: rows.map((row, index) => ({
      line: linesBefore + row + 1,
      cells: byRow.get(row)!.cells.sort((a, b) => a.column - b.column),
      drawn: byRow.get(row)!.drawn,
      gapBefore: index > 0 && gapBefore(row, rows[index - 1]!),
    })),
    columnCount: columns.length,
    hiddenRows: new Set(unseen.filter((cell) => rowHidden(cell.row)).map((cell) => cell.row)).size,
    hiddenColumns: new Set(unseen.filter((cell) => !rowHidden(cell.row)).map((cell) => cell.column)).size,
  };
}

function ends(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, 0],
  );
}
