import { cellText } from "../figures/cell-figure.js";
import { pointsOf } from "../figures/points.js";
import { isLevel1, readLevel } from "../lexicon/labels/level.js";
import { LEAST_TOTAL, totalKind } from "../lexicon/labels/total-words.js";
import type { Grid } from "./grid.js";

/** Whether a row tells a total, by its words or, whatever they are, as one name beside nothing but points, more than any indicator has. */
export function isTotalRow(grid: Grid, row: number): boolean {
  const cells = grid.spoken(row);
  if (cells.some((cell) => totalKind(cellText(cell)) !== undefined)) return true;
  const [label, ...figures] = cells;
  if (!label || figures.length === 0 || isLevel1(readLevel(cellText(label)).name)) return false;
  const points = figures.map((cell) => pointsOf(cellText(cell)));
  return pointsOf(cellText(label)) === undefined && points.every((value) => value !== undefined && Number(value) >= LEAST_TOTAL);
}
