import { type Atom, beginsLine } from "../atom.js";

/** Lines that a page takes, at least. */
const SHORTEST_PAGE = 20;

/** Atoms that may be pages' numbers: alone on their lines, 1 or one more than such a figure a page before. Weights may look the same. */
export function pageNumbers(atoms: readonly Atom[]): ReadonlySet<number> {
  const alone = atoms.flatMap(({ text }, at) => {
    const next = atoms[at + 1];
    const isAlone = /^\d{1,3}$/u.test(text) && beginsLine(atoms[at]!) && (next === undefined || beginsLine(next));
    return isAlone ? [{ at, row: atoms[at]!.row, number: Number(text) }] : [];
  });
  const firstRow = new Map([...alone].reverse().map(({ number, row }) => [number, row]));
  const isNumber = ({ row, number }: (typeof alone)[number]) => number === 1 || row - (firstRow.get(number - 1) ?? row) >= SHORTEST_PAGE;
  return new Set(alone.filter(isNumber).map(({ at }) => at));
}
