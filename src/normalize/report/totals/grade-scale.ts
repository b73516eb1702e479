import type { Cell } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { gradeBand } from "../../lexicon/labels/total-words.js";
import type { Grid } from "../../tables/grid.js";

/** Grades beside one another that none of them is the report's own. */
const LEAST_BANDS = 3;

/** Whether a grade's label heads the scale, whichever way it lies: 等级 | 优 | 良 | 中 | 差, with the points above or below, or 等级 | 分数区间 over 优 | 90—100分. */
export function explainsScale(grid: Grid, label: Cell): boolean {
  const below = Array.from({ length: grid.rowCount - label.row }, (_, i) => grid.at(label.row + i, label.column));
  return [grid.row(label.row), grid.row(label.row + label.rowSpan), below].some((cells) => {
    const bands = new Set(cells.map((cell) => (cell ? gradeBand(cellText(cell)) : null)));
    bands.delete(null);
    return bands.size >= LEAST_BANDS;
  });
}
