import { cleanText } from "../../../core/text.js";
import { isBlankLine, type SourceLine } from "../lines/source-lines.js";
import type { TextCell } from "./delimited-table.js";

/**
 * Rows without the columns left and right of all that they say, which a spreadsheet leaves blank at its rim; of a row that says nothing a cell stays. Only
 * where nothing stands before them: behind other lines the rest of a table may leave its first columns blank.
 */
export function withoutBlankRims(rows: readonly (readonly TextCell[])[], before: readonly SourceLine[]): (readonly TextCell[])[] {
  if (!before.every(isBlankLine)) return [...rows];
  const said = rows.flatMap((row) => row.flatMap(({ text }, column) => (cleanText(text) === "" ? [] : [column])));
  if (said.length === 0) return [...rows];
  const [first, last] = said.reduce(([least, most], column) => [Math.min(least, column), Math.max(most, column)], [said[0]!, 0]);
  return rows.map((row) => {
    const kept = row.slice(first, last + 1);
    return kept.length > 0 ? kept : row.slice(0, 1);
  });
}
