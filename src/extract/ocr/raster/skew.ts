import { inkLevel } from "./ink.js";
import type { Raster } from "./raster.js";
import { shrink } from "./shrink.js";

const DEGREE = Math.PI / 180;
/** Scanners and hands tilt a page by less; beyond it the search would find diagonals. */
const MOST_DEGREES = 12;
const LEAST_POINTS = 400;
const MOST_POINTS = 60_000;
/** Width at which the angle is searched: one pixel over its half is 0.06°. */
const WIDTH = 900;
/** An edge is a step of at least this share of the way from paper to the level of ink. */
const EDGE = 0.3;
const PAPER = 250;

/**
 * The angle (radians) by which lines fall to the right, 0 where nothing tells. Text rows and rulings, read along the angle, make
 * the sharpest profile (Postl's method): the sum of squared differences of neighbouring rows is greatest. Rows and columns count both, so a page that lies on its side serves as well.
 */
export function skew(source: Raster): number {
  const small = shrink(source, Math.max(1, Math.round(source.width / WIDTH)));
  const points = inkPoints(small);
  if (points.length < LEAST_POINTS * 2) return 0;
  const size = small.width + small.height;
  const sharpness = (degrees: number) => profile(points, Math.tan(degrees * DEGREE), size);
  let best = search(sharpness, 0, MOST_DEGREES, 0.5);
  best = search(sharpness, best, 0.5, 0.1);
  best = search(sharpness, best, 0.1, 0.02);
  // A page without lines is as sharp at any angle.
  if (sharpness(best) < 1.02 * sharpness(best + (best > 0 ? -3 : 3))) return 0;
  return best * DEGREE;
}

function search(sharpness: (degrees: number) => number, middle: number, reach: number, step: number): number {
  let best = middle;
  let most = -1;
  for (let k = Math.round(-reach / step); k <= Math.round(reach / step); k++) {
    const degrees = middle + k * step;
    const value = sharpness(degrees);
    if (value > most) {
      most = value;
      best = degrees;
    }
  }
  return best;
}

/** x, y of edges from paper to ink, at most MOST_POINTS, evenly thinned. What counts as ink depends on how dark it is: a faint page has edges too. */
function inkPoints(small: Raster): Int32Array {
  const level = inkLevel(small);
  const edge = (PAPER - level) * EDGE;
  const found: number[] = [];
  for (let y = 1; y < small.height; y++) {
    for (let x = 1; x < small.width; x++) {
      const here = small.data[y * small.width + x]!;
      if (here < level && small.data[(y - 1) * small.width + x]! - here > edge) found.push(x, y);
      else if (here < level && small.data[y * small.width + x - 1]! - here > edge) found.push(x, y);
    }
  }
  const keep = Math.ceil(found.length / 2 / MOST_POINTS);
  if (keep <= 1) return Int32Array.from(found);
  const thinned: number[] = [];
  for (let i = 0; i < found.length; i += 2 * keep) thinned.push(found[i]!, found[i + 1]!);
  return Int32Array.from(thinned);
}

function profile(points: Int32Array, slope: number, size: number): number {
  const rows = new Float64Array(size * 3);
  const columns = new Float64Array(size * 3);
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    add(rows, y - x * slope + size);
    add(columns, x + y * slope + size);
  }
  return sharp(rows) + sharp(columns);
}

/** Shared between the two bins it falls between, so that the profile is smooth in the angle. */
function add(bins: Float64Array, at: number): void {
  const bin = Math.floor(at);
  const share = at - bin;
  bins[bin]! += 1 - share;
  bins[bin + 1]! += share;
}

function sharp(bins: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < bins.length; i++) sum += (bins[i]! - bins[i - 1]!) ** 2;
  return sum;
}
