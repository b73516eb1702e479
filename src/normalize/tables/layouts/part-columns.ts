import { exact } from "../../../core/decimal.js";
import type { Cell, Table } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import { fundRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { type Grid, isBlank } from "../grid.js";

export const SLASH = /[/／∕⁄]/u;
/** 自评得分（得分/分值）: the two heads in parentheses behind the name of both. */
const WITHIN = /^.{2,12}[(（]([^()（）]+)[)）]$/u;
/** Fewer pairs may be fractions of something else. */
const FEWEST_PAIRS = 2;
/** What a lone head of scores stands for where each cell below holds the full marks too. */
const MARKED = { weight: "分值", score: "得分" } as const;

/**
 * A table of which a column holds two values in a cell (分值/得分 over 10/9.62; 得分 over 9.62/10), as its head says: two columns of one each. Undefined where none is. Cells
 * keep their evidence.
 */
export function partColumns(grid: Grid): Table | undefined {
  const parted = grid.table.cells
    .filter(({ colSpan }) => colSpan === 1)
    .map((head) => {
      const below = valuesBelow(grid, head);
      const heads = below.length > 0 ? (twoHeads(cellText(head)) ?? marksHeads(grid, head, below)) : undefined;
      return { head, heads, below: heads ? below : [] };
    });
  const columns = [...new Set(parted.filter(({ below }) => below.length > 0).map(({ head }) => head.column))];
  if (columns.length === 0) return undefined;
  const halves = new Map<Cell, readonly string[]>();
  for (const { head, heads, below } of parted) {
    if (below.length === 0) continue;
    for (const cell of below) halves.set(cell, saysNothing(cell.text) ? [cell.text] : cell.text.split(SLASH));
    halves.set(head, heads!);
  }
  const moved = (column: number) => column + columns.filter((each) => each < column).length;
  const cells = grid.table.cells.flatMap((cell): Cell[] => {
    const column = moved(cell.column);
    const placed = { ...cell, column, colSpan: moved(cell.column + cell.colSpan) - column };
    const half = halves.get(cell);
    if (!half) return [placed];
    const [first = "", second = first] = half;
    return [
      { ...placed, colSpan: 1, text: first.trim() },
      { ...placed, column: column + 1, colSpan: placed.colSpan - 1, text: second.trim() },
    ];
  });
  return { ...grid.table, columnCount: grid.columnCount + columns.length, cells };
}

/** The heads of two columns of different kinds with a slash between. */
export function twoHeads(text: string): readonly string[] | undefined {
  const heads = (WITHIN.exec(text)?.[1] ?? text).split(SLASH);
  const [first, second, ...more] = heads;
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const isTwo = [indicatorRole, fundRole].some((roleOf) => {
    const [one, other] = [roleOf(first), roleOf(second)];
    return one?.exact === true && other?.exact === true && one.role !== other.role;
  });
  return isTwo ? heads : undefined;
}

/** The heads of scores and full marks, where a head of scores alone stands over both, in whichever order: no score is above its marks. */
function marksHeads(grid: Grid, head: Cell, values: readonly Cell[]): readonly string[] | undefined {
  const roleOf = (cell: Cell) => indicatorRole(cellText(cell));
  if (roleOf(head)?.role !== "score" || !roleOf(head)?.exact) return undefined;
  if (grid.row(head.row).some((cell) => roleOf(cell)?.role === "weight")) return undefined;
  const pairs = values.filter(holdsTwo).map(({ text }) => text.split(SLASH).map(pointsOf));
  if (pairs.length < FEWEST_PAIRS || pairs.some((pair) => pair.includes(undefined))) return undefined;
  const isAbove = (a: string | undefined, b: string | undefined) => exact(a!).gt(b!);
  const { weight, score } = MARKED;
  if (!pairs.some(([first, second]) => isAbove(first, second))) return [score, weight];
  return pairs.some(([first, second]) => isAbove(second, first)) ? undefined : [weight, score];
}

/** The cells below a head that hold two values or nothing, captions across the table apart; none where no cell does hold two. */
function valuesBelow(grid: Grid, head: Cell): readonly Cell[] {
  const cells: Cell[] = [];
  for (let row = head.row + head.rowSpan; row < grid.rowCount; ) {
    const cell = grid.at(row, head.column);
    if (cell && cell.colSpan === grid.columnCount && grid.own(row).length === 1) {
      row = cell.row + cell.rowSpan;
      continue;
    }
    if (
      !cell ||
      cell.column !== head.column ||
      (cell.colSpan > 1 && !holdsTwo(cell)) ||
      !(isBlank(cell) || saysNothing(cell.text) || holdsTwo(cell))
    )
      break;
    cells.push(cell);
    row = cell.row + cell.rowSpan;
  }
  return cells.some(holdsTwo) ? cells : [];
}

/** Whether a cell holds two values with a slash between. */
export function holdsTwo({ text }: Cell): boolean {
  const parts = text.split(SLASH).map((part) => part.trim());
  return parts.length === 2 && parts.every((part) => part !== "");
}
