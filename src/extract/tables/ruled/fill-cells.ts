import { type Box, middleX } from "../../../core/evidence.js";
import type { CellPart, Grid, GridCell } from "../grid.js";
import { intervalOf } from "../interval-of.js";
import { middleOf } from "../middle-of.js";
import type { Word } from "../placed.js";
import { splitWord } from "../split-word.js";
import type { Lattice, Step } from "./lattice.js";
import { overflowing } from "./overflowing.js";

/** Less than any column is wide, points. */
const SIDE = 0.01;
const NONE: ReadonlySet<Word> = new Set();

/** The words put into the cells that enclose their middles; a word that runs over an edge is cut there, unless it is told to be `whole`. */
export function fillCells(lattice: Lattice, words: readonly Word[], page: number, whole: ReadonlySet<Word> = NONE): GridCell[] {
  const { rows, columns } = lattice;
  const held: Word[][] = lattice.cells.map(() => []);
  const ownerAt = cellFinder(lattice);
  const edges = [...columns, ...lattice.steps.map(({ at }) => at)];
  const heightOf = (index: number): [number, number] => {
    const { row, rowSpan } = lattice.cells[index]!;
    return [rows[row]!, rows[row + rowSpan]!];
  };
  const overflown = overflowing(words, { at: ownerAt, heightOf });
  for (const word of words) {
    const own = overflown.get(word);
    if (own !== undefined) {
      held[own]!.push(word);
      continue;
    }
    const y = middleOf(word);
    const first = ownerAt(word.box[0] + 0.3 * word.size, y);
    const last = ownerAt(word.box[2] - 0.3 * word.size, y);
    if (first === last || word.turned || word.whole || whole.has(word)) {
      held[ownerAt(middleX(word.box), y)]!.push(word);
      continue;
    }
    const cuts = edges.filter((x) => x > word.box[0] && x < word.box[2] && ownerAt(x - 0.1, y) !== ownerAt(x + 0.1, y));
    for (const piece of splitWord(word, cuts)) held[ownerAt(middleX(piece.box), y)]!.push(piece);
  }
  return lattice.cells.map((cell, index) => {
    const box: Box = [columns[cell.column]!, rows[cell.row]!, columns[cell.column + cell.colSpan]!, rows[cell.row + cell.rowSpan]!];
    const part: CellPart = { page, box, words: held[index]!, nested: [] };
    const { row, column, rowSpan, colSpan } = cell;
    return { row, column, rowSpan, colSpan, parts: [part] };
  });
}

/** For a place (x, y) the index of the cell that encloses it. */
export function cellFinder({ rows, columns, cells, steps }: Lattice): (x: number, y: number) => number {
  const width = columns.length - 1;
  const owner = new Int32Array((rows.length - 1) * width).fill(-1);
  cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      owner.fill(index, row * width + cell.column, row * width + cell.column + cell.colSpan);
  });
  return (x, y) => owner[intervalOf(rows, y) * width + intervalOf(columns, alongside(steps, x, y))]!;
}

/** x, moved across the edge of a column where a piece of that edge is drawn on the other side of it. */
function alongside(steps: readonly Step[], x: number, y: number): number {
  for (const { at, edge, from, to } of steps) if (y >= from && y <= to && x < at !== x < edge) return x < at ? edge - SIDE : edge;
  return x;
}

/** Whether the middle of the word stands in the box. */
export function isInside(word: Word, [x0, y0, x1, y1]: Grid["box"]): boolean {
  const x = middleX(word.box);
  const y = middleOf(word);
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}
