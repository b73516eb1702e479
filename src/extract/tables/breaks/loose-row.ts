import { type Box, unionBox } from "../../../core/evidence.js";
import { columnOf } from "../column-of.js";
import type { Grid, GridCell } from "../grid.js";
import type { Word } from "../placed.js";

/** The cells of a row of words that no ruling parts, a cell for each column between `edges`; `top` and `bottom` are its own on the page. */
export function looseRow(
  words: readonly Word[],
  edges: readonly number[],
  { row, page, top, bottom }: { readonly row: number; readonly page: number; readonly top: number; readonly bottom: number },
): GridCell[] {
  return edges.slice(1).map((right, column) => {
    const box: Box = [edges[column]!, top, right, bottom];
    const held = words.filter((word) => columnOf(word, edges) === column);
    return { row, column, rowSpan: 1, colSpan: 1, parts: [{ page, box, words: held, nested: [] }] };
  });
}

/** The grid with one row more at its top, of words that no ruling parts; it reaches down to `bottom` on its page. */
export function withRowAbove(
  grid: Grid,
  words: readonly Word[],
  { page, bottom }: { readonly page: number; readonly bottom: number },
): Grid {
  const [, top] = unionBox(words.map((word) => word.box))!;
  const cells = looseRow(words, grid.columns, { row: 0, page, top, bottom });
  return {
    ...grid,
    page,
    box: page === grid.page ? [grid.box[0], top, grid.box[2], grid.box[3]] : grid.box,
    rowCount: grid.rowCount + 1,
    cells: [...cells, ...grid.cells.map((cell) => ({ ...cell, row: cell.row + 1 }))],
    openTop: grid.openTop.map(() => true),
  };
}
