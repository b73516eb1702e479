import type { ColumnKind } from "../column.js";
import type { ReadCell } from "../search/row-reading.js";
import type { TableRow } from "../search/table-search.js";

/**
 * Rows whose first and second level are one name that a column of two characters broke (项目绩效 | 产出数量, and below it 产出 | 质量): where another
 * first level has a second that begins with what was read as the first, all such rows tell a second level.
 */
export function withWholeSeconds(
  rows: readonly TableRow[],
  kinds: readonly ColumnKind[],
  textOf: (cell: ReadCell) => string,
): readonly TableRow[] {
  const [first, second] = [kinds.indexOf("level1"), kinds.indexOf("level2")];
  if (first < 0 || second !== first + 1) return rows;
  let inForce = "";
  const told = rows.map(({ cells }) => {
    inForce = textOf(cells[first]!) || inForce;
    return { inForce, below: textOf(cells[second]!) };
  });
  const isBegun = (word: string) => told.some((row) => row.inForce !== word && row.below.startsWith(word) && row.below !== word);
  return rows.map((row) => {
    const [above, below] = [row.cells[first]!, row.cells[second]!];
    const word = textOf(above);
    if (row.kind === "total" || word === "" || textOf(below) === "" || !isBegun(word)) return row;
    const whole = { from: above.from, to: below.to };
    const none = { from: above.from, to: above.from };
    return { ...row, cells: row.cells.map((cell, c) => (c === first ? none : c === second ? whole : cell)) };
  });
}
