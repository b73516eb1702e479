import type { Atom } from "./atom.js";
import type { Column } from "./column.js";
import { lineWidths } from "./raggedness.js";
import type { TableReading } from "./table-search.js";

/** Characters a line of each column holds, as a first reading shows it: what its broken cells reach. Undefined where no cell is broken. */
export function learnWidths(atoms: readonly Atom[], columns: readonly Column[], reading: TableReading): (number | undefined)[] {
  return columns.map((_, c) => {
    const full: number[] = [];
    for (const row of reading.rows) {
      const cell = row.kind === "row" ? row.cells[c] : undefined;
      if (!cell || cell.to === cell.from) continue;
      const widths = lineWidths(atoms, cell.from, cell.to);
      if (widths.length > 1) full.push(Math.max(...widths));
    }
    if (full.length < 3) return undefined;
    full.sort((a, b) => a - b);
    return full[Math.floor(full.length * 0.75)]!;
  });
}
