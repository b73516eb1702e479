import { type Exact, exact, sumOf } from "../../core/decimal.js";
import { cellText } from "../figures/cell-figure.js";
import { pointsOf, readPoints } from "../figures/points.js";
import { isLevel1, readLevel } from "../lexicon/level.js";
import { totalKind } from "../lexicon/total-words.js";
import type { IndicatorRegion } from "../tables/region.js";
import { RowCells } from "./row-cells.js";

/** What a form allots to all indicators, with the execution's marks and without. */
const FULL = [100, 90];
/** A name that says itself that it is a level's, and one that is no longer than such: 产出, 项目产出, 单位成本. */
const SAYS_LEVEL = /指标$/u;
const SHORT = /^.{2,4}$/u;

/**
 * Whether the rows of a table that names no levels beside its rows may head others: 居民满意度 may be a level or an indicator, and only the marks tell. All rows
 * that sum to the whole are indicators, unless all are called as levels; a row that heads others has the marks of those right below it.
 */
export class LevelRows {
  readonly #marks: readonly { readonly row: number; readonly marks: Exact | undefined }[];
  readonly #isFlat: boolean;

  constructor(region: IndicatorRegion) {
    const stated: Exact[] = FULL.map((marks) => exact(marks));
    const marks: { row: number; marks: Exact | undefined }[] = [];
    let hasOther = false;
    for (const row of region.body) {
      const own = marksOf(region, row);
      const label = region.grid.spoken(row).find((cell) => pointsOf(cellText(cell)) === undefined);
      if (label && totalKind(cellText(label)) !== undefined) {
        if (own) stated.push(own);
        continue;
      }
      marks.push({ row, marks: own });
      hasOther ||= label !== undefined && !isLevel1(readLevel(cellText(label)).name);
    }
    const sum = sumOf(marks.map((each) => each.marks));
    this.#marks = marks;
    this.#isFlat = hasOther && stated.some((each) => each.eq(sum));
  }

  /** Whether the row, called `name` as a first level is, heads those below it. */
  heads(row: number, name: string): boolean {
    const bare = name.replace(/\s+/gu, "");
    return SAYS_LEVEL.test(bare) || (!this.#isFlat && (SHORT.test(bare) || this.#sumsBelow(row)));
  }

  #sumsBelow(row: number): boolean {
    const at = this.#marks.findIndex((each) => each.row === row);
    const own = this.#marks[at]?.marks;
    if (!own) return true;
    let sum = exact(0);
    for (const { marks } of this.#marks.slice(at + 1)) {
      if (marks) sum = sum.plus(marks);
      if (sum.gte(own)) return sum.eq(own);
    }
    return false;
  }
}

function marksOf(region: IndicatorRegion, row: number): Exact | undefined {
  const cells = new RowCells(region, row);
  const role = region.columns.of.has("weight") ? "weight" : "score";
  const points = cells.begins(role) ? readPoints(cells.cell(role)) : null;
  return points ? exact(points.value) : undefined;
}
