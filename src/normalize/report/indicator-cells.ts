import type { Cell } from "../../core/extracted.js";
import type { ReadTable } from "../tables/read-tables.js";

/** The cells that hold an indicator's target or result and no more: remarks over the whole width are the report's. */
export function indicatorCells(tables: readonly ReadTable[]): ReadonlySet<Cell> {
  const cells = tables.flatMap(({ regions }) =>
    regions.flatMap((region) => {
      if (region.kind !== "indicators") return [];
      const columns = (["target", "actual"] as const).map((role) => region.columns.of.get(role) ?? []);
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
