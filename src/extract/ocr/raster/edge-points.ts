import { PAPER, type Raster } from "./raster.js";

/** An edge is a step of at least this share of the way from paper to the level of ink. */
const EDGE = 0.3;

/** x, y of edges from paper to ink, with paper above (`level`), else at the left (`upright`). */
export interface EdgePoints {
  readonly level: Int32Array;
  readonly upright: Int32Array;
}

/** The edges of a page, each kind evenly thinned to `most`. What counts as ink depends on how dark it is: a faint page has edges too. */
export function edgePoints({ width, height, data }: Raster, inkBelow: number, most: number): EdgePoints {
  const edge = (PAPER - inkBelow) * EDGE;
  const [level, upright]: [number[], number[]] = [[], []];
  for (let y = 1; y < height; y++) {
    for (let x = 1; x < width; x++) {
      const here = data[y * width + x]!;
      if (here >= inkBelow) continue;
      if (data[(y - 1) * width + x]! - here > edge) level.push(x, y);
      else if (data[y * width + x - 1]! - here > edge) upright.push(x, y);
    }
  }
  return { level: thinned(level, most), upright: thinned(upright, most) };
}

function thinned(points: readonly number[], most: number): Int32Array {
  const keep = Math.max(1, Math.ceil(points.length / 2 / most));
  if (keep === 1) return Int32Array.from(points);
  const kept: number[] = [];
  for (let i = 0; i < points.length; i += 2 * keep) kept.push(points[i]!, points[i + 1]!);
  return Int32Array.from(kept);
}
