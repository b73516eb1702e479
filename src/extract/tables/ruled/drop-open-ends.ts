import { middleX } from "../../../core/evidence.js";
import { middleOf } from "../middle-of.js";
import type { Word } from "../placed.js";
import { compact, type Lattice } from "./lattice.js";

/**
 * The lattice without the room that a page break leaves below its last row, or above its first: merged cells may go on through it, but no ruling
 * closes it between them and it has neither columns nor text of its own.
 */
export function dropOpenEnds(lattice: Lattice, words: readonly Word[]): Lattice {
  const last = lattice.rows.length - 2;
  const isOpen = (row: number, open: readonly boolean[]): boolean =>
    last > 1 && isRoom(lattice, row, open) && !words.some((word) => standsIn(lattice, row, word));
  if (isOpen(last, lattice.openBottom)) return without(lattice, last);
  return isOpen(0, lattice.openTop) ? without(lattice, 0) : lattice;
}

/** One cell at most that is not merged with what is above or below, and that right across several columns, `open` to the page's end. */
function isRoom(lattice: Lattice, row: number, open: readonly boolean[]): boolean {
  const [own, ...others] = lattice.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  if (!own || own.colSpan === 1 || others.length > 0) return false;
  return open.slice(own.column, own.column + own.colSpan).every(Boolean);
}

function standsIn({ rows, columns, cells }: Lattice, row: number, word: Word): boolean {
  const own = cells.find((cell) => cell.row === row && cell.rowSpan === 1)!;
  const [x, y] = [middleX(word.box), middleOf(word)];
  return y > rows[row]! && y < rows[row + 1]! && x > columns[own.column]! && x < columns[own.column + own.colSpan]!;
}

function without(lattice: Lattice, row: number): Lattice {
  const cells = lattice.cells
    .filter((cell) => cell.row !== row || cell.rowSpan > 1)
    .map((cell) => ({
      ...cell,
      row: cell.row > row ? cell.row - 1 : cell.row,
      rowSpan: cell.row <= row && row < cell.row + cell.rowSpan ? cell.rowSpan - 1 : cell.rowSpan,
    }));
  const rows = lattice.rows.filter((_, i) => i !== (row === 0 ? 1 : row));
  const own = lattice.cells.find((cell) => cell.row === row && cell.rowSpan === 1)!;
  const goesOn = (column: number): boolean => column < own.column || column >= own.column + own.colSpan;
  const [openTop, openBottom] = [lattice.openTop, lattice.openBottom].map((open, i) =>
    (i === 0) === (row === 0) ? open.map((_, column) => goesOn(column)) : open,
  );
  return compact({ ...lattice, rows, cells, openTop: openTop!, openBottom: openBottom! });
}
