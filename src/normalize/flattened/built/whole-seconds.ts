import type { ColumnKind } from "../column.js";
import type { ReadCell } from "../search/row-reading.js";
import type { TableRow } from "../search/table-search.js";

/**
 * Rows whose first and second level are one name that a column of two characters broke (项目绩效 | 产出数量, and below it 产出 | 质量): where another
 * first level has a second that begins with what was read as the first, or the one in force has and is told once more, all such rows tell a second level.
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
    const above = textOf(cells[first]!);
    const isAgain = above !== "" && above === inForce;
    inForce = above || inForce;
    return { inForce, isAgain, below: textOf(cells[second]!) };
  });
  const begins = (word: string, below: string) => below.startsWith(word) && below !== word;
  const isBegun = (word: string, isAgain: boolean) => told.some((row) => (isAgain || row.inForce !== word) && begins(word, row.below));
  return rows.map((row, r) => {
    const [above, below] = [row.cells[first]!, row.cells[second]!];
    const word = textOf(above);
    const isWhole = textOf(below) === "" || begins(word, textOf(below));
    if (row.kind === "total" || word === "" || isWhole || !isBegun(word, told[r]!.isAgain)) return row;
    const whole = { from: above.from, to: below.to };
    const none = { from: above.from, to: above.from };
    return { ...row, cells: row.cells.map((cell, c) => (c === first ? none : c === second ? whole : cell)) };
  });
}
