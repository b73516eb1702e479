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
    const kind = role === undefined || LEVELS.has(role) ? kindOf(ownCells(grid, body, column)) : undefined;
    if (kind && !kinds.has(kind)) kinds.set(kind, column);
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
    if (roleAt.get(first) !== "level3" && roleAt.get(second) !== "level3") {
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
 * The full marks under a head that no list knows: of the columns without a role the one of points, none below its row's score, that sum
 * to what a column of full marks sums to. Where several do, none is believed.
 */
export function withWeightsByContent(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const score = columns.of.get("score")?.[0];
  if (score === undefined || columns.of.has("weight")) return columns;
  const taken = new Set([...columns.of.values()].flat());
  const rows = body.filter((row) => marks(grid, row, score) !== undefined && !isTotal(grid, row));
  if (rows.length < FEWEST_SHOWN) return columns;
  const found = range(0, grid.columnCount).filter((column) => {
    if (taken.has(column)) return false;
    const weights = rows.flatMap((row) => marks(grid, row, column) ?? []);
    if (weights.length < rows.length || weights.some((weight, i) => exact(weight).lt(marks(grid, rows[i]!, score)!))) return false;
    const whole = sum(weights.map(points));
    const stated = body.filter((row) => isTotal(grid, row)).flatMap((row) => marks(grid, row, column) ?? []);
    return [...stated, "100", "90", "80"].some((one) => meets(points(one), whole));
  });
  return found.length === 1 ? { of: new Map([...columns.of, ["weight", found]]), heads: columns.heads } : columns;
}

function isTotal(grid: Grid, row: number): boolean {
  return grid.row(row).some((cell) => totalKind(cellText(cell)) !== undefined);
}

function marks(grid: Grid, row: number, column: number): string | undefined {
  const cell = grid.at(row, column);
  return cell?.row === row ? pointsOf(cellText(cell)) : undefined;
}
