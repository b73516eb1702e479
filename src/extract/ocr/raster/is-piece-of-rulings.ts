import type { InkPatch } from "./ink.js";
import type { Raster } from "./raster.js";

/** Patches shorter than this, in glyphs, may be glyphs. */
const LEAST = 1.3;
/** Its strokes are each at least so long, as a share of the longest in their direction, and half of one is at most so thick, in glyphs. */
const LONG = 0.5;
const HALF_STROKE = 0.1;
/** Of its ink no more than this share lies elsewhere. */
const OFF_STROKES = 0.1;

/** Whether a patch of ink darker than `below` is hardly more than level and upright strokes: rulings that broke on all sides of it. */
export function isPieceOfRulings(page: Raster, patch: InkPatch, below: number, glyph: number): boolean {
  const { x0, y0, x1, y1 } = patch;
  if (Math.max(x1 - x0, y1 - y0) < LEAST * glyph) return false;
  const own = ownInk(page, patch, below);
  const inRow = new Uint32Array(y1 - y0);
  const inColumn = new Uint32Array(x1 - x0);
  for (const [x, y] of own) {
    inRow[y - y0]!++;
    inColumn[x - x0]!++;
  }
  const [rows, columns] = [onStrokes(inRow, HALF_STROKE * glyph), onStrokes(inColumn, HALF_STROKE * glyph)];
  return own.filter(([x, y]) => !rows[y - y0] && !columns[x - x0]).length <= OFF_STROKES * own.length;
}

/** For each row (column) of a patch with so much ink whether it lies on a stroke. */
function onStrokes(counts: Uint32Array, half: number): boolean[] {
  const least = LONG * counts.reduce((most, count) => Math.max(most, count), 0);
  const on = new Array<boolean>(counts.length).fill(false);
  for (let from = 0; from < counts.length; from++) {
    if (counts[from]! < least) continue;
    let to = from;
    while (to < counts.length && counts[to]! >= least) to++;
    const middle = (from + to - 1) / 2;
    on.fill(true, Math.max(0, Math.ceil(middle - half)), Math.floor(middle + half) + 1);
    from = to;
  }
  return on;
}

/** The pixels of a patch: others may stand within a corner of it. */
function ownInk({ width, data }: Raster, { x0, y0, x1, y1, pixels }: InkPatch, below: number): (readonly [number, number])[] {
  const seen = new Set<number>();
  // It reaches the left edge of its box, and others may.
  for (let start = y0; start < y1; start++) {
    const own: (readonly [number, number])[] = [];
    const add = (x: number, y: number) => {
      const at = y * width + x;
      if (x < x0 || x >= x1 || y < y0 || y >= y1 || data[at]! >= below || seen.has(at)) return;
      seen.add(at);
      own.push([x, y]);
    };
    add(x0, start);
    for (let i = 0; i < own.length; i++) {
      const [x, y] = own[i]!;
      for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) add(x + dx, y + dy);
    }
    if (own.length === pixels) return own;
  }
  return [];
}
