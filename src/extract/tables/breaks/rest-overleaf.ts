import { type Box, middleX, unionBox } from "../../../core/evidence.js";
import { buildAligned } from "../aligned/build-aligned.js";
import { withoutLabel } from "../aligned/rows/closing-label.js";
import { mergeCentred } from "../aligned/rows/merge-centred.js";
import { columnsOfLine } from "../column-of.js";
import { type Grid, glyphHeight } from "../grid.js";
import type { GridItem, PageItem } from "../page-items.js";
import { standsInRow } from "../stands-in-row.js";
import { type TextLine, WRAPPED } from "../text-lines.js";

/** Rows stand at most so far apart, if those on the page before do not stand farther, in glyph heights. */
const PITCH = 4;
/** Fewer texts side by side are no row. */
const LEAST_TEXTS = 2;

/**
 * The rows of an unruled table that stand alone at the head of the next page, too few to show its columns by themselves: the first lines that stand in the
 * columns of its part on the page before. Undefined where the page begins with other text.
 */
export function restOverleaf(
  { grid: above }: GridItem,
  items: readonly PageItem[],
): { readonly item: GridItem; readonly lines: number } | undefined {
  if (above.origin !== "aligned") return undefined;
  const lines: TextLine[] = [];
  const glyph = glyphHeight(above);
  const pitch = Math.max(PITCH * glyph, tallestRow(above));
  const gutters = guttersOf(above);
  let columns = above.columns;
  for (const each of items) {
    if (each.kind !== "line") break;
    const before = lines.at(-1);
    const cleared = clearOf(each.line, columns, gutters);
    if (goesOn(each.line, before, { columns: cleared, glyph, pitch })) columns = cleared;
    else if (!goesOn(withoutLabel(each.line), before, { columns, glyph, pitch })) break;
    lines.push(each.line);
  }
  // A single text is of a row only where it wraps beside others.
  while (lines.length > 0 && !isBesideOthers(lines, lines.length - 1, columns)) lines.pop();
  if (lines.length === 0) return undefined;
  const words = lines.flatMap((line) => line.words);
  const inner = unionBox(words.map((word) => word.box))!;
  const box: Box = [above.columns[0]!, inner[1] - 0.25 * glyph, above.columns.at(-1)!, inner[3] + 0.25 * glyph];
  const { page } = items[0]!;
  const region = { words, box, levels: [box[1], box[3]], rulings: [], lines: lines.length, page, glyph, columns };
  const built = buildAligned(region);
  if (!built) return undefined;
  const grid = mergeCentred(built);
  return { item: { kind: "grid", page, box: grid.box, grid }, lines: lines.length };
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** For each edge between columns, how far the texts on both sides of it leave room: it lies anywhere there. */
function guttersOf({ columns, cells }: Grid): Gutter[] {
  return columns.map((edge, i) => {
    const boxes = cells.flatMap((cell) => {
      const isBeside = cell.column + cell.colSpan === i || cell.column === i;
      return isBeside ? cell.parts.flatMap(({ words }) => words.map(({ box }) => box)) : [];
    });
    const left = boxes.filter((box) => middleX(box) < edge).map((box) => box[2]);
    const right = boxes.filter((box) => middleX(box) > edge).map((box) => box[0]);
    return {
      from: Math.min(edge, Math.max(columns[i - 1] ?? edge, ...left)),
      to: Math.max(edge, Math.min(columns[i + 1] ?? edge, ...right)),
    };
  });
}

/** The edges moved within their gutters to where a line's texts leave them clear: a text may be longer than any on the page before. */
function clearOf({ words }: TextLine, columns: readonly number[], gutters: readonly Gutter[]): readonly number[] {
  return columns.map((edge, i) => {
    const across = words.find(({ box }) => box[0] < edge && box[2] > edge);
    if (!across || i === 0 || i === columns.length - 1) return edge;
    const { from, to } = gutters[i]!;
    const moved = middleX(across.box) < edge ? across.box[2] : across.box[0];
    return moved > from && moved < to ? moved : edge;
  });
}

interface Part {
  readonly columns: readonly number[];
  readonly glyph: number;
  readonly pitch: number;
}

function goesOn(line: TextLine, before: TextLine | undefined, { columns, glyph, pitch }: Part): boolean {
  return !(before && line.baseline - before.baseline > pitch) && standsInRow(line, columns, glyph);
}

function isBesideOthers(lines: readonly TextLine[], index: number, columns: readonly number[]): boolean {
  const isFull = (line: TextLine): boolean => (columnsOfLine(line, columns)?.size ?? LEAST_TEXTS) >= LEAST_TEXTS;
  for (let i = index; i >= 0; i--) {
    if (isFull(lines[i]!)) return true;
    if (i > 0 && lines[i]!.baseline - lines[i - 1]!.baseline > WRAPPED * lines[i]!.size) return false;
  }
  return false;
}

function tallestRow({ cells }: Grid): number {
  return cells.reduce((tallest, { rowSpan, parts }) => {
    const [, top, , bottom] = parts.at(-1)!.box;
    return rowSpan === 1 ? Math.max(tallest, bottom - top) : tallest;
  }, 0);
}
