import { classesConflict } from "../../lexicon/labels/level-class.js";
import { isSecond } from "../cells/level-cells.js";
import { EMPTY } from "./cells-by-kind.js";
import { decimalsOf } from "./row-arithmetic.js";
import type { ReadCell } from "./row-reading.js";
import type { SearchSetting } from "./search-setting.js";

/** A result is rarely told of no target. */
const EMPTY_RESULT = -1.5;
/** Marks stand beside the total of the funds alone, as a rule. */
const EMPTY_MARKS = -1;
/** A first level is told with the second below it; one of costs (成本指标) is more often the second itself. */
const LONE_FIRST = -1.5;
const LONE_COST = -4;
/** A first level with marks of its own, 预算执行（10分）, may stand alone. */
const LONE_MARKED = 0.5;
const ENDS_WITH_MARKS = /[(（]\d{1,3}(?:\.\d+)?分[)）]$/u;
/** A first level of another class stands beside the second. */
const CONFLICT = -4;
/** 生态效益指标 | 可持续影响指标: nothing was told of the one above. */
const TWO_SECONDS = -6;
const SAME_WORDS = 2;
const SAME_MARKS = 0.3;
const SAME_DECIMALS = 1;
const OTHER_DECIMALS = -3;

/** What cells that stand beside each other in a row make each other worth, as the row is read from left to right. */
export class NeighbourCells {
  readonly #setting: SearchSetting;
  /** Of each column, what it holds behind what the column before holds. */
  readonly #pairs: readonly string[];
  readonly #areFunds: boolean;

  constructor(setting: SearchSetting) {
    this.#setting = setting;
    this.#pairs = setting.columns.map(({ kind }, c) => `${setting.columns[c - 1]?.kind}-${kind}`);
    this.#areFunds = setting.columns.some(({ kind }) => kind === "amount");
  }

  /** What it is worth that a column's cell is empty behind the cell before. */
  emptiness(column: number, before: ReadCell): number {
    const { kind } = this.#setting.columns[column]!;
    const isBare = before.to === before.from;
    if (this.#pairs[column] === "target-actual" && isBare) return EMPTY_RESULT;
    if (this.#pairs[column] === "level1-level2" && !isBare) return EMPTY[kind] + loneFirst(this.#text(before));
    return kind === "points" && this.#areFunds ? EMPTY_MARKS : EMPTY[kind];
  }

  /**
   * What it is worth that a result is told in the very words of its target, or an amount with as many decimals as the one beside it: known at once, lest
   * worse readings crowd this one out. The column's cell goes from where the cell before ends up to `to`.
   */
  sameness(column: number, before: ReadCell, to: number): number {
    if (before.to === before.from) return 0;
    const kinds = this.#pairs[column];
    if (kinds !== "points-points" && kinds !== "target-actual" && kinds !== "amount-amount") return 0;
    const [words, own] = [this.#text(before), this.#setting.stretches.text(before.to, to)];
    if (kinds === "amount-amount") return this.#sameDecimals(words, own, before.to);
    if (words !== own) return 0;
    if (kinds === "points-points") return SAME_MARKS;
    return /\d/u.test(words) ? 0 : SAME_WORDS;
  }

  /** Of two amounts that ran together, decimals that differ show that the cut between them is at the wrong digit. */
  #sameDecimals(before: string, own: string, cut: number): number {
    if (decimalsOf(before) === decimalsOf(own)) return SAME_DECIMALS;
    return this.#setting.atoms[cut]!.gap === "digit" ? OTHER_DECIMALS : 0;
  }

  /** What a row's levels are worth to each other: 时效指标 is under no 变更管理, which ends the reason above. */
  levels(cells: readonly ReadCell[]): number {
    const second = this.#pairs.indexOf("level1-level2");
    const [above, below] = [cells[second - 1], cells[second]];
    if (!above || !below || above.to === above.from) return 0;
    if (classesConflict(this.#text(above), this.#text(below))) return CONFLICT;
    return isSecond(this.#text(above)) && isSecond(this.#text(below)) ? TWO_SECONDS : 0;
  }

  #text({ from, to }: ReadCell): string {
    return this.#setting.stretches.text(from, to);
  }
}

/** What a first level is worth that no second is told with. */
function loneFirst(first: string): number {
  if (ENDS_WITH_MARKS.test(first)) return LONE_MARKED;
  return first.includes("成本") ? LONE_COST : LONE_FIRST;
}
