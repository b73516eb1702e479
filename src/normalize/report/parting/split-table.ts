import type { Table } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { foldLabel } from "../../lexicon/writing/fold.js";
import { toGrid } from "../../tables/grid.js";
import { pairsOf, valueText } from "../../tables/pairs.js";
import { isTitle } from "../../title/title.js";
import { headYear } from "../../title/years.js";
import { isHead } from "../regions/read-loose.js";
import { rowsOf } from "./rows-of.js";

/** A sheet that stacks several forms in one grid, cut where each begins. */
export function splitTable(table: Table): Table[] {
  const grid = toGrid(table);
  if (!grid || grid.rowCount < 12) return [table];
  const starts: number[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    if (!grid.spoken(row).some((cell) => metaField(cellText(cell)) === "projectName")) continue;
    const names = pairsOf(grid, row).filter(
      (pair) =>
        metaField(cellText(pair.label)) === "projectName" && valueText(pair) !== "" && !isHead(valueText(pair)) && pair.label.column <= 1,
    );
    if (names.length > 0) starts.push(row);
  }
  const cuts = starts.filter((row, i) => i > 0 && row - starts[i - 1]! >= 5).map((row) => titleAbove(grid, row));
  if (cuts.length === 0) return [table];
  const bounds = [0, ...cuts, grid.rowCount];
  return bounds.slice(0, -1).map((from, i) => rowsOf(table, from, bounds[i + 1]!));
}

function titleAbove(grid: NonNullable<ReturnType<typeof toGrid>>, row: number): number {
  let top = row;
  while (top > 0) {
    const said = grid.own(top - 1).filter((cell) => cellText(cell) !== "");
    const text = foldLabel(said.map(cellText).join(""));
    if (said.length > 1 || (said.length === 1 && !isTitle(text) && headYear(text) === null && text.length > 20)) break;
    if (said.length === 1 && /分$|合计|总分|注/u.test(text)) break;
    top--;
  }
  return top;
}
