import { middleX } from "../../../core/evidence.js";
import { groupBy } from "../../../core/group-by.js";
import { intervalOf } from "../interval-of.js";
import { middleOf } from "../middle-of.js";
import type { Word } from "../placed.js";
import { lineSegments, textLines } from "../text-lines.js";
import { cellFinder, isInside } from "./fill-cells.js";
import type { Lattice } from "./lattice.js";

/** Share of the rows with text in which a cell holds several texts side by side, for columns to be without rulings. */
const SHARE = 0.5;

/** Whether the upright rulings part the texts that stand side by side: many a form has some of its columns ruled, and others parted by nothing but room. */
export function partsColumns(lattice: Lattice, words: readonly Word[]): boolean {
  const held = words.filter((word) => !word.turned && isInside(word, lattice.box));
  const cellAt = cellFinder(lattice);
  const filled = new Set<number>();
  const crowded = new Set<number>();
  for (const own of groupBy(held, (word) => cellAt(middleX(word.box), middleOf(word))).values()) {
    for (const line of textLines(own)) {
      const row = intervalOf(lattice.rows, middleOf(line.words[0]!));
      filled.add(row);
      if (lineSegments(line).length > 1) crowded.add(row);
    }
  }
  return crowded.size === 0 || crowded.size < SHARE * filled.size;
}
