import { middleX } from "../../../core/evidence.js";
import { intervalOf } from "../interval-of.js";
import type { Word } from "../placed.js";
import { lineSegments, textLines } from "../text-lines.js";
import { isInside, middleOf } from "./fill-cells.js";
import type { Lattice } from "./lattice.js";

/** Share of the rows with text in which a cell holds several texts side by side, for columns to be without rulings. */
const SHARE = 0.5;

/** Whether the upright rulings part the texts that stand side by side: many a form has some of its columns ruled, and others parted by nothing but room. */
export function partsColumns({ rows, columns, cells, box }: Lattice, words: readonly Word[]): boolean {
  const held = words.filter((word) => !word.turned && isInside(word, box));
  const filled = new Set<number>();
  const crowded = new Set<number>();
  for (const { row, rowSpan, column, colSpan } of cells) {
    const [left, right] = [columns[column]!, columns[column + colSpan]!];
    const [top, bottom] = [rows[row]!, rows[row + rowSpan]!];
    const own = held.filter(
      (word) => middleX(word.box) > left && middleX(word.box) < right && middleOf(word) > top && middleOf(word) < bottom,
    );
    for (const line of textLines(own)) {
      const at = intervalOf(rows, middleOf(line.words[0]!));
      filled.add(at);
      if (lineSegments(line).length > 1) crowded.add(at);
    }
  }
  return crowded.size === 0 || crowded.size < SHARE * filled.size;
}
