import type { Cell } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { readQuantity } from "../../figures/quantity.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import { isLevel1, isLevel2, readLevel, splitLevels } from "../../lexicon/labels/level.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import type { Grid } from "../grid.js";
import { begunAt } from "../grid.js";
import type { Columns } from "../region.js";

/** Share of a column's cells that must be of one kind. */
const MOSTLY = 0.7;
/** How many cells must show what a column holds. */
const FEWEST_SHOWN = 2;
const LEVELS: ReadonlySet<IndicatorRole> = new Set(["level1", "level2", "levels", "level3"]);

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
    const placed = new Map(roleAt).set(first, "level1").set(second, "level2");
    const names = of.get("level3")?.filter((column) => column !== first && column !== second);
    const isNamedElsewhere = names?.length || namesByContent(grid, body, placed, true) !== undefined;
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
    const isTold = second !== undefined || (kinds.size > 0 && !of.has("level2"));
    const named = namesByContent(grid, body, roleAt, isTold);
    if (named !== undefined) {
      if (roleAt.has(named)) take(of, roleAt.get(named)!, named);
      of.set("level3", [named]);
    }
  }
  const [third] = of.get("level3") ?? [];
  if (third !== undefined && !of.has("level4") && isUnnamed(of, third + 1) && namesRows(grid, body, third + 1))
    of.set("level4", [third + 1]);
  return { of, heads: columns.heads };
}

function isUnnamed(of: ReadonlyMap<IndicatorRole, readonly number[]>, column: number): boolean {
  return ![...of.values()].flat().includes(column);
}

/** Takes a column from a role; the role goes with its last column. */
function take(of: Map<IndicatorRole, readonly number[]>, role: IndicatorRole, column: number): void {
  const left = (of.get(role) ?? []).filter((other) => other !== column);
  if (left.length > 0) of.set(role, left);
  else of.delete(role);
}

function ownCells(grid: Grid, body: readonly number[], column: number): Cell[] {
  return body.flatMap((row) => {
    const cell = begunAt(grid, row, column);
    return cell && totalKind(cellText(cell)) === undefined ? [cell] : [];
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

/**
 * The column, itself without a role, that names something else in each row: the first behind the levels. Where those are told by what they hold,
 * else the first that does so in most rows, in a form that begins with what it asks (考核内容 | 一级指标 | 二级指标), or an explanation (指标说明),
 * which beside them is a name.
 */
function namesByContent(
  grid: Grid,
  body: readonly number[],
  roleAt: ReadonlyMap<number, IndicatorRole>,
  isTold: boolean,
): number | undefined {
  const last = Math.max(...[...roleAt].filter(([, role]) => LEVELS.has(role)).map(([column]) => column));
  const named = range(0, grid.columnCount).filter((column) => {
    const role = roleAt.get(column);
    const isOpen = role === undefined ? column > last || isTold : role === "level4" && isTold;
    if (!isOpen) return false;
    return namesRows(grid, body, column, column > last ? FEWEST_SHOWN : body.length * MOSTLY);
  });
  return named.find((column) => column > last) ?? named[0];
}

/** Whether a column's cells name something else in most rows, and in so many at least. */
function namesRows(grid: Grid, body: readonly number[], column: number, fewest = FEWEST_SHOWN): boolean {
  const cells = ownCells(grid, body, column);
  const names = new Set(cells.map(cellText).filter((text) => /\p{Script=Han}{2}/u.test(text) && readQuantity(text) === null));
  return names.size >= Math.max(FEWEST_SHOWN, fewest) && names.size >= cells.length * MOSTLY;
}
