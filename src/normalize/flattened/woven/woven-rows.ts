import { TOTAL_LABELS } from "../../lexicon/labels/total-words.js";
import type { Atom } from "../atom.js";
import { foldCell, scoreInColumn } from "../cells/cell-score.js";
import { IMPOSSIBLE } from "../cells/cell-words.js";
import { isLevelWord, isPartOfLevel } from "../cells/level-cells.js";
import { levelRows } from "../cells/level-rows.js";
import type { Known } from "../cells/word-cells.js";
import { type Column, type ColumnKind, LEVEL_KINDS } from "../column.js";
import { EMPTY } from "../search/cells-by-kind.js";
import { cellLine, raggedness } from "../search/raggedness.js";
import { rowArithmetic } from "../search/row-arithmetic.js";
import { type Alignment, cellText, nextCells, type Taking, type WovenLine } from "./read-across.js";
import { pieceText, type WovenCell } from "./woven-cell.js";

/** A row read from lines, cell by cell. */
export interface WovenRow {
  readonly cells: readonly WovenCell[];
  readonly worth: number;
}

/** Less than this is no cell of its kind. */
const LEAST_WORTH = -5;
/** Readings of a row kept from column to column. */
const KEPT = 24;
/** A part of a level's name: the rest stands on a line of a row above or below. */
const PART_OF_LEVEL = -0.5;

const anyText = (text: string) => text.length <= LONGEST.text;
const level = (text: string) => text.length <= LONGEST.level && !/[≥≤%。，]/u.test(text);
const quantity = (text: string) => text.length <= LONGEST.quantity;
const LONGEST = { text: 220, level: 18, quantity: 46, name: 60 };

/** What a piece of a cell of each kind may say. */
const MAY_HOLD: { readonly [kind in ColumnKind]: (text: string) => boolean } = {
  level1: level,
  level2: level,
  levels: level,
  name: (text) => text.length <= LONGEST.name && !/[≥≤＞＜。]/u.test(text),
  target: quantity,
  adjusted: quantity,
  actual: quantity,
  earlier: quantity,
  operator: (text) => text.length <= 4,
  unit: (text) => text.length <= 6 && !/\d/u.test(text),
  points: (text) => /^(?:[\d.]{1,6}分?|[/／无—–-]{1,2})$/u.test(text),
  rate: (text) => /^(?:-?[\d.]{0,8}[%％]?|[/／无—–-]{1,2})$/u.test(text),
  text: anyText,
  standard: anyText,
  explanation: anyText,
  label: level,
  amount: (text) => /^[\d.,，万亿元/／无—–-]+$/u.test(text),
  serial: (text) => text.length <= 4,
  other: anyText,
};

interface Partial {
  readonly places: readonly number[];
  readonly cells: readonly WovenCell[];
  /** The target, which the result is judged by. */
  readonly target: string;
  readonly worth: number;
}

/** Reads rows whose cells stand side by side on several lines. */
export class WovenRows {
  readonly #atoms: readonly Atom[];
  readonly #columns: readonly Column[];
  readonly #known: Known;
  readonly #alignment: Alignment;
  readonly #worths = new Map<string, number>();
  readonly #levelRows: ReadonlySet<number>;

  readonly #widths: readonly (number | undefined)[];

  /** `widths`: characters that a line of each column holds, where they are known. */
  constructor(setting: {
    readonly atoms: readonly Atom[];
    readonly columns: readonly Column[];
    readonly known: Known;
    readonly alignment: Alignment;
    readonly widths: readonly (number | undefined)[];
  }) {
    this.#atoms = setting.atoms;
    this.#levelRows = levelRows(setting.atoms);
    this.#columns = setting.columns;
    this.#known = setting.known;
    this.#alignment = setting.alignment;
    this.#widths = setting.widths;
  }

  /** The best reading of lines as one row; undefined where they are none. */
  read(lines: readonly WovenLine[]): WovenRow | undefined {
    let partials: readonly Partial[] = [{ places: lines.map(({ from }) => from), cells: [], target: "", worth: 0 }];
    for (let c = 0; c < this.#columns.length && partials.length > 0; c++) partials = this.#withCell(partials, c, lines);
    let best: WovenRow | undefined;
    for (const { places, cells, worth } of partials) {
      if (places.some((place, l) => place < lines[l]!.to)) continue;
      const texts = cells.map((cell) => foldCell(cellText(this.#atoms, cell)));
      if (TOTAL_LABELS.has(texts[0]!)) continue;
      const whole = worth + rowArithmetic(this.#columns, texts);
      if (!best || whole > best.worth) best = { cells, worth: whole };
    }
    return best;
  }

  #withCell(partials: readonly Partial[], c: number, lines: readonly WovenLine[]): Partial[] {
    const { kind } = this.#columns[c]!;
    const next = new Map<string, Partial>();
    const add = (partial: Partial) => {
      const key = `${partial.places.join()} ${partial.target}`;
      if ((next.get(key)?.worth ?? Number.NEGATIVE_INFINITY) < partial.worth) next.set(key, partial);
    };
    const columnsLeft = this.#columns.length - c - 1;
    for (const { places, cells, target, worth } of partials) {
      if (EMPTY[kind] > IMPOSSIBLE) add({ places, cells: [...cells, []], target, worth: worth + EMPTY[kind] });
      for (const taking of nextCells(this.#atoms, lines, places, this.#alignment, MAY_HOLD[kind])) {
        const own = this.#worth(c, taking);
        if (own > LEAST_WORTH)
          add({
            places: taking.places,
            cells: [...cells, taking.cell],
            target: kind === "target" ? taking.text : target,
            worth: worth + own,
          });
      }
    }
    return [...next.values()]
      .filter(({ places }) => places.every((place, l) => this.#fewestCells(place, lines[l]!.to) <= columnsLeft))
      .sort((a, b) => b.worth - a.worth)
      .slice(0, KEPT);
  }

  #worth(c: number, { cell, text: said }: Taking): number {
    let key = String(c);
    for (const { from, to } of cell) key += `:${from}-${to}`;
    let worth = this.#worths.get(key);
    if (worth === undefined) {
      const { kind } = this.#columns[c]!;
      const text = foldCell(said);
      // A line that names a level heads what stands below: it is no end of another cell.
      const holdsLevel =
        !(LEVEL_KINDS.has(kind) && isLevelWord(text)) && cell.some(({ from }) => this.#levelRows.has(this.#atoms[from]!.row));
      const isPart = LEVEL_KINDS.has(kind) && isPartOfLevel(text);
      const whole = holdsLevel ? IMPOSSIBLE : scoreInColumn(this.#columns[c]!, text, this.#known);
      worth =
        (isPart ? Math.max(whole, PART_OF_LEVEL) : whole) -
        raggedness(
          cell.map((piece) => cellLine(pieceText(this.#atoms, piece))),
          this.#widths[c],
        );
      this.#worths.set(key, worth);
    }
    return worth;
  }

  /** Cells that are left on a line at least: as many as words that a blank parts beyond doubt. */
  #fewestCells(from: number, to: number): number {
    let count = from < to ? 1 : 0;
    for (let at = from + 1; at < to; at++) if (this.#atoms[at]!.gap === "space" || this.#atoms[at]!.gap === "wide") count++;
    return count;
  }
}
