import { type Exact, exact, sumOf } from "../../../core/decimal.js";
import { unspaced } from "../../../core/text.js";
import { cellText } from "../../figures/cell-figure.js";
import { pointsOf, readPoints } from "../../figures/points.js";
import { isLevel1, isLevel2, readLevel, readLevelHeading } from "../../lexicon/labels/level.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { begunAt } from "../../tables/grid.js";
import type { IndicatorRegion } from "../../tables/region.js";
import { RowCells } from "../rows/row-cells.js";

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
  readonly #alone: ReadonlyMap<number, "level1" | "level2">;

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
    this.#alone = levelsAlone(region);
    this.#marks = marks;
    this.#isFlat = hasOther && stated.some((each) => each.eq(sum));
  }

  /** Whether the row, called `name` as a first level is, heads those below it. */
  heads(row: number, name: string): boolean {
    const bare = unspaced(name);
    return SAYS_LEVEL.test(bare) || this.#hasNoMarks(row) || (!this.#isFlat && (SHORT.test(bare) || this.#sumsBelow(row)));
  }

  /** 二、产出（40分） across the table: no indicator has its marks in its name alone where the others have a column for them. */
  #hasNoMarks(row: number): boolean {
    const own = this.#marks.find((each) => each.row === row);
    return own !== undefined && own.marks === undefined;
  }

  /** The level that a row names by itself for those below, in a table whose one column holds levels and names below one another. */
  alone(row: number): "level1" | "level2" | undefined {
    return this.#alone.get(row);
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

/** Fewer rows of a name alone may be indicators that were left empty. */
const FEWEST_ALONE = 2;

/**
 * Rows of a name alone that stand for levels (产出 | 50, 产出数量, 巡检管网 | 12 …; 投入管理, 资金管理 across the table): the first row below each first
 * level, and each above an indicator. The first levels among them are told by their names, or by the second that stands right below them.
 */
function levelsAlone({ grid, columns, body }: IndicatorRegion): ReadonlyMap<number, "level1" | "level2"> {
  const [names] = columns.of.get("level3") ?? [];
  const rows = body.filter((row) => grid.spoken(row).length > 0);
  if (names === undefined || (["level1", "level2", "levels"] as const).some((role) => columns.of.has(role))) return new Map();
  const values = (["target", "actual"] as const).flatMap((role) => columns.of.get(role) ?? []);
  const nameIn = (row: number | undefined) => {
    const [first, ...others] = row === undefined ? [] : grid.spoken(row);
    return first && others.length === 0 && first.column <= names && totalKind(cellText(first)) === undefined ? first : undefined;
  };
  const isFirstOfTwo = (i: number) => !nameIn(rows[i - 1]) && nameIn(rows[i]) && nameIn(rows[i + 1]) && !nameIn(rows[i + 2]);
  const areInTwos = rows.filter((_, i) => isFirstOfTwo(i)).length >= FEWEST_ALONE;
  const kinds = rows.map((row, i) => {
    const alone = nameIn(row);
    const name = alone ?? begunAt(grid, row, names);
    if (!name || totalKind(cellText(name)) !== undefined) return undefined;
    if (areInTwos && isFirstOfTwo(i)) return "level1";
    const called = readLevelHeading(cellText(name)).name;
    // 效益 may be either's: above a name alone it is a first level.
    const isOpen = alone && (isLevel2(called) || areInTwos) && !nameIn(rows[i + 1]);
    const isFirst = isLevel1(called) && !isOpen && values.every((column) => !begunAt(grid, row, column));
    return isFirst ? "level1" : alone ? "level2" : undefined;
  });
  const follows = (kind: "level1" | "level2", next: "level2" | undefined) =>
    kinds.every((own, i) => own !== kind || (i + 1 < rows.length && kinds[i + 1] === next));
  const isLevelled = kinds.includes("level1") && kinds.filter((kind) => kind === "level2").length >= FEWEST_ALONE;
  if (!isLevelled || !follows("level1", "level2") || !follows("level2", undefined)) return new Map();
  return new Map(rows.flatMap((row, i) => (kinds[i] && nameIn(row) ? [[row, kinds[i]] as const] : [])));
}
