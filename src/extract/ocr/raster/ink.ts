import type { PixelBox, Raster } from "./raster.js";

/** A connected patch of ink. */
export interface InkPatch extends PixelBox {
  readonly pixels: number;
}

/** Grey level below which a pixel of an evenly lit page is ink: Otsu's, kept away from paper and from the darkest strokes. */
export function inkLevel(page: Raster): number {
  const histogram = new Float64Array(256);
  for (let i = 0; i < page.data.length; i += 3) histogram[page.data[i]!]!++;
  let total = 0;
  let weighted = 0;
  histogram.forEach((count, level) => {
    total += count;
    weighted += count * level;
  });
  let below = 0;
  let belowWeighted = 0;
  let best = 0;
  let most = -1;
  for (let level = 0; level < 255; level++) {
    below += histogram[level]!;
    belowWeighted += histogram[level]! * level;
    if (below === 0 || below === total) continue;
    const apart = belowWeighted / below - (weighted - belowWeighted) / (total - below);
    const between = below * (total - below) * apart * apart;
    if (between > most) {
      most = between;
      best = level;
    }
  }
  return Math.min(205, Math.max(125, best));
}

/** The connected patches (eight neighbours) of pixels darker than `level`, each of at least `least` pixels. */
export function inkPatches(page: Raster, level: number, least = 4): InkPatch[] {
  const runs = inkRuns(page, level);
  const parent = new Int32Array(runs.length / 3);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  // A run joins those of the row above that it touches.
  let above = 0;
  for (let i = 0; i < parent.length; i++) {
    const [y, x0, x1] = [runs[i * 3]!, runs[i * 3 + 1]!, runs[i * 3 + 2]!];
    while (above < i && (runs[above * 3]! < y - 1 || (runs[above * 3]! === y - 1 && runs[above * 3 + 2]! < x0))) above++;
    for (let j = above; j < i && runs[j * 3]! === y - 1 && runs[j * 3 + 1]! <= x1; j++) {
      const [a, b] = [root(i), root(j)];
      if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const patches = new Map<number, { x0: number; y0: number; x1: number; y1: number; pixels: number }>();
  for (let i = 0; i < parent.length; i++) {
    const [y, x0, x1] = [runs[i * 3]!, runs[i * 3 + 1]!, runs[i * 3 + 2]!];
    const key = root(i);
    const patch = patches.get(key);
    if (!patch) {
      patches.set(key, { x0, y0: y, x1, y1: y + 1, pixels: x1 - x0 });
      continue;
    }
    if (x0 < patch.x0) patch.x0 = x0;
    if (x1 > patch.x1) patch.x1 = x1;
    patch.y1 = y + 1;
    patch.pixels += x1 - x0;
  }
  return [...patches.values()].filter((patch) => patch.pixels >= least);
}

/** Triples y, x0, x1 (exclusive) of each run of ink, in reading order. */
function inkRuns(page: Raster, level: number): Int32Array {
  let runs = new Int32Array(1 << 16);
  let count = 0;
  for (let y = 0; y < page.height; y++) {
    const row = y * page.width;
    let x = 0;
    while (x < page.width) {
      while (x < page.width && page.data[row + x]! >= level) x++;
      if (x >= page.width) break;
      const from = x;
      while (x < page.width && page.data[row + x]! < level) x++;
      if (count + 3 > runs.length) {
        const grown = new Int32Array(runs.length * 2);
        grown.set(runs);
        runs = grown;
      }
      runs[count++] = y;
      runs[count++] = from;
      runs[count++] = x;
    }
  }
  return runs.subarray(0, count);
}

/**
 * The usual height of a glyph, pixels: the 80 % quantile of the larger sides of patches that have a glyph's size (6–28 pt), since radicals and
 * strokes are patches of their own. Long thin ones are left out: a dashed table has more dashes than glyphs. Undefined where there are too few to tell.
 */
export function glyphHeight(patches: readonly InkPatch[], dpi: number): number | undefined {
  const least = (dpi / 72) * 3;
  const most = (dpi / 72) * 28;
  const sides = patches
    .map((p) => [p.x1 - p.x0, p.y1 - p.y0] as const)
    .filter(([w, h]) => Math.max(w, h) <= 2 * Math.min(w, h))
    .map(([w, h]) => Math.max(w, h))
    .filter((side) => side >= least && side <= most)
    .sort((a, b) => a - b);
  return sides.length < 6 ? undefined : sides[Math.floor(sides.length * 0.8)];
}
