import { exact } from "../../core/decimal.js";
import type { Cell } from "../../core/extracted.js";
import { meets, points, sum } from "../../core/interval.js";
import { range } from "../../core/range.js";
import { cellText } from "../figures/cell-figure.js";
import { pointsOf } from "../figures/points.js";
import { readQuantity } from "../figures/quantity.js";
import type { IndicatorRole } from "../lexicon/head-words.js";
import { isLevel1, isLevel2, readLevel, splitLevels } from "../lexicon/level.js";
import { totalKind } from "../lexicon/total-words.js";
import type { Grid } from "./grid.js";
import { isBlank } from "./grid.js";
import type { Columns } from "./region.js";

/** Share of a column's cells that must be of one kind. */
const MOSTLY = 0.7;
/** How many cells must show what a column holds. */
const FEWEST_SHOWN = 2;
const LEVELS: ReadonlySet<IndicatorRole> = new Set(["level1", "level2", "levels", "level3", "level4"]);

type Kind = "level1" | "level2" | "levels";

/**
 * The columns of the levels by what they hold, where their heads leave it open or say the contrary: 产出指标, 效益指标 are first levels under
 * whatever head, 数量指标, 质量指标 second ones, and 产出-数量指标 both. A column of names that differ from row to row, right of them, is
 * the indicators' where no head names it.
 */
export function withLevelsByContent(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const of = new Map(columns.of);
  const roleAt = new Map([...of].flatMap(([role, list]) => list.map((column) => [column, role] as const)));
  const kinds = new Map<Kind, number>();
  for (let column = 0; column < grid.columnCount; column++) {
    const role = roleAt.get(column);
    const kind = kindOf(ownCells(grid, body, column));
    // A head that names the kind, too, holds before an earlier column of the same (绩效目标1, where 绩效目标 is a second level).
    if (kind && (!kinds.has(kind) || role === kind)) kinds.set(kind, column);
  }
  const put = (role: Kind, column: number) => {
    const held = roleAt.get(column);
    if (held === role) return;
    if (held !== undefined) take(of, held, column);
    // What the head gave the role to is left for the indicators' names.
    for (const other of of.get(role) ?? []) roleAt.delete(other);
    of.set(role, [column]);
    roleAt.set(column, role);
  };
  const [first, second] = [kinds.get("level1"), kinds.get("level2")];
  if (first !== undefined && second !== undefined && first !== second) {
    const isNamedElsewhere = (of.get("level3") ?? []).some((column) => column !== first && column !== second);
    if (isNamedElsewhere || (roleAt.get(first) !== "level3" && roleAt.get(second) !== "level3")) {
      put("level1", first);
      put("level2", second);
    }
  } else if (
    second !== undefined &&
    (roleAt.get(second) === "levels" || (roleAt.get(second) === undefined && !of.has("level2") && !of.has("levels")))
  )
    put("level2", second);
  else if (first !== undefined && roleAt.get(first) === undefined && !of.has("level1") && !of.has("levels")) put("level1", first);
  const both = kinds.get("levels");
  if (both !== undefined && roleAt.get(both) === undefined && !of.has("level1") && !of.has("level2")) put("levels", both);
  if (!of.has("level3")) {
    const named = namesBehind(grid, body, roleAt);
    if (named !== undefined) of.set("level3", [named]);
  }
  return { of, heads: columns.heads };
}

/** Takes a column from a role; the role goes with its last column. */
function take(of: Map<IndicatorRole, readonly number[]>, role: IndicatorRole, column: number): void {
  const left = (of.get(role) ?? []).filter((other) => other !== column);
  if (left.length > 0) of.set(role, left);
  else of.delete(role);
}

function ownCells(grid: Grid, body: readonly number[], column: number): Cell[] {
  return body.flatMap((row) => {
    const cell = grid.at(row, column);
    const begins = cell?.row === row && cell.column === column && !isBlank(cell);
    return begins && totalKind(cellText(cell)) === undefined ? [cell] : [];
  });
}

function kindOf(cells: readonly Cell[]): Kind | undefined {
  const names = cells.map((cell) => readLevel(cellText(cell)).name);
  const distinct = [...new Set(names)];
  // A name that only ever is a second level's shows by itself what its column holds.
  if (distinct.length < FEWEST_SHOWN)
    return distinct.every((name) => /指标$/u.test(name) && isLevel2(name) && !isLevel1(name)) && distinct.length > 0 ? "level2" : undefined;
  const share = (test: (name: string) => boolean) => distinct.filter(test).length / distinct.length;
  if (share((name) => splitLevels(name) !== undefined) >= MOSTLY) return "levels";
  if (share(isLevel1) >= MOSTLY && distinct.some((name) => isLevel1(name) && !isLevel2(name))) return "level1";
  return share(isLevel2) >= MOSTLY && distinct.some((name) => isLevel2(name) && !isLevel1(name)) ? "level2" : undefined;
}

/** The first column behind the levels, itself without a role, that names something else in each row. */
function namesBehind(grid: Grid, body: readonly number[], roleAt: ReadonlyMap<number, IndicatorRole>): number | undefined {
  const last = Math.max(...[...roleAt].filter(([, role]) => LEVELS.has(role)).map(([column]) => column));
  for (let column = last + 1; column < grid.columnCount; column++) {
    if (roleAt.has(column)) continue;
    const cells = ownCells(grid, body, column);
    const names = new Set(cells.map(cellText).filter((text) => /\p{Script=Han}{2}/u.test(text) && readQuantity(text) === null));
    if (names.size >= FEWEST_SHOWN && names.size >= cells.length * MOSTLY) return column;
  }
  return undefined;
}

/**
 * Full marks or scores, or both, under heads that no list knows: of the columns without a role the ones of points, in each row no score above
 * its full marks, that sum to what such columns sum to. Where several do, none is believed.
 */
export function withMarksByContent(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const { of } = columns;
  const [weight, score] = [of.get("weight")?.[0], of.get("score")?.[0]];
  if ((weight !== undefined && score !== undefined) || of.has("review") || of.has("itemScore")) return columns;
  const free = columnsWithoutRole(grid, body, columns);
  const isNew = weight === undefined && score === undefined;
  const pairs = (weight === undefined ? free : [weight]).flatMap((full) =>
    (score === undefined ? free : [score])
      .filter(
        (given) =>
          (isNew ? full < given : full !== given) &&
          areMarks(grid, body, { full, given }, { full: weight !== undefined, given: score !== undefined }),
      )
      .map((given) => ({ full, given })),
  );
  const [pair, ...others] = pairs;
  if (!pair || others.length > 0) return columns;
  return { of: new Map([...of, ["weight", [pair.full]], ["score", [pair.given]]]), heads: columns.heads };
}

/** The marks of a table whose full marks are all told among its indicators, or but for the execution of the budget. */
const USUAL_SUMS = ["100", "90", "80"];

/** Whether, in the rows that have marks in the known column, two columns are full marks and scores by row and by sum. */
function areMarks(
  grid: Grid,
  body: readonly number[],
  { full, given }: { readonly full: number; readonly given: number },
  isKnown: { readonly full: boolean; readonly given: boolean },
): boolean {
  const known = isKnown.given ? given : full;
  const rows = body.filter((row) => !isTotal(grid, row) && marks(grid, row, known) !== undefined);
  const both = rows.map((row) => [marks(grid, row, full), marks(grid, row, given)] as const);
  const scored = both.filter(([, part]) => part !== undefined);
  if (scored.length < Math.max(FEWEST_SHOWN, both.length * MOSTLY)) return false;
  if (both.some(([whole, part]) => whole === undefined || (part !== undefined && exact(whole).lt(part)))) return false;
  const stated = (column: number) => body.filter((row) => isTotal(grid, row)).flatMap((row) => marks(grid, row, column) ?? []);
  const [whole, part] = [sum(both.map(([one]) => points(one!))), sum(scored.map(([, one]) => points(one!)))];
  const isWhole = () => [...stated(full), ...USUAL_SUMS].some((one) => meets(points(one), whole));
  // What the execution of the budget scored may stand elsewhere.
  const isPart = () =>
    stated(given).some((one) => exact(one).gte(part.low) && exact(one).minus(part.high).lte(exact("100").minus(whole.low)));
  return (isKnown.full || isWhole()) && (isKnown.given || isPart());
}

/** Columns that no head gave a role and in which cells begin. */
export function columnsWithoutRole(grid: Grid, body: readonly number[], { of }: Columns<IndicatorRole>): number[] {
  const taken = new Set([...of.values()].flat());
  return range(0, grid.columnCount).filter(
    (column) => !taken.has(column) && body.some((row) => grid.at(row, column)?.column === column && !isBlank(grid.at(row, column))),
  );
}

function isTotal(grid: Grid, row: number): boolean {
  return grid.row(row).some((cell) => totalKind(cellText(cell)) !== undefined);
}

function marks(grid: Grid, row: number, column: number): string | undefined {
  const cell = grid.at(row, column);
  return cell?.row === row ? pointsOf(cellText(cell)) : undefined;
}
