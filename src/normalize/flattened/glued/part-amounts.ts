import { type Atom, goesOn } from "../atom.js";
import type { Column } from "../column.js";
import type { Joined } from "../joined.js";
import { addUp, isProvenByRate, isUnchanged, isWithin, type Parted, partingsOf } from "./part-run.js";

/** Figures that ran together, of one row: atoms `from` up to `to`. */
interface Run {
  readonly from: number;
  readonly to: number;
}

const FIGURES = /^[\d.,，%％—–－/-]+$/u;
const LONGEST_LABEL = 24;
/** Combinations of the sources' readings that are held against the whole. */
const MOST_SUMS = 3000;

/**
 * The atoms of a table of funds whose amounts ran together (资金总额882971882971768185 1087%8.7), each figure one atom where arithmetic alone says how they part:
 * the whole's row by its rate, those of its sources by their sums. As they were where the figures leave a choice.
 */
export function withPartedAmounts(atoms: readonly Atom[], columns: readonly Column[]): Joined {
  const figures = columns.filter(({ kind }) => kind !== "label");
  const isOfFigures = figures.every(({ kind }) => kind === "amount" || kind === "rate" || kind === "points");
  const runs = isOfFigures ? runsOf(atoms) : [];
  const [whole, ...rest] = runs.map((run) => textOf(atoms, run));
  const first = whole === undefined ? undefined : wholeOf(whole, figures);
  return joined(atoms, runs, first ? [first, ...sourcesOf(rest, first, figures)] : []);
}

/** The first rows' figures, each behind its label. */
function runsOf(atoms: readonly Atom[]): Run[] {
  const runs: Run[] = [];
  let label = "";
  for (let at = 0; at < atoms.length; ) {
    if (!FIGURES.test(atoms[at]!.text)) {
      label += atoms[at]!.text;
      if (label.length > LONGEST_LABEL) break;
      at++;
      continue;
    }
    let to = at + 1;
    while (to < atoms.length && FIGURES.test(atoms[to]!.text) && goesOn(atoms[to]!)) to++;
    if (label === "" || !atoms.slice(at + 1, to).some(({ gap }) => gap === "digit")) break;
    runs.push({ from: at, to });
    label = "";
    at = to;
  }
  return runs;
}

function textOf(atoms: readonly Atom[], { from, to }: Run): string {
  return atoms
    .slice(from, to)
    .map(({ text }) => text)
    .join("");
}

function wholeOf(run: string, columns: readonly Column[]): Parted | undefined {
  const proven = partingsOf(run, columns).filter((cells) => isProvenByRate(cells, columns));
  const unchanged = proven.filter((cells) => isUnchanged(cells, columns));
  return proven.length === 1 ? proven[0] : unchanged.length === 1 ? unchanged[0] : undefined;
}

/** The rows of the sources, where one way to part them alone adds up to the whole; none else. */
function sourcesOf(runs: readonly string[], whole: Parted, columns: readonly Column[]): readonly Parted[] {
  let sums: (readonly Parted[])[] = [[]];
  for (const run of runs) {
    const own = partingsOf(run, columns).filter((cells) => isWithin(cells, whole, columns));
    if (own.length === 0 || sums.length * own.length > MOST_SUMS) return [];
    sums = sums.flatMap((rows) => own.map((cells) => [...rows, cells]));
  }
  const adding = sums.filter((rows) => rows.length > 0 && addUp(rows, whole, columns));
  return adding.length === 1 ? adding[0]! : [];
}

/** The atoms with those of each cell of the first runs as one, a wide blank before and behind it. */
function joined(atoms: readonly Atom[], runs: readonly Run[], rows: readonly Parted[]): Joined {
  const parted: Atom[] = [];
  const ends: number[] = [];
  let at = 0;
  const take = (to: number, text: string, isCell: boolean) => {
    const atom = atoms[at]!;
    const isApart = isCell && (parted.at(-1) === undefined || goesOn(atom));
    parted.push({ ...atom, text, gap: isApart ? "wide" : atom.gap });
    ends.push(to);
    at = to;
  };
  rows.forEach((cells, r) => {
    const { from, to } = runs[r]!;
    while (at < from) take(at + 1, atoms[at]!.text, false);
    for (const cell of cells.filter((text) => text !== "")) take(endOfCell(atoms, at, cell), cell, at > from);
    if (to < atoms.length) take(to + 1, atoms[to]!.text, true);
  });
  while (at < atoms.length) take(at + 1, atoms[at]!.text, false);
  return { atoms: parted, ends };
}

function endOfCell(atoms: readonly Atom[], from: number, cell: string): number {
  let to = from;
  for (let length = 0; length < cell.length; to++) length += atoms[to]!.text.length;
  return to;
}
