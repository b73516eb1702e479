import { type Box, middleX, middleY } from "../../core/evidence.js";
import type { Grid } from "./grid.js";
import { withUnread } from "./with-unread.js";

/** How sure a grid is in which texts are printed over each other: whose row or column each of them is stays open, unless the rows' sums tell. */
const OVERPRINTED = 0.58;
/** Fewer glyphs over others than this are an accident of drawing. */
const FEWEST = 3;

/** The grid, unsure where texts are printed over each other, and the cells that hold them not read. */
export function withOverprints(grid: Grid, overprinted: readonly Box[]): Grid {
  const [x0, y0, x1, y1] = grid.box;
  const inside = overprinted.filter((box) => middleX(box) > x0 && middleX(box) < x1 && middleY(box) > y0 && middleY(box) < y1);
  return inside.length < FEWEST ? grid : { ...withUnread(grid, inside), confidence: Math.min(grid.confidence, OVERPRINTED) };
}
