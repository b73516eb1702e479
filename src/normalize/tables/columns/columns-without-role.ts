import { range } from "../../../core/range.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import type { Grid } from "../grid.js";
import { isBlank } from "../grid.js";
import type { Columns } from "../region.js";

/** Columns that no head gave a role and in which cells begin. */
export function columnsWithoutRole(grid: Grid, body: readonly number[], { of }: Columns<IndicatorRole>): number[] {
  const taken = new Set([...of.values()].flat());
  return range(0, grid.columnCount).filter(
    (column) => !taken.has(column) && body.some((row) => grid.at(row, column)?.column === column && !isBlank(grid.at(row, column))),
  );
}
