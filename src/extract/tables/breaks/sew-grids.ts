import { isFigure } from "../../is-figure.js";
import { rememberStacked } from "../cells-by-row.js";
import { type Grid, type GridCell, hasText, writtenIn } from "../grid.js";
import { type TextLine, textLines } from "../text-lines.js";
import { matchColumns } from "./match-columns.js";
import { sewsRow } from "./sews-row.js";

/**
 * One table of the two parts that a page break made of it. `headRows`: rows of `below` that repeat the head, and are dropped. A row that the
 * break cut is one row again, and a merged cell goes on where the part below has none of its own text.
 */
export function sewGrids(above: Grid, below: Grid, headRows: number): Grid {
  const rest = dropRows(below, headRows);
  const match = matchColumns(above, rest) ?? matchColumns(above, below)!;
  const upper = onColumns(above, match.columns, match.first);
  const lower = onColumns(rest, match.columns, match.second);
  const seam = seamOf(upper, lower);
  const isRuled = above.origin !== "aligned" && below.origin !== "aligned";
  const isUnclosed = isRuled && headRows === 0 && above.openBottom.every(Boolean) && below.openTop.every(Boolean);
  const cutsRow = sewsRow(upper, lower, seam, isUnclosed);
  const offset = upper.rowCount - (cutsRow ? 1 : 0);
  const sewn = new Map(seam.filter((pair) => cutsRow || pair.continues).map((pair) => [pair.above, pair.below]));
  const taken = new Set(sewn.values());
  const isStacked = sewn.size === 0 && !cutsRow;
  const under = lower.cells.filter((cell) => !taken.has(cell)).map((cell) => ({ ...cell, row: cell.row + offset }));
  const whole: Grid = {
    ...upper,
    rowCount: offset + lower.rowCount,
    cells: [...(isStacked ? upper.cells : upper.cells.map((cell) => extend(cell, sewn.get(cell), offset))), ...under],
    openBottom: lower.openBottom,
    confidence: Math.min(above.confidence, below.confidence),
  };
  if (isStacked) rememberStacked(whole, upper, under);
  return whole;
}

function extend(cell: GridCell, below: GridCell | undefined, offset: number): GridCell {
  if (!below) return cell;
  return { ...cell, rowSpan: offset + below.row + below.rowSpan - cell.row, parts: [...cell.parts, ...below.parts] };
}

/** A cell that ends at the break and one that starts there, of the same columns. */
export interface SeamPair {
  readonly above: GridCell;
  readonly below: GridCell;
  /** The two are one merged cell. */
  readonly continues: boolean;
}

function seamOf(upper: Grid, lower: Grid): SeamPair[] {
  const last = upper.cells.filter((cell) => cell.row + cell.rowSpan === upper.rowCount);
  const first = new Map(lower.cells.filter((cell) => cell.row === 0).map((cell) => [`${cell.column} ${cell.colSpan}`, cell]));
  const merging = new Set<number>();
  for (const { cells } of [upper, lower]) for (const { column, rowSpan } of cells) if (rowSpan > 1) merging.add(column);
  return last.flatMap((above): SeamPair[] => {
    const below = first.get(`${above.column} ${above.colSpan}`);
    if (!below) return [];
    const isMerging = merging.has(above.column);
    return [
      {
        above,
        below,
        continues: isMerged(above, below, upper, lower, isMerging) || (isMerging && isCutName(above, below, [upper, lower])),
      },
    ];
  });
}

/**
 * Whether one of the two has the text for both: no border is drawn between, or their column has cells that span rows (`isMerging`), and
 * hardly one that says nothing. Where each has a figure of its own, the border between was not seen.
 */
function isMerged(above: GridCell, below: GridCell, upper: Grid, lower: Grid, isMerging: boolean): boolean {
  // Where borders are left out all along the break, a missing one says nothing.
  const isTold = upper.openBottom.includes(false) || lower.openTop.includes(false);
  const isOpen = isTold && isOpenAt(upper.openBottom, above) && isOpenAt(lower.openTop, below);
  if (isOpen && !(isFigure(writtenIn(above)) && isFigure(writtenIn(below)))) return true;
  if (hasText(above) && hasText(below)) return false;
  // A text stands on the first page of its cell, as a rule; for one on the second, the cell itself must be seen to span rows.
  const spans = hasText(below) ? above.rowSpan > 1 : isMerging;
  return spans && isFilledColumn(above, below, upper) && isFilledColumn(above, below, lower);
}

/** How many characters the names of one column end with alike: 产出指标, 效益指标. */
const ENDING = 2;

/**
 * Whether the break cuts a name in two: the piece above fills its column's width, the one below is the end of a name or what it lacks of that, and only
 * together they end as other names of the column do.
 */
function isCutName(above: GridCell, below: GridCell, grids: readonly Grid[]): boolean {
  const [upper, lower] = [above, below].map(writtenIn);
  const ending = (upper! + lower!).slice(-ENDING);
  if (upper === "" || lower === "" || lower!.length > ENDING || upper!.endsWith(ending)) return false;
  const { page } = above.parts.at(-1)!;
  const isNear = (cell: GridCell): boolean => isOver(cell, above) && cell.parts.at(-1)!.page >= page && cell !== above && cell !== below;
  const others = grids.flatMap(({ cells }) => cells.filter(isNear));
  if (!others.some((cell) => writtenIn(cell).length > ENDING && writtenIn(cell).endsWith(ending))) return false;
  const widest = Math.max(...others.flatMap((cell) => cell.parts.flatMap(({ words }) => textLines(words).map(widthOf))));
  const last = textLines(above.parts.at(-1)!.words).at(-1)!;
  return widthOf(last) > widest - 0.5 * last.size;
}

function widthOf({ box }: TextLine): number {
  return box[2] - box[0];
}

/** Share of a column's other cells that must say something for an empty one to be one that goes on. */
const FILLED = 0.8;

function isFilledColumn(above: GridCell, below: GridCell, grid: Grid): boolean {
  const others = grid.cells.filter((cell) => cell !== above && cell !== below && isOver(cell, above));
  return others.filter(hasText).length >= FILLED * others.length;
}

function isOver(cell: GridCell, other: GridCell): boolean {
  return cell.column === other.column && cell.colSpan === other.colSpan;
}

function isOpenAt(open: readonly boolean[], cell: GridCell): boolean {
  for (let column = cell.column; column < cell.column + cell.colSpan; column++) if (!open[column]) return false;
  return true;
}

function dropRows(grid: Grid, count: number): Grid {
  if (count === 0) return grid;
  return {
    ...grid,
    rowCount: grid.rowCount - count,
    cells: grid.cells.filter((cell) => cell.row >= count).map((cell) => ({ ...cell, row: cell.row - count })),
    // What is drawn there is the head's border; whether the table above is open decides.
    openTop: grid.openTop.map(() => true),
  };
}

/** The grid counted on the columns of the whole table; `places` says which of them each of its own is. Positions that it lacks are empty cells. */
export function onColumns(grid: Grid, columns: readonly number[], places: readonly number[]): Grid {
  const count = columns.length - 1;
  // A table of hundreds of pages is asked at each of its breaks, and nearly always lies on these columns already.
  if (count === grid.columnCount && places.every((place, i) => place === i) && isWhole(grid))
    return columns === grid.columns ? grid : { ...grid, columns };
  // A part with edges of its own reaches from column to column; one that lacks a whole column leaves it out.
  const isRuled = grid.origin !== "aligned";
  const end = (column: number): number => (isRuled ? (places[column + 1] ?? count) : places[column]! + 1);
  const open = (flags: readonly boolean[]): boolean[] => {
    const wide: boolean[] = Array.from({ length: count }, () => false);
    flags.forEach((flag, i) => {
      wide.fill(flag, places[i]!, end(i));
    });
    return wide;
  };
  const cells = grid.cells.map((cell) => ({
    ...cell,
    column: places[cell.column]!,
    colSpan: end(cell.column + cell.colSpan - 1) - places[cell.column]!,
  }));
  return {
    ...grid,
    columns,
    columnCount: count,
    openTop: open(grid.openTop),
    openBottom: open(grid.openBottom),
    cells: [...cells, ...missingCells(cells, grid, columns)],
  };
}

/** Whether a cell stands at each position. */
function isWhole({ cells, rowCount, columnCount }: Grid): boolean {
  let covered = 0;
  for (const cell of cells) covered += cell.rowSpan * cell.colSpan;
  return covered === rowCount * columnCount;
}

function missingCells(cells: readonly GridCell[], grid: Grid, columns: readonly number[]): GridCell[] {
  const covered = new Set<number>();
  const count = columns.length - 1;
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) covered.add(row * count + column);
  const missing: GridCell[] = [];
  for (let at = 0; at < grid.rowCount * count && covered.size < grid.rowCount * count; at++) {
    if (covered.has(at)) continue;
    const [row, column] = [Math.floor(at / count), at % count];
    const beside = cells.find((cell) => cell.row <= row && row < cell.row + cell.rowSpan)!.parts.at(-1)!;
    const box: GridCell["parts"][number]["box"] = [columns[column]!, beside.box[1], columns[column + 1]!, beside.box[3]];
    missing.push({ row, column, rowSpan: 1, colSpan: 1, parts: [{ page: beside.page, box, words: [], nested: [] }] });
  }
  return missing;
}
