import type { Cell } from "../../../core/extracted.js";
import type { Quantity } from "../../../core/record.js";
import { squeezed } from "../../../core/text.js";
import { cellText } from "../../figures/cell-figure.js";
import { readQuantity } from "../../figures/quantity.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import { readHead } from "../../lexicon/writing/fold.js";
import { type Grid, headCell, isBlank } from "../grid.js";
import type { Columns } from "../region.js";
import { columnsWithoutRole } from "./columns-without-role.js";

/** How many rows must show what a column holds before it is believed without a head. */
const FEWEST_SHOWN = 2;
/** Share of the rows that must show it. */
const MOSTLY = 0.7;

/**
 * Targets and results under heads that the lexicon does not know: the column without a role whose figures are, row for row, in the units of
 * the other, or two such columns, the targets first unless the signs stand in the second. Where several fit, none is believed. Where no head names
 * the targets, they may stand under that of a standard (考核标准): signs tell.
 */
export function withValuesByUnits(
  grid: Grid,
  head: readonly number[],
  body: readonly number[],
  columns: Columns<IndicatorRole>,
): Columns<IndicatorRole> {
  const { of } = columns;
  const [target, actual] = [of.get("target")?.[0], of.get("actual")?.[0]];
  if ((target === undefined) === (actual === undefined) && target !== undefined) return columns;
  const open = columnsWithoutRole(grid, body, columns);
  const standard = target === undefined ? (of.get("standard")?.filter((column) => holdsTargets(grid, body, column)) ?? []) : [];
  const free = [...open, ...standard].sort((a, b) => a - b);
  const pairs = (target === undefined ? free : [target]).flatMap((wanted) =>
    (actual === undefined ? free : [actual])
      .filter((given) => given !== wanted && (target !== undefined || actual !== undefined || wanted < given))
      .filter((given) => answers(grid, body, wanted, given, of.get("unit")?.[0]))
      .map((given) => [wanted, given] as const),
  );
  const [pair, ...further] = pairs;
  if (!pair || further.length > 0) return columns;
  const isTurned = target === undefined && actual === undefined && signs(grid, body, pair[1]) > signs(grid, body, pair[0]);
  const [wanted, given] = isTurned ? [pair[1], pair[0]] : pair;
  const roles = [
    ["target", wanted],
    ["actual", given],
  ] as const;
  const heads = roles.flatMap(([role, column]) => {
    const cell = headCell(grid, head, column);
    return cell && !of.has(role) ? [[role, readHead(cellText(cell))] as const] : [];
  });
  const others = [...of].filter(([role]) => role !== "standard" || !standard.includes(wanted));
  return {
    of: new Map([...roles.map(([role, column]) => [role, [column]] as const), ...others]),
    heads: new Map([...heads, ...columns.heads]),
  };
}

/**
 * Whether most rows of two columns carry figures in one unit, their own or that of the column for units, which is none that every row has; a row whose words
 * are the same in both bears it out, one of other words says nothing.
 */
function answers(grid: Grid, body: readonly number[], target: number, column: number, unitColumn: number | undefined): boolean {
  const pairs = body.flatMap((row): { isAlike: boolean; unit?: string }[] => {
    const [wanted, given] = [grid.at(row, target), grid.at(row, column)];
    if (!wanted || !given || wanted === given || isBlank(wanted) || isBlank(given)) return [];
    const beside = unitColumn === undefined ? "" : squeezed(grid.at(row, unitColumn)?.text ?? "");
    const [aim, result] = [readQuantity(cellText(wanted), "target"), readQuantity(cellText(given), "actual")];
    if (!aim && !result) return cellText(wanted) === cellText(given) ? [{ isAlike: true }] : [];
    const unit = (aim && (aim.unit || beside)) || "";
    return [{ isAlike: unit !== "" && unit === (result && (result.unit || beside)), unit }];
  });
  const alike = pairs.filter(({ isAlike }) => isAlike);
  const units = alike.flatMap(({ unit }) => unit ?? []);
  return units.length >= FEWEST_SHOWN && new Set(units).size > 1 && alike.length >= pairs.length * MOSTLY;
}

/** Whether most figures of a column carry a sign. */
function holdsTargets(grid: Grid, body: readonly number[], column: number): boolean {
  const figures = quantities(grid, body, column);
  return figures.length >= FEWEST_SHOWN && signs(grid, body, column) >= figures.length * MOSTLY;
}

/** How many of a column's figures carry a sign. */
function signs(grid: Grid, body: readonly number[], column: number): number {
  return quantities(grid, body, column).filter(({ signed }) => signed).length;
}

function quantities(grid: Grid, body: readonly number[], column: number): readonly Quantity[] {
  const cells = body.map((row) => grid.at(row, column)).filter((cell): cell is Cell => cell !== undefined && !isBlank(cell));
  return cells.flatMap((cell) => readQuantity(cellText(cell)) ?? []);
}
