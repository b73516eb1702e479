import { edgePoints } from "./edge-points.js";
import { inkLevel } from "./ink.js";
import { Profile } from "./profile.js";
import type { Raster } from "./raster.js";
import { shrink } from "./shrink.js";

const DEGREE = Math.PI / 180;
/** Scanners and hands tilt a page by less; beyond it the search would find diagonals. */
const MOST_DEGREES = 12;
const LEAST_POINTS = 400;
const MOST_POINTS = 30_000;
/** Width at which the angle is searched: one pixel over its half is 0.06°. */
const WIDTH = 900;

/**
 * The angle (radians) by which lines fall to the right, 0 where nothing tells. Text rows and rulings, read along the angle, make
 * the sharpest profile (Postl's method): the sum of squared differences of neighbouring rows is greatest. Rows and columns count both, so a page that lies on its side serves as well.
 */
export function skew(source: Raster): number {
  const small = shrink(source, Math.max(1, Math.round(source.width / WIDTH)));
  const { level, upright } = edgePoints(small, inkLevel(small), MOST_POINTS);
  const points = [level, upright];
  if (level.length + upright.length < LEAST_POINTS * 2) return 0;
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

function profile(points: readonly Int32Array[], slope: number, size: number): number {
  const rows = new Profile(size * 3);
  const columns = new Profile(size * 3);
  for (const each of points) {
    for (let i = 0; i < each.length; i += 2) {
      const x = each[i]!;
      const y = each[i + 1]!;
      rows.add(y - x * slope + size);
      columns.add(x + y * slope + size);
    }
  }
  return rows.sharpness + columns.sharpness;
}
