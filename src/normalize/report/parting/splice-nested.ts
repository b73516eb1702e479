import type { Cell, Table } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { indicatorRole } from "../../lexicon/labels/head-words.js";

/** Tables in one column of another that are one table with it, at least; and heads of columns that one of them begins with. */
const FEWEST_TABLES = 2;
const FEWEST_HEADS = 3;

/**
 * A table whose last column holds nothing but tables, a level beside each (产出指标 | [数量指标 | 某指标 | …]): all of it as one table. One of less columns
 * than the others has its first cell stand over those that it lacks, as a total's does. Undefined where it is none.
 */
export function spliceNested(table: Table): Table | undefined {
  const holders = table.cells.filter(({ nested }) => nested !== undefined && nested.length > 0);
  const column = holders[0]?.column ?? 0;
  const areAll = holders.every(
    (cell) => cell.nested!.length === 1 && cell.rowSpan === 1 && cell.column === column && cell.column + cell.colSpan === table.columnCount,
  );
  if (holders.length < FEWEST_TABLES || holders.length < table.rowCount || column === 0 || !areAll) return undefined;
  if (holders.some((cell) => cellText(cell) !== "") || !holders.some(({ nested }) => isHead(nested![0]!))) return undefined;
  const inner = new Map(holders.map(({ row, nested }) => [row, nested![0]!]));
  const width = Math.max(...[...inner.values()].map(({ columnCount }) => columnCount));
  const top = [0];
  for (let row = 0; row < table.rowCount; row++) top.push(top[row]! + inner.get(row)!.rowCount);
  const placed = (cell: Cell, place: Pick<Cell, "row" | "column" | "rowSpan" | "colSpan">): Cell => ({
    ...cell,
    ...place,
    evidence: cell.evidence.map((each) => ({ ...each, table: table.index, row: place.row, column: place.column })),
  });
  const outer = table.cells
    .filter((cell) => cell.column < column)
    .map((cell) => {
      const row = top[cell.row]!;
      return placed(cell, {
        row,
        column: cell.column,
        rowSpan: top[Math.min(cell.row + cell.rowSpan, table.rowCount)]! - row,
        colSpan: cell.colSpan,
      });
    });
  const cells = [...inner].flatMap(([row, own]) => {
    const spare = width - own.columnCount;
    return own.cells.map((cell) =>
      placed(cell, {
        row: top[row]! + cell.row,
        column: column + cell.column + (cell.column > 0 ? spare : 0),
        rowSpan: cell.rowSpan,
        colSpan: cell.colSpan + (cell.column > 0 ? 0 : spare),
      }),
    );
  });
  return { ...table, rowCount: top.at(-1)!, columnCount: column + width, cells: [...outer, ...cells] };
}

function isHead({ cells }: Table): boolean {
  return cells.filter((cell) => cell.row === 0 && indicatorRole(cellText(cell))?.exact).length >= FEWEST_HEADS;
}
