import { type Box, middleX, middleY } from "../../core/evidence.js";
import type { Grid } from "./grid.js";

/** The grid with the cells marked in which there is ink that recognition could not read. */
export function withUnread(grid: Grid, unread: readonly Box[]): Grid {
  if (unread.length === 0) return grid;
  const isIn = ([x0, y0, x1, y1]: Box, ink: Box): boolean => {
    const [x, y] = [middleX(ink), middleY(ink)];
    return x >= x0 && x <= x1 && y >= y0 && y <= y1;
  };
  const cells = grid.cells.map((cell) => ({
    ...cell,
    parts: cell.parts.map((part) => (unread.some((ink) => isIn(part.box, ink)) ? { ...part, unread: true } : part)),
  }));
  return { ...grid, cells };
}
