import type { Raster } from "../raster.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** Height of a row whose further ruling is missing, in glyphs: as high as bands that need help. */
const LOWEST = 1;
const HIGHEST = 9;
/** By how much the two borders may differ, pixels, and the widest gap in them. */
const UNEVEN = 4;
const GAP = 2;
/** Grey levels by which a border is darker than the paper beside it. */
const DEPTH = 28;

/**
 * Where a table is cut by the end of a page, its borders stand out beyond the last level stroke, both as far: the level strokes that would close
 * them. They are no rulings, but what stands between them and the table is a row.
 */
export function openEnds(page: Raster, levels: readonly Stroke[], measures: Measures): Stroke[] {
  const { glyph, side } = measures;
  return levels.flatMap((level) =>
    ([-1, 1] as const).flatMap((direction) => {
      const ends = [level.from, level.to].map((end) => {
        let reach = 0;
        for (let x = Math.round(end) - side; x <= Math.round(end) + side; x++)
          reach = Math.max(reach, standsOut(page, x, level, direction, measures));
        return reach;
      });
      const reach = Math.min(...ends);
      if (reach < LOWEST * glyph || reach > HIGHEST * glyph || Math.max(...ends) - reach > UNEVEN) return [];
      const at = level.at + direction * reach;
      const isClosed = levels.some(
        (other) =>
          other !== level &&
          other.from < level.to &&
          other.to > level.from &&
          (other.at - level.at) * direction > 0 &&
          (at - other.at) * direction > -UNEVEN,
      );
      return isClosed ? [] : [{ ...level, at, thickness: 0 }];
    }),
  );
}

/** How far an upright stroke at x goes on from a level one, pixels. */
function standsOut(
  { width, height, data }: Raster,
  x: number,
  { at, thickness }: Stroke,
  direction: 1 | -1,
  { side, glyph }: Measures,
): number {
  if (x - side - 1 < 0 || x + side + 1 >= width) return 0;
  const start = Math.round(at + direction * (thickness / 2 + 1));
  let last = start;
  for (let y = start; y >= 0 && y < height && Math.abs(y - start) <= (HIGHEST + 1) * glyph; y += direction) {
    const row = y * width + x;
    const here = Math.min(data[row - 1]!, data[row]!, data[row + 1]!);
    if (Math.max(data[row - side - 1]!, data[row + side + 1]!) - here > DEPTH) last = y;
    else if (Math.abs(y - last) > GAP) break;
  }
  return Math.abs(last - at);
}
