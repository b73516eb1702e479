import { type Atom, beginsLine, isEmptyCell } from "../atom.js";
import { IMPOSSIBLE } from "../cells/cell-words.js";
import { LEVEL_KINDS } from "../column.js";
import { BEHIND, bestReadings } from "./best-readings.js";
import { CellEnds } from "./cell-ends.js";
import { startScore } from "./gap-cost.js";
import { NeighbourCells } from "./neighbour-cells.js";
import { rowArithmetic } from "./row-arithmetic.js";
import type { ReadCell, RowReading } from "./row-reading.js";
import type { SearchSetting } from "./search-setting.js";

/** Readings of a row kept for each place where it may end. */
const KEPT_PER_END = 2;
/** Amounts are judged by each other, when all of a row are read. */
const FUNDS_KEPT_PER_END = 16;

/** A row read up to the cell of some column; cells are chained backwards. */
interface Partial extends ReadCell {
  readonly score: number;
  readonly before: Partial | null;
}

/** Reads rows of a flattened table, column by column. */
export class RowSearch {
  readonly #setting: SearchSetting;
  readonly #ends: CellEnds;
  readonly #neighbours: NeighbourCells;
  readonly #keptPerEnd: number;

  constructor(setting: SearchSetting) {
    this.#setting = setting;
    this.#ends = new CellEnds(setting);
    this.#neighbours = new NeighbourCells(setting);
    this.#keptPerEnd = setting.columns.some(({ kind }) => kind === "amount") ? FUNDS_KEPT_PER_END : KEPT_PER_END;
  }

  /** The best readings of a row that begins at `from`, a few for each place where it may end. */
  rowsFrom(from: number): RowReading[] {
    const { atoms, columns } = this.#setting;
    let partials: readonly Partial[] = [{ from, to: from, score: startScore(atoms, from), before: null }];
    for (let c = 0; c < columns.length; c++) partials = bestReadings(this.#withCell(partials, c, from), this.#keptPerEnd);
    const rows = partials.flatMap((partial) => this.#rowOf(partial, from) ?? []);
    return bestReadings(rows, this.#keptPerEnd);
  }

  /** The rows that began at `from`, each with every cell that the next column may have behind it. */
  #withCell(partials: readonly Partial[], column: number, from: number): Partial[] {
    const { atoms, stretches } = this.#setting;
    const next: Partial[] = [];
    let best = Number.NEGATIVE_INFINITY;
    const add = (before: Partial, to: number, score: number) => {
      if (score < best - BEHIND) return;
      if (score > best) best = score;
      next.push({ from: before.to, to, score, before });
    };
    for (const before of partials) {
      const { to: at, score } = before;
      const empty = this.#neighbours.emptiness(column, before);
      if (empty > IMPOSSIBLE) add(before, at, score + empty);
      if (at > from && atoms[at]?.told === "row" && beginsLine(atoms[at]!)) continue;
      const boundary = at === from ? 0 : stretches.boundary(at);
      for (const { to, worth } of this.#ends.from(column, at))
        add(before, to, score + worth + boundary + this.#neighbours.sameness(column, before, to));
    }
    return next;
  }

  /** Undefined for what is no row: nothing, what ends in a row's midst, or a row of nothing. */
  #rowOf(last: Partial, from: number): RowReading | undefined {
    const { atoms, columns, stretches } = this.#setting;
    const { to } = last;
    if (to === from || !mayEndRow(atoms, from, to)) return undefined;
    const cells = cellsOf(last, columns.length);
    if (!this.#isOfSomething(cells)) return undefined;
    const arithmetic = rowArithmetic(
      columns,
      cells.map((cell) => stretches.text(cell.from, cell.to)),
    );
    return { from, to, cells, score: last.score + stretches.boundary(to) + arithmetic + this.#neighbours.levels(cells) };
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
}

/** Whether a row that begins at an atom may end before another: anywhere, or where the file says that it does. */
function mayEndRow(atoms: readonly Atom[], from: number, at: number): boolean {
  return atoms[from]!.told !== "row" || at >= atoms.length || beginsLine(atoms[at]!);
}

function cellsOf(last: Partial, count: number): ReadCell[] {
  const cells: ReadCell[] = new Array(count);
  let partial: Partial | null = last;
  for (let c = count - 1; c >= 0 && partial; c--, partial = partial.before) cells[c] = { from: partial.from, to: partial.to };
  return cells;
}
