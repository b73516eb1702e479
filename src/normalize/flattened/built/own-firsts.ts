import { EXECUTION_NAME } from "../../lexicon/labels/execution-name.js";
import { classesConflict } from "../../lexicon/labels/level-class.js";
import type { ColumnKind } from "../column.js";
import type { ReadCell } from "../search/row-reading.js";
import type { TableRow } from "../search/table-search.js";

/** Rows whose second level, 预算执行 alone, is none of the first level in force (满意度指标): it is a first level of its own. */
export function withOwnFirsts(
  rows: readonly TableRow[],
  kinds: readonly ColumnKind[],
  textOf: (cell: ReadCell) => string,
): readonly TableRow[] {
  const [first, second] = [kinds.indexOf("level1"), kinds.indexOf("level2")];
  if (first < 0 || second < 0) return rows;
  let inForce = "";
  return rows.map((row) => {
    const [above, below] = [textOf(row.cells[first]!), textOf(row.cells[second]!)];
    if (above !== "") inForce = above;
    if (row.kind === "total" || above !== "" || !EXECUTION_NAME.test(below) || !classesConflict(inForce, below)) return row;
    inForce = below;
    const own = row.cells[second]!;
    return { ...row, cells: row.cells.map((cell, c) => (c === first ? own : c === second ? { from: own.to, to: own.to } : cell)) };
  });
}
