import { cellText } from "../figures/cell-figure.js";
import { readPoints } from "../figures/points.js";
import { readHead } from "../lexicon/fold.js";
import { type IndicatorRole, nearestRole } from "../lexicon/head-words.js";
import type { Grid } from "./grid.js";
import { isBlank } from "./grid.js";
import type { Columns } from "./region.js";

const INFERRED: readonly IndicatorRole[] = [
  "level1",
  "level2",
  "level3",
  "target",
  "actual",
  "weight",
  "score",
  "completionRate",
  "reason",
];
const NUMERIC: ReadonlySet<IndicatorRole> = new Set(["weight", "score"]);
/** Share of a column's cells that must be figures for it to hold marks. */
const MOSTLY = 0.7;

/**
 * Roles for columns whose heads were garbled beyond the lexicon: of the roles that no column has, the one whose words the head is
 * most like, if what stands below agrees (marks are figures). Heads that are like nothing stay without a role.
 */
export function inferColumns(
  grid: Grid,
  head: readonly number[],
  body: readonly number[],
  columns: Columns<IndicatorRole>,
): Columns<IndicatorRole> {
  const of = new Map(columns.of);
  const heads = new Map(columns.heads);
  const taken = new Set([...of.values()].flat());
  for (let column = 0; column < grid.columnCount; column++) {
    if (taken.has(column)) continue;
    const cell = head.map((row) => grid.at(row, column)).findLast((candidate) => !isBlank(candidate));
    if (!cell || cell.rowSpan > head.length || cell.column !== column) continue;
    const missing = INFERRED.filter((role) => !of.has(role) && (!NUMERIC.has(role) || holdsFigures(grid, body, column)));
    const role = nearestRole(cellText(cell), missing);
    if (!role) continue;
    of.set(
      role,
      Array.from({ length: cell.colSpan }, (_, i) => column + i),
    );
    heads.set(role, readHead(cellText(cell)));
  }
  return { of, heads };
}

function holdsFigures(grid: Grid, body: readonly number[], column: number): boolean {
  const cells = body.map((row) => grid.at(row, column)).filter((cell) => !isBlank(cell));
  return cells.length > 0 && cells.filter((cell) => readPoints(cell) !== null).length >= cells.length * MOSTLY;
}
