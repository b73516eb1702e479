import type { Cell } from "../core/extracted.js";
import { groupBy } from "../core/group-by.js";
import { range } from "../core/range.js";
import type { HoledGrid } from "./html/shift-short-rows.js";
import type { TextCell } from "./text/tables/delimited-table.js";
import { completeShortRows } from "./text/tables/tabs/complete-short-rows.js";

/**
 * Rows of a table that lost all spans over rows (sites and converters drop the attribute), and with them the places of the cells that these covered: moved
 * to the right where what stands in the columns shows that the first cells are lacking, as in a text's rows. Tables with a span over rows stay as they are.
 */
export function completeSpanlessRows({ columnCount, cells, isHole }: HoledGrid): readonly Cell[] {
  if (cells.some(({ rowSpan }) => rowSpan > 1) || !cells.some(isHole)) return cells;
  const rows = withSecondHeads([...groupBy(cells, ({ row }) => row).values()].map((row) => ({ row, said: toLastSaid(row, isHole) })));
  const sources = new Map<TextCell, Cell>();
  const texts = rows.map(({ said }) =>
    said.flatMap((cell) =>
      range(0, cell.colSpan).map((at): TextCell => {
        const place = { text: at === 0 ? cell.text : "", line: 0 };
        if (at === 0) sources.set(place, cell);
        return place;
      }),
    ),
  );
  return completeShortRows(texts).flatMap((completed, index) => {
    if (completed.length === texts[index]!.length) return rows[index]!.row;
    const moved = completed.flatMap((place, column) => {
      const cell = sources.get(place);
      return cell ? [{ ...cell, column }] : [];
    });
    return withHoles(moved, columnCount);
  });
}

interface SaidRow {
  readonly row: readonly Cell[];
  /** Its cells to the last one that its source has. */
  readonly said: readonly Cell[];
}

/**
 * Second rows of heads stand below the heads that reach over several columns: those of a single column covered both rows. Only where they have just as
 * many columns as these.
 */
function withSecondHeads(rows: readonly SaidRow[]): readonly SaidRow[] {
  return rows.map((second, index) => {
    const head = rows[index - 1]?.said ?? [];
    const wide = head.filter(({ colSpan }) => colSpan > 1);
    const columns = wide.flatMap(({ column, colSpan }) => range(column, column + colSpan));
    const isSecond =
      wide.length > 0 && wide.length < head.length && columnsOf(second.said) === columns.length && !second.said.some(holdsDigit);
    if (!isSecond || head.some(holdsDigit) || columnsOf(head) !== columnsOf(second.row)) return second;
    const moved = second.said.map((cell) => ({ ...cell, column: columns[cell.column]! }));
    const row = withHoles(moved, columnsOf(head));
    return { row, said: row };
  });
}

function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { colSpan }) => sum + colSpan, 0);
}

function holdsDigit({ text }: Cell): boolean {
  return /\d/u.test(text);
}

/** A row's cells to the last one that its source has. */
function toLastSaid(row: readonly Cell[], isHole: HoledGrid["isHole"]): readonly Cell[] {
  return row.slice(0, row.findLastIndex((cell) => !isHole(cell)) + 1);
}

/** A row with empty cells wherever none stands. */
function withHoles(cells: readonly Cell[], columnCount: number): readonly Cell[] {
  const taken = new Set(cells.flatMap(({ column, colSpan }) => range(column, column + colSpan)));
  const { row } = cells[0]!;
  const holes = range(0, columnCount)
    .filter((column) => !taken.has(column))
    .map((column): Cell => ({ row, column, rowSpan: 1, colSpan: 1, text: "", evidence: [] }));
  return [...cells, ...holes].sort((a, b) => a.column - b.column);
}
