import { quantile } from "../../../core/quantile.js";
import type { Atom } from "../atom.js";
import type { Column } from "../column.js";
import { cellLines, UNKNOWN_INDENT, type Wrapping } from "./raggedness.js";
import type { TableReading } from "./table-search.js";

/** Fewer cells that wrap show nothing of a column, or of an indent. */
const FEW = 3;
/** Shares of the cells that wrap: so many are no wider than their column, and indented no farther than is usual in the table. */
const FULL = 0.75;
const INDENTED = 0.6;
/** Below this share of cells that go over a line's end, none is meant to. */
const BROKEN_SHARE = 0.04;

/** How the cells of a table wrap, as a first reading shows it. */
export function learnWrapping(atoms: readonly Atom[], columns: readonly Column[], reading: TableReading): Wrapping {
  const widths: (number | undefined)[] = [];
  const indents: number[] = [];
  let told = 0;
  let broken = 0;
  columns.forEach((_, c) => {
    const cells = reading.rows.flatMap((row) => {
      const cell = row.kind === "row" ? row.cells[c] : undefined;
      return cell && cell.to > cell.from ? [cellLines(atoms, cell.from, cell.to).map((line) => line.width)] : [];
    });
    told += cells.length;
    const wrapped = cells.filter((lines) => lines.length > 1);
    broken += wrapped.length;
    const widest = wrapped.map((lines) => Math.max(...lines));
    widths.push(wrapped.length < FEW ? undefined : quantile(widest, FULL));
    // Only cells of three lines and more show their width beside their first line.
    for (const lines of wrapped) if (lines.length > 2) indents.push(Math.max(...lines) - lines[0]!);
  });
  return { widths, indent: indents.length < FEW ? UNKNOWN_INDENT : quantile(indents, INDENTED), broken: broken > told * BROKEN_SHARE };
}
