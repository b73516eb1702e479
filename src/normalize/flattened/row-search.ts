import type { Atom } from "./atom.js";
import { foldCell, IMPOSSIBLE, type Known, scoreCell } from "./cell-score.js";
import type { Column, ColumnKind } from "./column.js";
import { cellLines, raggedness, type Wrapping } from "./raggedness.js";
import { rowArithmetic } from "./row-arithmetic.js";

/** A cell of a reading: atoms `from` up to `to` (equal: an empty cell). */
export interface ReadCell {
  readonly from: number;
  readonly to: number;
}

/** One way to read a row that begins at atom `from` and ends before `to`. */
export interface RowReading {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly ReadCell[];
  readonly score: number;
}

export interface SearchSetting {
  readonly atoms: readonly Atom[];
  readonly columns: readonly Column[];
  readonly known: Known;
  /** The head's words were broken over lines, so cells are. */
  readonly wrapped: boolean;
  /** What an earlier reading showed of the wrapping. */
  readonly wrapping?: Wrapping;
}

/** Most atoms a cell of each kind may take; narrow columns hold one to four characters a line. */
const MOST_ATOMS: { readonly [kind in ColumnKind]: number } = {
  level1: 10,
  level2: 16,
  levels: 16,
  name: 40,
  target: 16,
  actual: 16,
  operator: 4,
  unit: 4,
  points: 4,
  rate: 4,
  text: 63,
  label: 10,
  amount: 4,
  serial: 2,
};
const EMPTY: { readonly [kind in ColumnKind]: number } = {
  level1: 0,
  level2: 0,
  levels: 0,
  name: IMPOSSIBLE,
  target: -4,
  actual: -4,
  operator: -2,
  unit: -1.5,
  points: -4,
  rate: -1.5,
  text: 0,
  label: IMPOSSIBLE,
  amount: -3,
  serial: -1,
};
const KEPT_PER_END = 3;
const KEPT_PER_COLUMN = 40;
const BEHIND = 14;

interface Partial {
  readonly at: number;
  readonly cells: readonly ReadCell[];
  readonly score: number;
}

/** Reads rows of a flattened table; remembers what each stretch of atoms is worth as each kind of cell. */
export class RowSearch {
  readonly #setting: SearchSetting;
  readonly #worth = new Map<number, number>();
  readonly #texts = new Map<number, string>();

  constructor(setting: SearchSetting) {
    this.#setting = setting;
  }

  text(from: number, to: number): string {
    const key = from * 65_536 + to;
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = foldCell(
        this.#setting.atoms
          .slice(from, to)
          .map((atom) => atom.text)
          .join(""),
      );
      this.#texts.set(key, text);
    }
    return text;
  }

  /** The best readings of a row that begins at `from`, a few for each place where it may end. */
  rowsFrom(from: number): RowReading[] {
    const { atoms, columns } = this.#setting;
    let partials: Partial[] = [{ at: from, cells: [], score: startScore(atoms, from) }];
    for (let c = 0; c < columns.length; c++) {
      const next: Partial[] = [];
      const kind = columns[c]!.kind;
      for (const partial of partials) {
        if (EMPTY[kind] > IMPOSSIBLE)
          next.push({
            at: partial.at,
            cells: [...partial.cells, { from: partial.at, to: partial.at }],
            score: partial.score + EMPTY[kind],
          });
        const most = Math.min(atoms.length, partial.at + MOST_ATOMS[kind]);
        const boundary = partial.at === from ? 0 : boundaryCost(atoms[partial.at]);
        for (let to = partial.at + 1; to <= most; to++) {
          const worth = this.#cellWorth(c, partial.at, to);
          if (worth <= -7) continue;
          next.push({ at: to, cells: [...partial.cells, { from: partial.at, to }], score: partial.score + worth + boundary });
        }
      }
      partials = prune(next);
    }
    const rows = partials
      .filter((partial) => partial.at > from)
      .map((partial) => ({
        from,
        to: partial.at,
        cells: partial.cells,
        score:
          partial.score +
          boundaryCost(atoms[partial.at]) +
          rowArithmetic(
            columns,
            partial.cells.map((cell) => this.text(cell.from, cell.to)),
          ),
      }));
    return keepBest(rows);
  }

  #cellWorth(column: number, from: number, to: number): number {
    const { atoms, columns, known, wrapped, wrapping } = this.#setting;
    const key = (column * 65_536 + from) * 64 + (to - from);
    let worth = this.#worth.get(key);
    if (worth === undefined) {
      worth = scoreCell(columns[column]!.kind, this.text(from, to), known);
      if (worth > IMPOSSIBLE) {
        worth -= raggedness(cellLines(atoms, from, to), wrapping?.widths[column], wrapping?.indent);
        worth -= innerCost(
          atoms,
          from,
          to,
          wrapping ? (wrapping.broken ? LINE_COST.broken : LINE_COST.whole) : wrapped ? LINE_COST.broken : LINE_COST.unknown,
        );
      }
      this.#worth.set(key, worth);
    }
    return worth;
  }
}

/** A row rarely begins in the midst of a line. */
function startScore(atoms: readonly Atom[], from: number): number {
  const gap = atoms[from]?.gap;
  return gap === "blank" || gap === "line" ? 0.3 : gap === "wide" ? -0.5 : -1.5;
}

/** What it costs that a cell begins with this atom. */
function boundaryCost(atom: Atom | undefined): number {
  switch (atom?.gap) {
    case "spread":
      return -2.5;
    case "glued":
      return -3;
    default:
      return 0;
  }
}

/** What a line's end inside a cell costs, without and with a blank line, by what is known of the wrapping. */
const LINE_COST = { broken: [0.02, 0.05], unknown: [0.8, 1.6], whole: [3, 4] } as const;

/** What it costs that a cell goes on over the gaps inside it. */
function innerCost(atoms: readonly Atom[], from: number, to: number, lineEnd: readonly [number, number]): number {
  let cost = 0;
  for (let i = from + 1; i < to; i++) {
    const atom = atoms[i]!;
    const before = atoms[i - 1]!.text;
    switch (atom.gap) {
      case "line":
        cost += lineEnd[0];
        break;
      case "blank":
        cost += lineEnd[1];
        break;
      case "wide":
        cost += 2.5;
        break;
      case "space":
        cost += spaceCost(before, atom.text);
        break;
    }
  }
  return cost;
}

const DIGIT_END = /[\d.]$/u;
const DIGIT_START = /^[\d.]/u;

function spaceCost(before: string, after: string): number {
  if (DIGIT_END.test(before) && DIGIT_START.test(after)) return 5;
  if (DIGIT_END.test(before)) return 0.3;
  if (DIGIT_START.test(after)) return 0.8;
  return 1.4;
}

function prune(partials: Partial[]): Partial[] {
  partials.sort((a, b) => b.score - a.score);
  const best = partials[0]?.score ?? 0;
  const perEnd = new Map<number, number>();
  const kept: Partial[] = [];
  for (const partial of partials) {
    if (kept.length >= KEPT_PER_COLUMN * 4 || partial.score < best - BEHIND) break;
    const count = perEnd.get(partial.at) ?? 0;
    if (count >= KEPT_PER_END) continue;
    perEnd.set(partial.at, count + 1);
    kept.push(partial);
  }
  return kept;
}

function keepBest(rows: RowReading[]): RowReading[] {
  rows.sort((a, b) => b.score - a.score);
  const perEnd = new Map<number, number>();
  return rows.filter((row) => {
    const count = perEnd.get(row.to) ?? 0;
    perEnd.set(row.to, count + 1);
    return count < KEPT_PER_END;
  });
}
