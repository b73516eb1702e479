import { cellText } from "../figures/cell-figure.js";
import { pointsOf } from "../figures/points.js";
import { namesResult } from "../lexicon/total-words.js";
import type { Grid } from "../tables/grid.js";

/** 满分 | 100 | 自评总得分 | 98.5 | 自评等级 | 优: a row of nothing but labels of the whole's result, several of them, each with its value behind it. */
export function tellsResults(grid: Grid, row: number): boolean {
  const cells = grid.spoken(row);
  const areLabels = cells.map((cell) => namesResult(cellText(cell)));
  const arePairs = areLabels[0] === true && areLabels.every((isLabel, i) => isLabel || areLabels[i - 1]);
  return arePairs && areLabels.filter(Boolean).length > 1 && cells.some((cell) => pointsOf(cellText(cell)) !== undefined);
}
