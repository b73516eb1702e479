import type { InkPatch } from "../raster/ink.js";
import { bounds, type PixelBox } from "../raster/raster.js";
import type { PixelRuling } from "../raster/rulings/pixel-ruling.js";

/** Narrowest gap between two columns, and what must be left of it through the rows, in glyphs: words and their numbers stand nearer to each other. */
const GAP = 0.45;
const CORRIDOR = 0.4;
/** Rows beside the line's own through which the gap must run on, with text on both sides. */
const ROWS = 4;
/** Between the uprights of one cell so many texts do not stand beside each other. */
const OTHERS = 2;
/** A stop, a comma, a parenthesis are no wider than this, and a parenthesis at least so high, in glyphs; a 1 is lower. */
const MARK = 0.4;
const PARENTHESIS = 0.85;
/** A line starts a new row where its middle lies this far below the row's, in glyphs. */
const NEXT_ROW = 0.6;

/**
 * Lines of ink parted where two columns of a table without uprights stand nearer to each other than a glyph: the same gap then runs through
 * the rows above and below. In prose nothing wider than the paper between two glyphs does.
 */
export function partAtColumns(lines: readonly (readonly InkPatch[])[], rulings: readonly PixelRuling[], glyph: number): InkPatch[][] {
  const pieces = lines.map((line) => partedAt(line, CORRIDOR * glyph));
  const rows = rowsOf(
    pieces.flatMap((line) => line.map(bounds)),
    glyph,
  );
  return pieces.flatMap((line) => {
    const isOpen = line.length > 1 && isBesideOthers(bounds(line.flat()), rows, rulings);
    const parts = [line[0]!];
    for (const piece of line.slice(1)) {
      const [before, after] = [bounds(parts.at(-1)!), bounds(piece)];
      const isWide = isOpen && after.x0 - before.x1 >= GAP * glyph && !isPunctuated(parts.at(-1)!, piece, glyph);
      if (isWide && runsThrough(rows, before, after, glyph)) parts.push(piece);
      else parts[parts.length - 1] = [...parts.at(-1)!, ...piece];
    }
    return parts;
  });
}

/** A line's ink parted at its gaps. */
function partedAt(line: readonly InkPatch[], least: number): InkPatch[][] {
  const pieces: InkPatch[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const patch of [...line].sort((a, b) => a.x0 - b.x0)) {
    if (patch.x0 - end >= least) pieces.push([]);
    pieces.at(-1)!.push(patch);
    end = Math.max(end, patch.x1);
  }
  return pieces;
}

/** Whether no upright stands in a line's row, or other texts stand between it and those that do: a frame around columns that no ruling parts. */
function isBesideOthers(line: PixelBox, rows: readonly Row[], rulings: readonly PixelRuling[]): boolean {
  const middle = (line.y0 + line.y1) / 2;
  const uprights = rulings.filter(({ direction, from, to }) => direction === "vertical" && from < middle && to > middle);
  if (uprights.length === 0) return true;
  const left = Math.max(...uprights.filter(({ at }) => at <= line.x0).map(({ at }) => at));
  const right = Math.min(...uprights.filter(({ at }) => at >= line.x1).map(({ at }) => at));
  const others = rows
    .flat()
    .filter(({ x0, y0, x1, y1 }) => y0 < line.y1 && y1 > line.y0 && x0 >= left && x1 <= right && (x1 <= line.x0 || x0 >= line.x1));
  return others.length >= OTHERS;
}

/** Whether the gap is the blank half of a mark or a parenthesis: those of a list whose sentences are alike stand below each other too. */
export function isPunctuated(before: readonly InkPatch[], after: readonly InkPatch[], glyph: number): boolean {
  const line = bounds([...before, ...after]);
  const last = before.reduce((a, b) => (b.x1 > a.x1 ? b : a));
  const first = after.reduce((a, b) => (b.x0 < a.x0 ? b : a));
  // The lower circle of a percent sign is as small as a stop, and stands below its stroke.
  const standsAlone = before.every((patch) => patch === last || patch.x1 <= last.x0);
  return (
    (standsAlone && isStop(last, line, glyph)) || isStop(first, line, glyph) || isParenthesis(last, glyph) || isParenthesis(first, glyph)
  );
}

function isStop({ x0, y0, x1 }: InkPatch, line: PixelBox, glyph: number): boolean {
  return x1 - x0 <= MARK * glyph && y0 >= (line.y0 + line.y1) / 2;
}

function isParenthesis({ x0, y0, x1, y1 }: InkPatch, glyph: number): boolean {
  return x1 - x0 <= MARK * glyph && y1 - y0 >= PARENTHESIS * glyph;
}

type Row = readonly PixelBox[];

function rowsOf(boxes: readonly PixelBox[], glyph: number): Row[] {
  const middle = (box: PixelBox) => (box.y0 + box.y1) / 2;
  const rows: PixelBox[][] = [];
  for (const box of [...boxes].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    if (row && middle(box) - middle(row[0]!) < NEXT_ROW * glyph) row.push(box);
    else rows.push([box]);
  }
  return rows;
}

/** Whether the gap between two pieces of a line runs on through the rows around it. */
function runsThrough(rows: readonly Row[], before: PixelBox, after: PixelBox, glyph: number): boolean {
  const own = rows.findIndex((row) => row.some(({ x0, y0 }) => x0 === after.x0 && y0 === after.y0));
  let gap = { x0: before.x1, x1: after.x0 };
  let count = 0;
  for (const step of [-1, 1]) {
    for (let k = own + step; rows[k]; k += step) {
      const narrower = narrowed(gap, rows[k]!);
      if (narrower.x1 - narrower.x0 < CORRIDOR * glyph) break;
      gap = narrower;
      if (rows[k]!.some((box) => box.x1 <= gap.x0) && rows[k]!.some((box) => box.x0 >= gap.x1)) count++;
      if (count >= ROWS) return true;
    }
  }
  return false;
}

/** What a row's lines leave of a gap: nothing where one goes across its middle. */
function narrowed({ x0, x1 }: { x0: number; x1: number }, row: Row): { x0: number; x1: number } {
  const middle = (x0 + x1) / 2;
  let [from, to] = [x0, x1];
  for (const box of row) {
    if (box.x0 < middle && box.x1 > from) from = box.x1;
    if (box.x1 > middle && box.x0 < to) to = box.x0;
  }
  return { x0: from, x1: to };
}
