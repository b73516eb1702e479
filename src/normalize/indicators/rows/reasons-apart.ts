import { cellText } from "../../figures/cell-figure.js";
import { unsure } from "../../figures/unsure.js";
import type { IndicatorRegion } from "../../tables/region.js";
import type { ToldIndicator } from "../told.js";
import type { RowCells } from "./row-cells.js";

/** A row that says something under the head of reasons and nowhere else. */
export function isReasonAlone(region: IndicatorRegion, cells: RowCells): boolean {
  const own = region.grid.own(cells.row).filter((cell) => cellText(cell) !== "");
  return own.length > 0 && own.every((cell) => cells.cells("reason").includes(cell));
}

const REASON_APART = unsure("a reason stands in a row of its own beside it");

/** The indicators of which one may be what a reason in a row of its own (of `rows`) speaks of: none of them is surely without one. */
export function besideReasons(indicators: readonly ToldIndicator[], rows: readonly number[]): readonly ToldIndicator[] {
  const beside = new Set(
    rows.flatMap((row) => [indicators.findLast(({ place }) => place.row < row), indicators.find(({ place }) => place.row > row)]),
  );
  return indicators.map((indicator) => {
    if (!beside.has(indicator)) return indicator;
    const { doubt } = indicator;
    const on = [...(doubt?.on ?? []), "deviationReason" as const];
    return { ...indicator, doubt: doubt ? { ...doubt, ...(doubt.on ? { on } : {}) } : { ...REASON_APART, on } };
  });
}
