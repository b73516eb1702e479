import type { Box } from "../../../core/evidence.js";
import { columnOf } from "../column-of.js";
import type { GridCell } from "../grid.js";
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
