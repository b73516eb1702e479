import { exact, plain } from "../../../core/decimal.js";
import type { Points } from "../../../core/record.js";
import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { begunAt } from "../../tables/grid.js";
import type { IndicatorRegion } from "../../tables/region.js";
import type { RowCells } from "./row-cells.js";

/**
 * The score of a row whose table prints, in its place, what was taken off the full marks (分值 | 扣分). A blank takes nothing off, unless other rows print 0
 * for that; null where it is not sure what was. `raw` is the deduction as printed.
 */
export function scoreLeft(region: IndicatorRegion, cells: RowCells, weight: Points | null): Points | null {
  const cell = cells.begins("deduction") ? cells.cell("deduction") : undefined;
  if (cells.has("score") || !cell || !weight) return null;
  const raw = cellText(cell);
  const lost = raw === "" ? (areBlanksNothing(region) ? "0" : undefined) : saysNothing(raw) ? "0" : pointsOf(raw);
  if (lost === undefined) return null;
  const value = plain(exact(weight.value).minus(exact(lost).abs()));
  return { raw, value, evidence: [...(weight.evidence ?? []), ...cellEvidence(cell)] };
}

/** Of each region asked for, whether its blanks take nothing off. */
const blanksNothing = new WeakMap<IndicatorRegion, boolean>();

function areBlanksNothing(region: IndicatorRegion): boolean {
  const known = blanksNothing.get(region) ?? tellsLosses(region);
  blanksNothing.set(region, known);
  return known;
}

/** Whether the column tells what was taken off, and no row prints that nothing was. */
function tellsLosses({ grid, body, columns }: IndicatorRegion): boolean {
  const [column] = columns.of.get("deduction") ?? [];
  const told = column === undefined ? [] : body.flatMap((row) => begunAt(grid, row, column) ?? []);
  const figures = told.flatMap((cell) => pointsOf(cellText(cell)) ?? []);
  return figures.length > 0 && figures.length === told.length && !figures.some((figure) => exact(figure).isZero());
}
