import { classesConflict } from "../../lexicon/level-class.js";
import { type Atom, beginsLine, isEmptyCell } from "../atom.js";
import { MOST_WORTH } from "../cells/cell-score.js";
import { IMPOSSIBLE } from "../cells/cell-words.js";
import { type Column, LEVEL_KINDS } from "../column.js";
import { EMPTY, MOST_ATOMS, toldEmpty, wholeCell } from "./cells-by-kind.js";
import { gapCost, justifiedEnd, LINE_COST, startScore } from "./gap-cost.js";
import { cellLines, raggedness, type Wrapping } from "./raggedness.js";
import { decimalsOf, rowArithmetic } from "./row-arithmetic.js";
import type { Stretches } from "./stretches.js";

/** A cell of a reading: atoms `from` up to `to` (equal: an empty cell). */
export interface ReadCell {
  readonly from: number;
  readonly to: number;
}

/** One way to read a row that begins at atom `from`. */
export interface RowReading {
  readonly from: number;
  /** Where the next row may begin. */
  readonly at: number;
  readonly cells: readonly ReadCell[];
  readonly score: number;
}

export interface SearchSetting {
  readonly atoms: readonly Atom[];
  /** Of as many of these atoms as are searched. */
  readonly stretches: Stretches;
  readonly columns: readonly Column[];
  /** The head's words were broken over lines, so cells are. */
  readonly wrapped: boolean;
  /** What an earlier reading showed of the wrapping. */
  readonly wrapping?: Wrapping;
}

/** A result is rarely told of no target. */
const EMPTY_RESULT = -1.5;
/** Marks stand beside the total of the funds alone, as a rule. */
const EMPTY_MARKS = -1;
/** Readings of a row kept for each place where it may end, and in all while it is read column by column. */
const KEPT_PER_END = 2;
/** Amounts are judged by each other, when all of a row are read. */
const FUNDS_KEPT_PER_END = 16;
const KEPT = 90;
/** A reading that is this much worse than the best is given up. */
const BEHIND = 11;
/** Marks in brackets behind a level are the first's rather than the second's. */
const MARKS_LAST = /[(（]\d{1,3}(?:\.\d+)?分[)）]$/u;
const MARKED_FIRST = -0.5;
const CONFLICT = 4;
const SAME_WORDS = 2;
const SAME_MARKS = 0.3;
const SAME_DECIMALS = 1;
const OTHER_DECIMALS = -3;
/** Less than this is no cell of its kind. */
const LEAST_WORTH = -5;

/** A row read up to some column; cells are chained backwards. */
interface Partial {
  readonly from: number;
  readonly at: number;
  readonly score: number;
  readonly before: Partial | null;
}

interface Option {
  readonly to: number;
  readonly worth: number;
}

/** Reads rows of a flattened table; remembers where each cell may end. */
export class RowSearch {
  readonly #setting: SearchSetting;
  readonly #options = new Map<number, readonly Option[]>();
  readonly #lineEnd: readonly [number, number];
  /** For each atom, the first from there on that says that a cell is empty. */
  readonly #nextEmpty: readonly number[];
  /** Of each column, what it holds behind what the column before holds. */
  readonly #pairs: readonly string[];
  readonly #areFunds: boolean;
  readonly #kept: number;

  constructor(setting: SearchSetting) {
    this.#setting = setting;
    this.#pairs = setting.columns.map(({ kind }, c) => `${setting.columns[c - 1]?.kind}-${kind}`);
    this.#areFunds = setting.columns.some(({ kind }) => kind === "amount");
    this.#kept = this.#areFunds ? FUNDS_KEPT_PER_END : KEPT_PER_END;
    const { atoms } = setting;
    const nextEmpty = atoms.map(() => atoms.length);
    for (let i = atoms.length - 1; i >= 0; i--) nextEmpty[i] = isEmptyCell(atoms[i]!) ? i : (nextEmpty[i + 1] ?? atoms.length);
    this.#nextEmpty = nextEmpty;
    const fused = atoms.some((atom) => atom.gap === "fused");
    const { wrapped, wrapping } = setting;
    this.#lineEnd = fused
      ? LINE_COST.whole
      : wrapping
        ? wrapping.broken
          ? LINE_COST.broken
          : LINE_COST.whole
        : wrapped
          ? LINE_COST.broken
          : LINE_COST.unknown;
  }

  /** The best readings of a row that begins at `from`, a few for each place where it may end. */
  rowsFrom(from: number): RowReading[] {
    const { atoms, columns, stretches } = this.#setting;
    let partials: readonly Partial[] = [{ from, at: from, score: startScore(atoms, from), before: null }];
    for (let c = 0; c < columns.length; c++) {
      const { kind } = columns[c]!;
      const empty = kind === "points" && this.#areFunds ? EMPTY_MARKS : EMPTY[kind];
      const next: Partial[] = [];
      let best = Number.NEGATIVE_INFINITY;
      const add = (before: Partial, at: number, score: number) => {
        if (score < best - BEHIND) return;
        if (score > best) best = score;
        next.push({ from: before.at, at, score, before });
      };
      for (const before of partials) {
        const { at, score } = before;
        if (empty > IMPOSSIBLE)
          add(before, at, score + (this.#lacksTarget(c, before) ? EMPTY_RESULT : empty) - this.#missesSecond(c, before));
        if (at > from && atoms[at]?.told === "row" && beginsLine(atoms[at]!)) continue;
        const boundary = at === from ? 0 : stretches.boundary(at);
        for (const option of this.#optionsAt(c, at))
          add(before, option.to, score + option.worth + boundary + this.#saysSame(c, before, option.to));
      }
      partials = prune(next, this.#kept);
    }
    const rows: RowReading[] = [];
    for (const partial of partials) {
      if (partial.at === from || !mayEndRow(atoms, from, partial.at)) continue;
      const cells = cellsOf(partial, columns.length);
      if (!this.#isOfSomething(cells)) continue;
      const arithmetic = rowArithmetic(
        columns,
        cells.map((cell) => stretches.text(cell.from, cell.to)),
      );
      rows.push({
        from,
        at: partial.at,
        cells,
        score: partial.score + stretches.boundary(partial.at) + arithmetic - this.#conflict(cells),
      });
    }
    return prune(rows, this.#kept);
  }

  /** Whether a row has a name, or tells nothing but where its levels begin: the line of a form that was left blank. */
  #isOfSomething(cells: readonly ReadCell[]): boolean {
    const { atoms, columns } = this.#setting;
    const says = ({ from, to }: ReadCell) => to > from && !isEmptyCell(atoms[from]!);
    return (
      columns.every(({ kind }, c) => kind !== "name" || says(cells[c]!)) ||
      cells.every((cell, c) => LEVEL_KINDS.has(columns[c]!.kind) || !says(cell))
    );
  }

  #lacksTarget(column: number, { at, before }: Partial): boolean {
    const { columns } = this.#setting;
    return columns[column]!.kind === "actual" && columns[column - 1]?.kind === "target" && before?.at === at;
  }

  /** A first level is told with the second below it: 成本指标 beside no 经济成本指标 is the second level's. One with marks of its own, 预算执行（10分）, may stand alone. */
  #missesSecond(column: number, before: Partial): number {
    const { columns } = this.#setting;
    if (columns[column]!.kind !== "level2" || columns[column - 1]?.kind !== "level1" || before.at === before.from) return 0;
    const first = this.#setting.stretches.text(before.from, before.at);
    if (MARKS_LAST.test(first)) return MARKED_FIRST;
    return first.includes("成本") ? 4 : 1.5;
  }

  /**
   * What it is worth that a result is told in the very words of its target, or an amount with as many decimals as the one beside it: known at once, lest
   * worse readings crowd this one out.
   */
  #saysSame(column: number, beside: Partial, to: number): number {
    const { stretches } = this.#setting;
    const kinds = this.#pairs[column];
    if (kinds === "points-points" && beside.before && beside.at > beside.before.at)
      return stretches.text(beside.before.at, beside.at) === stretches.text(beside.at, to) ? SAME_MARKS : 0;
    if ((kinds !== "target-actual" && kinds !== "amount-amount") || beside.at === beside.from) return 0;
    const words = stretches.text(beside.from, beside.at);
    const own = stretches.text(beside.at, to);
    if (kinds === "amount-amount") return this.#alikeIn(decimalsOf(words), decimalsOf(own), beside.at);
    return !/\d/u.test(words) && words === own ? SAME_WORDS : 0;
  }

  /** Of two amounts that ran together, decimals that differ show that the cut between them is at the wrong digit. */
  #alikeIn(before: number, own: number, cut: number): number {
    if (before === own) return SAME_DECIMALS;
    return this.#setting.atoms[cut]!.gap === "digit" ? OTHER_DECIMALS : 0;
  }

  /** What it costs that a first level of another class stands beside the second: 时效指标 is under no 变更管理, which ends the reason above. */
  #conflict(cells: readonly ReadCell[]): number {
    const { columns, stretches } = this.#setting;
    const second = columns.findIndex(({ kind }) => kind === "level2");
    const [above, below] = [cells[second - 1], cells[second]];
    if (!above || !below || columns[second - 1]!.kind !== "level1" || above.to === above.from) return 0;
    return classesConflict(stretches.text(above.from, above.to), stretches.text(below.from, below.to)) ? CONFLICT : 0;
  }

  /** Where a cell of a column that begins at an atom may end, and what it is worth. */
  #optionsAt(column: number, at: number): readonly Option[] {
    const key = column * 65_536 + at;
    const known = this.#options.get(key);
    if (known) return known;
    const { atoms, columns } = this.#setting;
    const most = Math.min(atoms.length, at + (atoms[at]?.told ? 1 : MOST_ATOMS[columns[column]!.kind]));
    const options: Option[] = [];
    let inner = 0;
    for (let to = at + 1; to <= most; to++) {
      if (to > at + 1) inner += gapCost(atoms[to - 2]!, atoms[to - 1]!, this.#lineEnd);
      // The gaps inside only grow in number.
      if (inner >= MOST_WORTH - LEAST_WORTH) break;
      const worth = this.#worth(column, at, to, inner);
      if (worth > LEAST_WORTH) options.push({ to, worth });
    }
    this.#options.set(key, options);
    return options;
  }

  /** `inner`: what the gaps inside the cell cost. */
  #worth(column: number, from: number, to: number, inner: number): number {
    const { atoms, columns, stretches, wrapping } = this.#setting;
    if (this.#nextEmpty[from]! < to) return to === from + 1 ? toldEmpty(columns[column]!.kind) : IMPOSSIBLE;
    const worth = wholeCell(atoms[from]!, columns[column]!.kind, stretches.worth(columns[column]!, from, to));
    if (worth <= LEAST_WORTH || to === from + 1) return worth;
    const rest = worth - inner - justifiedEnd(atoms, from, to);
    return rest <= LEAST_WORTH ? rest : rest - raggedness(cellLines(atoms, from, to), wrapping?.widths[column], wrapping?.indent);
  }
}

/** Whether a row that begins at an atom may end before another: anywhere, or where the file says that it does. */
function mayEndRow(atoms: readonly Atom[], from: number, at: number): boolean {
  return atoms[from]!.told !== "row" || at >= atoms.length || beginsLine(atoms[at]!);
}

function cellsOf(last: Partial, count: number): ReadCell[] {
  const cells: ReadCell[] = new Array(count);
  let partial: Partial | null = last;
  for (let c = count - 1; c >= 0 && partial; c--, partial = partial.before) cells[c] = { from: partial.from, to: partial.at };
  return cells;
}

/** The best of readings, not more than a few for each end, none far behind. */
function prune<T extends { readonly at: number; readonly score: number }>(readings: T[], keptPerEnd: number): T[] {
  readings.sort((a, b) => b.score - a.score);
  const best = readings[0]?.score ?? 0;
  const perEnd = new Map<number, number>();
  const kept: T[] = [];
  for (const reading of readings) {
    if (kept.length >= KEPT || reading.score < best - BEHIND) break;
    const count = perEnd.get(reading.at) ?? 0;
    if (count >= keptPerEnd) continue;
    perEnd.set(reading.at, count + 1);
    kept.push(reading);
  }
  return kept;
}
