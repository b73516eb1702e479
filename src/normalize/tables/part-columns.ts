import type { Cell, Table } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { fundRole, indicatorRole } from "../lexicon/head-words.js";
import { saysNothing } from "../lexicon/lexicon.js";
import { type Grid, isBlank } from "./grid.js";

const SLASH = /[/／∕⁄]/u;

/**
 * A table of which a column holds two values in a cell (分值/得分 over 10/9.62), as its head says: two columns of one each. Undefined where none is. Cells
 * keep their evidence.
 */
export function partColumns(grid: Grid): Table | undefined {
  const parted = grid.table.cells
    .filter((cell) => cell.colSpan === 1 && headsTwo(cellText(cell)))
    .map((head) => ({ head, below: valuesBelow(grid, head) }));
  const columns = [...new Set(parted.filter(({ below }) => below.length > 0).map(({ head }) => head.column))];
  if (columns.length === 0) return undefined;
  const halved = new Set(parted.flatMap(({ head, below }) => (below.length > 0 ? [head, ...below] : [])));
  const moved = (column: number) => column + columns.filter((each) => each < column).length;
  const cells = grid.table.cells.flatMap((cell): Cell[] => {
    const column = moved(cell.column);
    const placed = { ...cell, column, colSpan: moved(cell.column + cell.colSpan) - column };
    if (!halved.has(cell)) return [placed];
    const [first = "", second = first] = saysNothing(cell.text) ? [cell.text] : cell.text.split(SLASH);
    return [
      { ...placed, colSpan: 1, text: first.trim() },
      { ...placed, column: column + 1, colSpan: 1, text: second.trim() },
    ];
  });
  return { ...grid.table, columnCount: grid.columnCount + columns.length, cells };
}

/** Two heads of columns of different kinds with a slash between. */
function headsTwo(text: string): boolean {
  const [first, second, ...more] = text.split(SLASH);
  if (first === undefined || second === undefined || more.length > 0) return false;
  return [indicatorRole, fundRole].some((roleOf) => {
    const [one, other] = [roleOf(first), roleOf(second)];
    return one?.exact === true && other?.exact === true && one.role !== other.role;
  });
}

/** The cells right below a head that hold two values or nothing; none where no cell does hold two. */
function valuesBelow(grid: Grid, head: Cell): readonly Cell[] {
  const cells: Cell[] = [];
  for (let row = head.row + head.rowSpan; row < grid.rowCount; ) {
    const cell = grid.at(row, head.column);
    if (!cell || cell.colSpan > 1 || !(isBlank(cell) || saysNothing(cell.text) || holdsTwo(cell))) break;
    cells.push(cell);
    row = cell.row + cell.rowSpan;
  }
  return cells.some(holdsTwo) ? cells : [];
}

function holdsTwo({ text }: Cell): boolean {
  const parts = text.split(SLASH).map((part) => part.trim());
  return parts.length === 2 && parts.every((part) => part !== "");
}
