import type { Cell, Table } from "../../../core/extracted.js";
import { pointsOf } from "../../figures/points.js";
import type { IndicatorRegion } from "../region.js";

/**
 * A table of which a row holds several indicators, one below the other in each of its cells (指标1…⏎指标2… | 10⏎10): each line a row of its
 * own. A row is parted only where its name and its marks have as many lines, and each line of the marks is a figure. Undefined where none is.
 */
export function unstackRows(table: Table, regions: readonly IndicatorRegion[]): Table | undefined {
  const heights = new Map(
    regions.flatMap((region) => region.body.flatMap((row) => (linesIn(region, row) > 1 ? [[row, linesIn(region, row)] as const] : []))),
  );
  if (heights.size === 0) return undefined;
  const top: number[] = [0];
  for (let row = 0; row < table.rowCount; row++) top.push(top[row]! + (heights.get(row) ?? 1));
  const cells = table.cells.flatMap((cell): Cell[] => {
    const rowSpan = top[Math.min(cell.row + cell.rowSpan, table.rowCount)]! - top[cell.row]!;
    const whole = { ...cell, row: top[cell.row]!, rowSpan };
    const lines = linesOf(cell);
    if (cell.rowSpan > 1 || rowSpan === 1 || (lines.length !== rowSpan && lines.length > 0)) return [whole];
    return Array.from({ length: rowSpan }, (_, i) => ({ ...whole, row: whole.row + i, rowSpan: 1, text: lines[i] ?? "" }));
  });
  return { ...table, rowCount: top.at(-1)!, cells };
}

/** How many indicators a row holds. */
function linesIn({ grid, columns }: IndicatorRegion, row: number): number {
  const own = (role: "level3" | "weight" | "score") => {
    const cell = grid.at(row, columns.of.get(role)?.[0] ?? -1);
    return cell?.row === row && cell.rowSpan === 1 ? linesOf(cell) : [];
  };
  const names = own("level3");
  if (names.length < 2) return 1;
  const marks = [own("weight"), own("score")].filter((lines) => lines.length > 0);
  const stacked =
    marks.length > 0 && marks.every((lines) => lines.length === names.length && lines.every((line) => pointsOf(line) !== undefined));
  return stacked ? names.length : 1;
}

function linesOf(cell: Cell): string[] {
  return cell.text.split("\n").filter((line) => line.trim() !== "");
}
