import type { Atom } from "../atom.js";
import type { TableReading } from "../search/table-search.js";

/** Lines laid in columns that show a text to keep its page's layout. */
const LEAST_LAID = 3;

/**
 * A text that keeps its page's layout sets the lines of neighbouring cells on one line. Read in order they are mixed: where a row goes over a line's
 * end there, whose a piece is cannot be told from its order.
 */
export function isInterleaved(atoms: readonly Atom[], { rows, to }: TableReading): boolean {
  const laid = new Map(atoms.slice(0, to).map((atom) => [atom.row, atom.line.text]));
  const inColumns = [...laid.values()].filter((text) => text.trim().split(/[ \u3000]{2,}/u).length >= 3);
  if (inColumns.length < LEAST_LAID) return false;
  return rows.some(({ kind, cells }) => {
    const lines = cells.flatMap(({ from, to: end }) => atoms.slice(from, end).map((atom) => atom.row));
    return kind === "row" && new Set(lines).size > 1;
  });
}
