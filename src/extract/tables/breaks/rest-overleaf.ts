import { type Box, unionBox } from "../../../core/evidence.js";
import { buildAligned } from "../aligned/build-aligned.js";
import { mergeCentred } from "../aligned/merge-centred.js";
import { columnsOfLine } from "../columns-of-line.js";
import type { Grid } from "../grid.js";
import { isCaption } from "../is-caption.js";
import type { GridItem, PageItem } from "../page-items.js";
import { lineText, type TextLine } from "../text-lines.js";

/** Lines of one row stand at most so far apart, and rows, if those on the page before do not stand farther; in glyph heights. */
const WRAPPED = 1.9;
const PITCH = 4;
/** Texts of one table differ by less than this share in size. */
const SAME_SIZE = 0.2;
/** Fewer texts side by side are no row. */
const LEAST_TEXTS = 2;
/** 填报人：… 联系电话：…: what stands below a form. */
const LABELLED = /^.{1,12}[:：]/u;

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
  const glyph = sizeOf(above);
  const pitch = Math.max(PITCH * glyph, tallestRow(above));
  for (const each of items) {
    if (each.kind !== "line" || !goesOn(each.line, lines.at(-1), { above, glyph, pitch })) break;
    lines.push(each.line);
  }
  // A single text is of a row only where it wraps beside others.
  while (lines.length > 0 && !isBesideOthers(lines, lines.length - 1, above)) lines.pop();
  if (lines.length === 0) return undefined;
  const words = lines.flatMap((line) => line.words);
  const inner = unionBox(words.map((word) => word.box))!;
  const box: Box = [above.columns[0]!, inner[1] - 0.25 * glyph, above.columns.at(-1)!, inner[3] + 0.25 * glyph];
  const { page } = items[0]!;
  const region = { words, box, levels: [box[1], box[3]], rulings: [], lines: lines.length, page, glyph, columns: above.columns };
  const built = buildAligned(region);
  if (!built || built.columnCount !== above.columnCount) return undefined;
  const grid = mergeCentred(built);
  return { item: { kind: "grid", page, box: grid.box, grid }, lines: lines.length };
}

interface Part {
  readonly above: Grid;
  readonly glyph: number;
  readonly pitch: number;
}

function goesOn(line: TextLine, before: TextLine | undefined, { above, glyph, pitch }: Part): boolean {
  if (Math.abs(line.size - glyph) > SAME_SIZE * glyph || (before && line.baseline - before.baseline > pitch)) return false;
  const text = lineText(line);
  return columnsOfLine(line, above.columns) !== undefined && !LABELLED.test(text) && !isCaption(text);
}

function isBesideOthers(lines: readonly TextLine[], index: number, { columns }: Grid): boolean {
  const isFull = (line: TextLine): boolean => columnsOfLine(line, columns)!.size >= LEAST_TEXTS;
  for (let i = index; i >= 0; i--) {
    if (isFull(lines[i]!)) return true;
    if (i > 0 && lines[i]!.baseline - lines[i - 1]!.baseline > WRAPPED * lines[i]!.size) return false;
  }
  return false;
}

function sizeOf({ cells }: Grid): number {
  return cells.find((cell) => cell.parts[0]!.words.length > 0)!.parts[0]!.words[0]!.size;
}

function tallestRow({ cells }: Grid): number {
  return cells.reduce((tallest, { rowSpan, parts }) => {
    const [, top, , bottom] = parts.at(-1)!.box;
    return rowSpan === 1 ? Math.max(tallest, bottom - top) : tallest;
  }, 0);
}
