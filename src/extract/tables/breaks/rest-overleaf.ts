import { type Box, unionBox } from "../../../core/evidence.js";
import { buildAligned } from "../aligned/build-aligned.js";
import { mergeCentred } from "../aligned/merge-centred.js";
import { columnsOfLine } from "../column-of.js";
import { type Grid, glyphHeight } from "../grid.js";
import type { GridItem, PageItem } from "../page-items.js";
import { standsInRow } from "../stands-in-row.js";
import type { TextLine } from "../text-lines.js";

/** Lines of one row stand at most so far apart, and rows, if those on the page before do not stand farther; in glyph heights. */
const WRAPPED = 1.9;
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
  return !(before && line.baseline - before.baseline > pitch) && standsInRow(line, above.columns, glyph);
}

function isBesideOthers(lines: readonly TextLine[], index: number, { columns }: Grid): boolean {
  const isFull = (line: TextLine): boolean => columnsOfLine(line, columns)!.size >= LEAST_TEXTS;
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
