import type { OpenSides } from "../grid.js";
import type { Ruling } from "../placed.js";
import type { Lattice } from "./lattice.js";

/** Share of a row's side that must be drawn for the side to be there. */
const DRAWN = 0.6;

/** Which rows no ruling closes at the left, at the right; undefined where all are closed at both sides, or the table is open all along. */
export function openSides({ rows, columns }: Lattice, verticals: readonly Ruling[], reach: number): OpenSides | undefined {
  const isOpen = (x: number): boolean[] => {
    const side = verticals.filter(({ at }) => Math.abs(at - x) <= reach);
    return rows.slice(1).map((bottom, row) => {
      const top = rows[row]!;
      const drawn = side.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, bottom) - Math.max(from, top)), 0);
      return drawn < DRAWN * (bottom - top);
    });
  };
  const [left, right] = [isOpen(columns[0]!), isOpen(columns.at(-1)!)];
  const all = [...left, ...right];
  return all.includes(true) && all.includes(false) ? { rows, left, right } : undefined;
}
