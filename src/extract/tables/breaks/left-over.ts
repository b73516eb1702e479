import { unionBox } from "../../../core/evidence.js";
import { columnOf, keepsToColumn } from "../column-of.js";
import type { Grid } from "../grid.js";
import { middleOf } from "../middle-of.js";
import type { GridItem, PageItem } from "../page-items.js";
import type { Word } from "../placed.js";
import { bandRows } from "../rows/band-rows.js";
import { areEnds, endsOf, LEAST_ENDS } from "../rows/ends-of.js";
import { textLines } from "../text-lines.js";
import { looseRow } from "./loose-row.js";

/** Farthest that a row's first text stands below the last ruling, in glyph heights. */
const NEAR = 3;

/**
 * The table with a row more, or several, of the lines that follow it on its page, where these stand in its columns right below it; undefined where they
 * are other text. Only for tables whose columns no ruling parts: where rulings do, they reach as far as the row does.
 */
export function leftOver(whole: Grid, last: GridItem, after: readonly PageItem[]): Grid | undefined {
  if (last.grid.origin !== "aligned" || after.length === 0) return undefined;
  const lines = after.flatMap((item) => (item.kind === "line" && item.page === last.page ? [item.line] : []));
  if (lines.length !== after.length || lines[0]!.box[1] - last.box[3] > NEAR * lines[0]!.size) return undefined;
  const edges = last.grid.columns;
  const words = lines.flatMap((line) => line.words);
  const isRow = words.every((word) => keepsToColumn(word, edges)) && new Set(words.map((word) => columnOf(word, edges))).size > 1;
  if (!isRow || whole.columnCount !== last.grid.columnCount) return undefined;
  const box = unionBox(words.map((word) => word.box))!;
  const ends = [last.box[3], ...cutsOf(words, edges, [last.box[3], box[3]]), box[3]];
  const cells = ends.slice(1).flatMap((bottom, i) => {
    const top = ends[i]!;
    const own = words.filter((word) => middleOf(word) > top && middleOf(word) <= bottom);
    return looseRow(own, edges, { row: whole.rowCount + i, page: last.page, top, bottom });
  });
  return {
    ...whole,
    rowCount: whole.rowCount + ends.length - 1,
    cells: [...whole.cells, ...cells],
    openBottom: whole.openBottom.map(() => true),
  };
}

/** Where the words are several rows, the heights between these. */
function cutsOf(words: readonly Word[], edges: readonly number[], [top, bottom]: readonly [number, number]): readonly number[] {
  const columns = edges.slice(1).flatMap((right, column) => {
    const lines = textLines(words.filter((word) => columnOf(word, edges) === column));
    return lines.length === 0 ? [] : [{ lines, room: right - edges[column]! - lines[0]!.size, isOfFigures: false }];
  });
  const { cuts } = bandRows(
    columns.map(({ lines }) => lines),
    top,
    bottom,
  );
  return areEnds(endsOf(cuts, columns), LEAST_ENDS) ? cuts : [];
}
