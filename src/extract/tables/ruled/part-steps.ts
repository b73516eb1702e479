import { middleX } from "../../../core/evidence.js";
import { intervalOf } from "../interval-of.js";
import { middleOf } from "../middle-of.js";
import type { Word } from "../placed.js";
import { isInside } from "./fill-cells.js";

/** Where the sides of a lattice lie, and the words that stand in it. */
export interface Sides {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly words: readonly Word[];
  readonly glyph: number;
}

/** More small cells than this in one region are no cell with a border left out. */
const MOST_BOXES = 4000;

/**
 * The vertical sides, with those that the author left undrawn: cells merged over several rows whose right border is missing make, with the
 * cells beside them, a region that steps in where the neighbours' rulings begin. It is parted there when text stands on both sides and none
 * runs across. `above` and `left`: for each edge, along each interval of the other direction, whether it is drawn.
 */
export function partSteps(above: readonly (readonly boolean[])[], left: readonly (readonly boolean[])[], sides: Sides): boolean[][] {
  const parted = left.map((side) => [...side]);
  for (const region of regionsOf(above, left)) {
    if (isRectangle(region)) continue;
    const words = sides.words.filter((word) => stands(word, region, sides));
    if (words.length < 2) continue;
    for (const edge of stepsOf(region, above)) {
      const x = sides.columns[edge]!;
      const isCrossed = words.some((word) => word.box[0] < x - 0.4 * sides.glyph && word.box[2] > x + 0.4 * sides.glyph);
      const isBetween = words.some((word) => middleX(word.box) < x) && words.some((word) => middleX(word.box) > x);
      if (isCrossed || !isBetween) continue;
      for (const row of rowsAcross(region, edge)) parted[edge]![row] = true;
    }
  }
  return parted;
}

/** The small boxes, by row and then column, that no drawn side parts. */
type Region = ReadonlyMap<number, ReadonlySet<number>>;

function regionsOf(above: readonly (readonly boolean[])[], left: readonly (readonly boolean[])[]): Region[] {
  const rowCount = above.length - 1;
  const columnCount = left.length - 1;
  const seen = new Uint8Array(rowCount * columnCount);
  const regions: Region[] = [];
  let boxes: number[] = [];
  const visit = (box: number): void => {
    if (seen[box]) return;
    seen[box] = 1;
    boxes.push(box);
  };
  for (let start = 0; start < seen.length; start++) {
    boxes = [];
    visit(start);
    for (let i = 0; i < boxes.length; i++) {
      const box = boxes[i]!;
      const row = Math.floor(box / columnCount);
      const column = box % columnCount;
      if (row > 0 && !above[row]![column]) visit(box - columnCount);
      if (row < rowCount - 1 && !above[row + 1]![column]) visit(box + columnCount);
      if (column > 0 && !left[column]![row]) visit(box - 1);
      if (column < columnCount - 1 && !left[column + 1]![row]) visit(box + 1);
    }
    if (boxes.length > 2 && boxes.length <= MOST_BOXES) regions.push(byRow(boxes, columnCount));
  }
  return regions;
}

function byRow(boxes: readonly number[], columnCount: number): Region {
  const region = new Map<number, Set<number>>();
  for (const box of boxes) {
    const row = Math.floor(box / columnCount);
    const columns = region.get(row) ?? new Set<number>();
    region.set(row, columns.add(box % columnCount));
  }
  return region;
}

function isRectangle(region: Region): boolean {
  const [first, ...others] = [...region.values()];
  return others.every((columns) => columns.size === first!.size && [...columns].every((column) => first!.has(column)));
}

/** Edges inside the region at which a horizontal side begins or ends that reaches into it or bounds it. */
function stepsOf(region: Region, above: readonly (readonly boolean[])[]): number[] {
  const edges = new Set<number>();
  for (const [row, columns] of region)
    for (const column of columns) {
      if (!columns.has(column + 1)) continue;
      if (above[row]![column] !== above[row]![column + 1] || above[row + 1]![column] !== above[row + 1]![column + 1]) edges.add(column + 1);
    }
  return [...edges].sort((a, b) => a - b);
}

function rowsAcross(region: Region, edge: number): number[] {
  return [...region].flatMap(([row, columns]) => (columns.has(edge - 1) && columns.has(edge) ? [row] : []));
}

function stands(word: Word, region: Region, { columns, rows }: Sides): boolean {
  if (!isInside(word, [columns[0]!, rows[0]!, columns.at(-1)!, rows.at(-1)!])) return false;
  return region.get(intervalOf(rows, middleOf(word)))?.has(intervalOf(columns, middleX(word.box))) === true;
}
