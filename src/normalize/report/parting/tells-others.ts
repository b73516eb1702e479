import { sumOf } from "../../../core/decimal.js";
import { differences } from "../../indicators/merge/compare-copies.js";
import { nameKey } from "../../indicators/merge/name-key.js";
import { isGoalTable, readIndicatorTable } from "../../indicators/read-table.js";
import type { ToldIndicator } from "../../indicators/told.js";
import type { ReadTable } from "../../tables/read-tables.js";
import type { Region } from "../../tables/region.js";

/** Whether most indicators of tables are none of those told before. Every project has its execution rate and somebody's satisfaction. */
export function tellsOthers(before: readonly ReadTable[], own: readonly ReadTable[]): boolean {
  const known = new Set(named(before).keys());
  const told = [...named(own).keys()];
  return told.length > 0 && told.filter((name) => known.has(name)).length < told.length / 2;
}

/** Whether most results that tables tell are no copies of those told before: of indicators not named there, or with other figures. */
export function tellsOtherFigures(before: readonly ReadTable[], own: readonly ReadTable[]): boolean {
  const known = named(before);
  const told = [...named(own.map((table) => ({ ...table, regions: table.regions.filter(tellsResults) })))];
  const copies = told.filter(([name, row]) => {
    const first = known.get(name);
    return first && differences(name, first, row, () => []).length === 0;
  });
  return copies.length * 2 < told.length;
}

function tellsResults(region: Region): boolean {
  return region.kind === "indicators" && !isGoalTable(region);
}

/** The indicators of tables by their names, each as it is told first. */
function named(tables: readonly ReadTable[]): ReadonlyMap<string, ToldIndicator> {
  const rows = indicatorsIn(tables).filter(({ category }) => category !== "execution" && category !== "satisfaction");
  return new Map(rows.map((row) => [nameKey(row.level3), row] as const).reverse());
}

/** No class of indicators carries so many of a report's marks. */
const MOST_OF_MARKS = 80;

/** Whether tables carry a whole form's marks. */
export function carryMarks(tables: readonly ReadTable[]): boolean {
  return sumOf(indicatorsIn(tables).map(({ weight }) => weight?.value)).gte(MOST_OF_MARKS);
}

function indicatorsIn(tables: readonly ReadTable[]): ToldIndicator[] {
  return tables.flatMap(({ regions }) =>
    regions.flatMap((region) => (region.kind === "indicators" ? readIndicatorTable(region).indicators : [])),
  );
}
