import type { Box } from "../../../core/evidence.js";
import { middleOf } from "../middle-of.js";
import type { Word } from "../placed.js";
import { WRAPPED } from "../text-lines.js";
import { isInside } from "./fill-cells.js";
import type { Lattice } from "./lattice.js";

/** How far a text may overhang the sides of its cell, in glyph heights. */
const SLACK = 0.3;

/**
 * The lattice reaching down to the lines that hang out of it: where a page break cuts a cell, its side borders may end before its text does.
 * Only where no ruling closes the table below, and for lines that all stand right under a text of such a cell, and in none of the `tables` that begin
 * further down.
 */
export function reachBelow(lattice: Lattice, words: readonly Word[], tables: readonly Box[]): Lattice {
  if (!lattice.openBottom.some(Boolean)) return lattice;
  const bottom = lattice.rows.at(-1)!;
  const rowCount = lattice.rows.length - 1;
  const open = lattice.cells
    .filter((cell) => cell.row + cell.rowSpan === rowCount)
    .filter(({ column, colSpan }) => lattice.openBottom.slice(column, column + colSpan).every(Boolean))
    .map(({ column, colSpan }) => ({ from: lattice.columns[column]!, to: lattice.columns[column + colSpan]! }));
  const held = words.filter((word) => isInside(word, lattice.box));
  const later = tables.filter((box) => box[1] > lattice.box[1]);
  const below = words
    .filter((word) => middleOf(word) > bottom && word.box[2] > lattice.box[0] && word.box[0] < lattice.box[2])
    .filter((word) => !later.some((box) => isInside(word, box)))
    .sort((a, b) => a.baseline - b.baseline);
  let reached = bottom;
  for (let start = 0; start < below.length; ) {
    let end = start + 1;
    while (end < below.length && below[end]!.baseline - below[start]!.baseline < 0.3 * below[start]!.size) end++;
    const line = below.slice(start, end);
    if (!line.every((word) => open.some((cell) => hangs(word, cell, held)))) break;
    held.push(...line);
    for (const word of line) reached = Math.max(reached, word.box[3]);
    start = end;
  }
  if (reached === bottom) return lattice;
  const [x0, y0, x1] = lattice.box;
  return { ...lattice, rows: [...lattice.rows.slice(0, -1), reached], box: [x0, y0, x1, reached] };
}

function hangs(word: Word, { from, to }: { from: number; to: number }, held: readonly Word[]): boolean {
  const slack = SLACK * word.size;
  if (word.box[0] < from - slack || word.box[2] > to + slack) return false;
  return held.some(
    (other) =>
      other.box[0] > from - slack &&
      other.box[2] < to + slack &&
      other.baseline < word.baseline - 0.5 * word.size &&
      word.baseline - other.baseline <= WRAPPED * word.size,
  );
}
