import type { Cell } from "../../../core/extracted.js";
import type { ReadTable } from "../../tables/read-tables.js";

const ROLES = ["target", "actual", "standard"] as const;

/** The cells that hold an indicator's target, result or standard and no more: remarks over the whole width are the report's. */
export function indicatorCells(tables: readonly ReadTable[]): ReadonlySet<Cell> {
  const cells = tables.flatMap(({ regions }) =>
    regions.flatMap((region) => {
      if (region.kind !== "indicators") return [];
      const { of } = region.columns;
      // Where no column tells a result, what heads call a standard may.
      const hasResults = of.has("score") || of.has("actual");
      const columns = ROLES.filter((role) => role !== "standard" || hasResults).map((role) => of.get(role) ?? []);
      return columns.flatMap((own) =>
        region.body.flatMap((row) => {
          const cell = own[0] === undefined ? undefined : region.grid.at(row, own[0]);
          return cell && cell.column === own[0] && cell.colSpan <= own.length ? [cell] : [];
        }),
      );
    }),
  );
  return new Set(cells);
}
