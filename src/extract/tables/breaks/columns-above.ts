import type { CellPart, Grid, GridCell } from "../grid.js";
import type { Word } from "../placed.js";
import { isSameEdge } from "./match-columns.js";

/**
 * The part below a page break with the columns of the part above, where rulings between them were not seen: a row alone on a scan has short ones.
 * Every column of a cell that is parted has words of its own, so a cell merged on purpose stays whole.
 */
export function withColumnsAbove(above: Grid, below: Grid): Grid {
  if (above.origin === "aligned" || below.origin === "aligned" || above.columnCount <= below.columnCount) return below;
  const shift = below.columns[0]! - above.columns[0]!;
  const columns = above.columns.map((edge) => edge + shift);
  const places = below.columns.map((edge) => columns.findIndex((other) => isSameEdge(edge, other)));
  if (places.some((place) => place < 0) || places.at(-1) !== above.columnCount) return below;
  const parted = below.cells.map((cell) => partedAt(cell, places, columns));
  if (parted.some((cells) => cells === undefined)) return below;
  const spread = (open: readonly boolean[]) => open.flatMap((each, i) => new Array<boolean>(places[i + 1]! - places[i]!).fill(each));
  return {
    ...below,
    columns,
    columnCount: above.columnCount,
    cells: parted.flatMap((cells) => cells!),
    openTop: spread(below.openTop),
    openBottom: spread(below.openBottom),
  };
}

/** A cell in the columns of the whole, one for each of them; undefined where a column would have no words, or a word would be cut. */
function partedAt(cell: GridCell, places: readonly number[], columns: readonly number[]): GridCell[] | undefined {
  const [from, to] = [places[cell.column]!, places[cell.column + cell.colSpan]!];
  const [part, ...others] = cell.parts;
  if (to - from === cell.colSpan) return [{ ...cell, column: from }];
  if (others.length > 0 || part!.nested.length > 0) return undefined;
  const cells = columns.slice(from, to).map((left, i): GridCell => {
    const right = columns[from + i + 1]!;
    return { ...cell, column: from + i, colSpan: 1, parts: [within(part!, left, right)] };
  });
  const told = cells.flatMap(({ parts }) => parts[0]!.words);
  return told.length === part!.words.length && cells.every(({ parts }) => parts[0]!.words.length > 0) ? cells : undefined;
}

function within({ words, box: [, top, , bottom], ...part }: CellPart, left: number, right: number): CellPart {
  const isWithin = ({ box }: Word) => box[0] >= left && box[2] <= right;
  return { ...part, box: [left, top, right, bottom], words: words.filter(isWithin) };
}
