import { cellText } from "../../figures/cell-figure.js";
import { indicatorRole, RESULT_ROLES } from "../../lexicon/head-words.js";
import { isLevel2 } from "../../lexicon/level.js";
import type { ReadTable } from "../../tables/read-tables.js";

/** So many rows of a table that name a level or label a result hold indicators. */
const FEWEST = 3;

/** The tables in which no head was found, though their rows name second levels or label results: their indicators are lost. */
export function rowsUnread(tables: readonly ReadTable[]): string[] {
  return tables.flatMap(({ table, regions }) => {
    if (regions.some(({ kind }) => kind === "indicators")) return [];
    const rows = regions
      .filter(({ kind }) => kind === "loose")
      .flatMap(({ grid, body }) => body.filter((row) => grid.spoken(row).some((cell) => tellsIndicator(cellText(cell)))));
    return rows.length < FEWEST
      ? []
      : [`table ${table.index}: ${rows.length} rows name levels or label results and were read as no indicators`];
  });
}

function tellsIndicator(text: string): boolean {
  const found = indicatorRole(text);
  return (/指标$/u.test(text) && isLevel2(text)) || (found?.exact === true && RESULT_ROLES.has(found.role));
}
