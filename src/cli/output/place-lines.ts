import type { Evidence } from "../../core/evidence.js";
import { printable } from "./printable.js";
import type { Words } from "./words.js";

/** Lines and cells of a line that are printed; a sum cites every row. */
const MOST = { lines: 3, cells: 4 };

/** Where the figures of a finding stand: a line for each row or passage, with the cells and quotes in it. */
export function placeLines(evidence: readonly Evidence[], words: Words): string[] {
  const rows = new Map<string, string[]>();
  for (const one of evidence) {
    const row = words.place(one);
    const cell = [one.column === undefined ? "" : words.column(one.column), one.quote === undefined ? "" : `“${printable(one.quote)}”`];
    rows.set(row, [...(rows.get(row) ?? []), cell.join(" ").trim()]);
  }
  const lines = Array.from(rows, ([row, cells]) => `→ ${[row, cellList(cells, words)].filter(Boolean).join("  ")}`);
  return abridged(lines, MOST.lines, (rest) => `→ ${words.more(rest)}`);
}

function cellList(cells: readonly string[], words: Words): string {
  const told = [...new Set(cells)].filter((cell) => cell !== "");
  return abridged(told, MOST.cells, words.more).join(" · ");
}

function abridged(items: readonly string[], most: number, more: (count: number) => string): string[] {
  const rest = items.length - most;
  return rest > 0 ? [...items.slice(0, most), more(rest)] : [...items];
}
