import { withDigits, withSignInText } from "../../figures/confusable.js";
import type { Atom } from "../atom.js";
import { foldCell, scoreInColumn } from "../cells/cell-score.js";
import type { Known } from "../cells/word-cells.js";
import type { Column } from "../column.js";
import { boundaryCost } from "./gap-cost.js";
import { Repeats } from "./repeats.js";
import { WordBreaks } from "./word-breaks.js";

/** What it costs that a word goes over a cell's end. */
const PARTED_WORD = 1.2;
/** What it is worth that a cell ends where a recurring phrase does, and costs that it ends inside one. */
const RECURRING = 0.8;

/**
 * What stretches of a flattened table's atoms say and are worth, however its cells wrap: a table is searched twice, and the second time only the
 * wrapping is known better.
 */
export class Stretches {
  readonly #atoms: readonly Atom[];
  readonly #known: Known;
  readonly #texts = new Map<number, string>();
  readonly #worths = new Map<Column, Map<number, number>>();
  readonly #boundaries = new Map<number, number>();
  readonly #words: WordBreaks;
  readonly #repeats: Repeats;

  constructor(atoms: readonly Atom[], known: Known) {
    this.#atoms = atoms;
    this.#known = known;
    this.#words = new WordBreaks(atoms);
    this.#repeats = new Repeats(atoms);
  }

  /** What a cell of the atoms from `from` to before `to` says. */
  text(from: number, to: number): string {
    const key = keyOf(from, to);
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = "";
      for (let i = from; i < to; i++) text += this.#atoms[i]!.text;
      text = withPlainDigits(withSign(foldCell(text)));
      this.#texts.set(key, text);
    }
    return text;
  }

  /** What these atoms are worth as a cell of a column by what they say. */
  worth(column: Column, from: number, to: number): number {
    let worths = this.#worths.get(column);
    if (!worths) {
      worths = new Map();
      this.#worths.set(column, worths);
    }
    const key = keyOf(from, to);
    let worth = worths.get(key);
    if (worth === undefined) {
      worth = scoreInColumn(column, this.text(from, to), this.#known);
      worths.set(key, worth);
    }
    return worth;
  }

  /** What it costs that a cell begins at an atom. */
  boundary(at: number): number {
    let cost = this.#boundaries.get(at);
    if (cost === undefined) {
      cost = boundaryCost(this.#atoms[at]) - (this.#words.partsWord(at) ? PARTED_WORD : 0) + this.#repeats.favour(at) * RECURRING;
      this.#boundaries.set(at, cost);
    }
    return cost;
  }
}

function keyOf(from: number, to: number): number {
  return from * 65_536 + to;
}

/** A target with the sign that recognition took for something else (^85%, 5=98%): the search judges it as what was printed. */
function withSign(text: string): string {
  return withSignInText(text) ?? text;
}

/** Letters that recognition takes for digits, among digits (12O家次, l0, 5O.OO): what the cell is judged as; what it says is read later. */
const GARBLED_FIGURE = /^([≥≤<>=]{0,2})((?=[^\d]*\d|[lI|][Oo〇]$)[\dOo〇lI|.,]+)([%‰]?\p{Script=Han}{0,4})$/u;

function withPlainDigits(text: string): string {
  const [, sign, figure, unit] = GARBLED_FIGURE.exec(text) ?? [];
  if (figure === undefined || !/[Oo〇lI|]/u.test(figure)) return text;
  return `${sign}${withDigits(figure) ?? figure}${unit}`;
}
