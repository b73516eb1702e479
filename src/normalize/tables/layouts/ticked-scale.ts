import type { Cell, Table } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { squeezed } from "../../../core/text.js";
import { cellText } from "../../figures/cell-figure.js";
import { gradeBand } from "../../lexicon/labels/total-words.js";
import { readHead } from "../../lexicon/writing/fold.js";
import { begunAt, type Grid, isBlank } from "../grid.js";

/** 优秀 10分 | 良好 8分 | 合格 6分: so many grades with their marks make a scale. */
const FEWEST_GRADES = 3;
/** Rows with a tick that show that it is one to tick. */
const FEWEST_TICKED = 2;
const TICK = /^[√✓✔☑■●▲○]$/u;
const UNTICKED = /^□?$/u;

/**
 * A table whose indicators are scored by a tick under the grade that they reached (优秀 10分 | 良好 8分 | … over √): a column of the ticked marks in place
 * of the grades'. Undefined where none is, or a row has two ticks. Cells keep their evidence.
 */
export function tickedScale(grid: Grid): Table | undefined {
  for (let row = 0; row < grid.rowCount; row++) {
    const scale = gradesIn(grid, row);
    if (scale.length < FEWEST_GRADES) continue;
    const [left, right] = [scale[0]!.column, scale.at(-1)!.column];
    const below = range(row + 1, grid.rowCount).filter((at) => scale.every((grade) => isBox(grid, at, grade.column)));
    const ticks = below.map((at) => scale.filter((grade) => TICK.test(squeezed(grid.at(at, grade.column)!.text))));
    const ticked = ticks.filter((own) => own.length > 0);
    if (ticked.length < FEWEST_TICKED || ticked.some((own) => own.length > 1)) continue;
    // 评定档次 over the grades is told of by the score's head.
    const group = row === 0 ? undefined : grid.at(row - 1, left);
    const above = group?.column === left && group.colSpan === right - left + 1 ? group : undefined;
    const isOfScale = (cell: Cell) =>
      cell === above || (cell.column >= left && cell.column <= right && (cell.row === row || below.includes(cell.row)));
    const span = { rowSpan: 1, column: left, colSpan: right - left + 1 };
    const scores = below.flatMap((at, i): Cell[] => {
      const grade = ticks[i]![0];
      const cell = grid.at(at, (grade ?? scale[0]!).column)!;
      return [{ ...cell, ...span, text: grade?.marks ?? "" }];
    });
    const top = above?.row ?? row;
    const head: Cell = { ...begunAt(grid, row, left)!, ...span, row: top, rowSpan: row - top + 1, text: "得分" };
    return { ...grid.table, cells: [...grid.table.cells.filter((cell) => !isOfScale(cell)), head, ...scores] };
  }
  return undefined;
}

/** The grades with their marks that stand side by side in a row. */
function gradesIn(grid: Grid, row: number): { readonly column: number; readonly marks: string }[] {
  const found = grid.own(row).flatMap((cell) => {
    const { name, marks } = readHead(cellText(cell));
    return marks !== undefined && cell.colSpan === 1 && gradeBand(name) !== null ? [{ column: cell.column, marks }] : [];
  });
  return found.filter(({ column }, i) => column === found[0]!.column + i);
}

function isBox(grid: Grid, row: number, column: number): boolean {
  const cell = grid.at(row, column);
  if (cell === undefined || cell.row !== row || cell.column !== column || cell.colSpan > 1) return false;
  const text = squeezed(cell.text);
  return isBlank(cell) || TICK.test(text) || UNTICKED.test(text);
}
