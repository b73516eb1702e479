import type { Cell } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { readQuantity } from "../../figures/quantity.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import { isLevel1, isLevel2, readLevel } from "../../lexicon/labels/level.js";
import type { Grid } from "../grid.js";
import { begunAt, isBlank } from "../grid.js";
import { isTotalRow } from "../is-total-row.js";
import type { Columns } from "../region.js";
import { saysNames } from "./says-names.js";

/** The columns that name the indicators and their levels, by where they stand: left of all figures, the names behind the levels. */
export interface Places {
  readonly level1?: number;
  readonly level2?: number;
  readonly level3: number;
}

/** Share of a column's cells that must be of one kind. */
const MOSTLY = 0.7;
/** Rows with marks that must show what the columns hold. */
const FEWEST_SHOWN = 2;
/** Columns that explain names, or are beside them: names themselves only where no others are. */
const BESIDE: ReadonlySet<IndicatorRole> = new Set(["standard", "reason", "level4", "direction", "operator", "unit", "review"]);
const NAMING: ReadonlySet<IndicatorRole> = new Set(["level1", "level2", "levels", "level3", "level3?", "level?"]);

/**
 * Where the columns of names stand in rows of a table, whatever their heads say: texts left of the first column of figures (behind the rows' numbers), of
 * which the last that calls something else in each row with marks is the indicators'. Undefined where none does. `roleAt`: what the heads say of a column.
 */
export function namingPlaces(
  grid: Grid,
  rows: readonly number[],
  roleAt: (column: number) => IndicatorRole | undefined,
): Places | undefined {
  const marks = range(0, grid.columnCount).filter((column) => roleAt(column) === "weight" || roleAt(column) === "score");
  const told = rows.filter((row) => marks.some((column) => isFigure(begunAt(grid, row, column))) && !isTotalRow(grid, row));
  if (told.length < FEWEST_SHOWN) return undefined;
  const cellsOf = (column: number) => told.flatMap((row) => begunAt(grid, row, column) ?? []);
  const isOfFigures = (column: number) => {
    const cells = cellsOf(column);
    return cells.length > 0 && cells.filter(isFigure).length >= cells.length * MOSTLY;
  };
  const columns = range(0, grid.columnCount).filter((column) => cellsOf(column).length > 0);
  const start = columns.findIndex((column) => !isOfFigures(column));
  const texts = columns.slice(Math.max(0, start));
  const leading = texts.slice(0, Math.max(0, texts.findIndex(isOfFigures))).filter((column) => saysNames(cellsOf(column)));
  const naming = leading.filter((column) => {
    const names = cellsOf(column).map(cellText);
    const areDistinct = new Set(names).size === names.length && !groupsRows(grid, told, column);
    return areDistinct && names.length >= told.length * MOSTLY && names.every(isName);
  });
  const open = naming.filter((column) => {
    const role = roleAt(column);
    if (role === undefined || NAMING.has(role)) return true;
    // 考核要求 | 目标要求: of two columns of targets, the one of words only is none; nor is it one of marks (考察要点及分值).
    const isDoubled = range(column + 1, grid.columnCount).some((other) => roleAt(other) === role);
    return marks.includes(column) || (!BESIDE.has(role) && isDoubled);
  });
  const level3 = open.at(-1) ?? naming.at(-1);
  if (level3 === undefined) return undefined;
  const [first, second] = leading.filter((column) => column < level3);
  if (first === undefined) return { level3 };
  if (second !== undefined) return { level1: first, level2: second, level3 };
  const groups = cellsOf(first).map((cell) => readLevel(cellText(cell)).name);
  // 履职效能 | 34 | 33.5 over both columns: the first levels stand in rows of their own.
  const isCrossed = cellsOf(first).some(({ colSpan }) => first + colSpan > level3);
  return isCrossed || groups.some((name) => isLevel2(name) && !isLevel1(name)) ? { level2: first, level3 } : { level1: first, level3 };
}

/**
 * The columns with those of names put where they stand, where the heads leave them open (类别 | 内容 | 指标), or give the names to a column that groups them
 * (评价内容 | 评价要点, where several points with marks of their own stand beside one content).
 */
export function withLevelsByPlace(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const roleAt = (column: number) => [...columns.of].find(([, list]) => list.includes(column))?.[0];
  const places = namingPlaces(grid, body, roleAt);
  const names = columns.of.get("level3")?.[0];
  if (!places || names === undefined || columns.of.has("levels")) return columns;
  if (names < places.level3 && !columns.of.has("level2") && groupsRows(grid, body, names)) return placed(columns, places);
  if (names !== places.level3) return columns;
  const agrees = (["level1", "level2"] as const).every((role) => {
    const [column] = columns.of.get(role) ?? [];
    // 分类 | 细类: what may be a second level's head is the first's where that stands nowhere else.
    const isFirst = role === "level2" && column === places.level1 && !columns.of.has("level1");
    return column === undefined || column === places[role] || isFirst;
  });
  const isOpen = (["level1", "level2"] as const).some((role) => places[role] !== undefined && roleAt(places[role]) === undefined);
  return agrees && isOpen ? placed(columns, places) : columns;
}

function placed({ of, heads }: Columns<IndicatorRole>, places: Places): Columns<IndicatorRole> {
  const own = Object.entries(places) as [keyof Places, number][];
  const taken = new Set(own.map(([, column]) => column));
  const named = own.map(([role, column]) => {
    const [held, list] = [...of].find(([, columns]) => columns.includes(column)) ?? [];
    return { role, columns: held && NAMING.has(held) ? list! : [column], head: held && heads.get(held) };
  });
  const others = [...of].filter(([role, list]) => !NAMING.has(role) && !list.some((column) => taken.has(column)));
  return {
    of: new Map<IndicatorRole, readonly number[]>([...others, ...named.map(({ role, columns }) => [role, columns] as const)]),
    heads: new Map([
      ...[...heads].filter(([role]) => others.some(([other]) => other === role)),
      ...named.flatMap(({ role, head }) => (head ? [[role, head] as const] : [])),
    ]),
  };
}

/** Whether rows that follow each other share a cell of a column, or its words. */
function groupsRows(grid: Grid, body: readonly number[], column: number): boolean {
  const cells = body.map((row) => grid.at(row, column)).filter((cell): cell is Cell => cell !== undefined && !isBlank(cell));
  return cells.some((cell, i) => i > 0 && (cell === cells[i - 1] || cellText(cell) === cellText(cells[i - 1]!)));
}

function isFigure(cell: Cell | undefined): boolean {
  return cell !== undefined && (/^[≥≤＞＜><=＝≧≦]*\s*\d/u.test(cellText(cell)) || readQuantity(cellText(cell)) !== null);
}

/** Words that call something by its name: no sentence, and nothing to tick. */
function isName(text: string): boolean {
  return /\p{Script=Han}{2}/u.test(text) && !/[。；;□☐☑√✓]/u.test(text);
}
