import { unsure } from "../../figures/unsure.js";
import type { ReadTable } from "../../tables/read-tables.js";

/** A grid rebuilt less surely than this has a rival with other figures. */
export const SURE_ROWS = 0.55;
/** From here on no other reading of the grid comes near: rows that sums do not confirm may be all that the author shows. */
export const CLEAR_GRID = 0.9;
export const BECAUSE = "rebuilt from a text without rulings, and no sum confirms it";
export const DOUBT = unsure(BECAUSE);

/** The tables that were rebuilt with doubt. */
export function shakyTables(tables: readonly ReadTable[]): ReadonlySet<number> {
  const least = { delimited: SURE_ROWS, ruled: CLEAR_GRID, aligned: 0, markup: 0, recognised: 0 };
  return new Set(tables.flatMap(({ table }) => (table.confidence < least[table.origin] ? [table.index] : [])));
}
