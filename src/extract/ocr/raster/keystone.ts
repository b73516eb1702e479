import { edgePoints } from "./edge-points.js";
import { inkLevel } from "./ink.js";
import { Profile } from "./profile.js";
import type { Raster } from "./raster.js";
import { shrink } from "./shrink.js";

/** How one family of lines lies on a page: radians by which they are off at its middle, and by how much more from its one edge to the other. */
export interface Lean {
  readonly slope: number;
  readonly change: number;
}

/** How a page photographed from aside lies: level lines fall to the right, uprights go to the right downwards. */
export interface Keystone {
  readonly level: Lean;
  readonly upright: Lean;
}

/** How far a line is off that runs `away` from the page's middle, as a share of the page's side. */
export function leanAt({ slope, change }: Lean, away: number): number {
  return slope + change * away;
}

const DEGREE = Math.PI / 180;
/** Looked for first on a small picture, whose profile is as sharp near the angle as at it, then on a larger one. Widths in pixels, all else in degrees. */
const LOOKS = [
  { width: 450, points: 8_000, slope: { reach: 3, step: 0.2 }, change: { reach: 3.2, step: 0.4 } },
  { width: 900, points: 20_000, slope: { reach: 0.2, step: 0.05 }, change: { reach: 0.4, step: 0.1 } },
] as const;
/** Lines off by less are straight enough, degrees; and the profile along what was found is so much sharper where it is no chance. */
const LEAST_SLOPE = 0.35;
const LEAST_CHANGE = 0.5;
const SHARPER = 1.3;
/** Height of the slices of which print has its ends, and how far ends that stand below each other may differ, pixels. */
const SLICE = 12;
const BLUR = 3;
/** In a slice of print so many more edges stand within this share of the page's width. */
const DENSE = 5;
const NEAR = 0.05;
/** What lies so near to the edge, of the page's side, may be what the page lies on. */
const MARGIN = 0.05;

/** How a page lies that no turn makes straight; undefined where its lines are level and upright, or nothing tells. */
export function keystone(page: Raster): Keystone | undefined {
  const looks = LOOKS.map(({ width }) => shrink(page, Math.max(1, Math.round(page.width / width))));
  const level = leanOf(looks, "level");
  const upright = leanOf(looks, "upright");
  return level || upright ? { level: level ?? STRAIGHT, upright: upright ?? STRAIGHT } : undefined;
}

const STRAIGHT: Lean = { slope: 0, change: 0 };

function leanOf(looks: readonly Raster[], kind: keyof Keystone): Lean | undefined {
  let best = STRAIGHT;
  let gain = 1;
  let isBorne = true;
  LOOKS.forEach(({ points: count, slope, change }, i) => {
    const { width, height } = looks[i]!;
    const edges = edgePoints(looks[i]!, inkLevel(looks[i]!), count)[kind];
    const points = inner(edges, width, height);
    const sides = kind === "level" ? ([width, height] as const) : ([height, width] as const);
    const sharpness = sharpnessOf(points, sides, kind);
    const straight = sharpness(STRAIGHT);
    let most = -1;
    const about = best;
    for (const s of around(about.slope, slope))
      for (const c of around(about.change, change)) {
        const sharp = sharpness({ slope: s, change: c });
        if (sharp <= most) continue;
        most = sharp;
        best = { slope: s, change: c };
      }
    gain = most / straight;
    const aligned = alignedEnds(points, sides);
    isBorne = kind === "level" || aligned(best) > aligned(STRAIGHT);
  });
  const isOff = Math.abs(best.slope) >= LEAST_SLOPE * DEGREE || Math.abs(best.change) >= LEAST_CHANGE * DEGREE;
  return isOff && isBorne && gain >= SHARPER ? best : undefined;
}

function around(middle: number, { reach, step }: { readonly reach: number; readonly step: number }): number[] {
  const steps = Math.round(reach / step);
  return Array.from({ length: 2 * steps + 1 }, (_, k) => middle + (k - steps) * step * DEGREE);
}

function inner(points: Int32Array, width: number, height: number): Int32Array {
  const kept: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (x > MARGIN * width && x < (1 - MARGIN) * width && y > MARGIN * height && y < (1 - MARGIN) * height) kept.push(x, y);
  }
  return Int32Array.from(kept);
}

/**
 * How many ends of print, left or right, stand below each other along a lean. The ends of lines and a table's borders lean with the page; glyphs that happen to
 * stand below each other do not, and points of grain and dust are few beside each other.
 */
function alignedEnds(points: Int32Array, [height, width]: readonly [number, number]): (lean: Lean) => number {
  const slices = new Map<number, number[]>();
  for (let i = 0; i < points.length; i += 2) {
    const slice = Math.floor(points[i + 1]! / SLICE);
    const known = slices.get(slice);
    if (known) known.push(points[i]!);
    else slices.set(slice, [points[i]!]);
  }
  const [starts, ends]: [number, number][][] = [[], []];
  for (const [slice, row] of slices) {
    row.sort((a, b) => a - b);
    const y = (slice + 0.5) * SLICE - height / 2;
    const first = row.find((x, i) => (row[i + DENSE] ?? Number.POSITIVE_INFINITY) - x < NEAR * width);
    const last = row.findLast((x, i) => x - (row[i - DENSE] ?? Number.NEGATIVE_INFINITY) < NEAR * width);
    if (first !== undefined) starts!.push([first - width / 2, y]);
    if (last !== undefined) ends!.push([last - width / 2, y]);
  }
  return (lean) => Math.max(...[starts!, ends!].map((side) => mostTogether(side.map(([x, y]) => x - y * leanAt(lean, x / width)))));
}

/** How many values at most lie within one edge's blur. */
function mostTogether(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  let from = 0;
  return sorted.reduce((most, value, i) => {
    while (value - sorted[from]! > BLUR) from++;
    return Math.max(most, i - from + 1);
  }, 0);
}

/** How sharp the profile is along lines that lie so. `along`: the page's side that the lines run along; `across`: the other. */
function sharpnessOf(points: Int32Array, [along, across]: readonly [number, number], kind: keyof Keystone): (lean: Lean) => number {
  const [first, second] = kind === "level" ? [0, 1] : [1, 0];
  const size = along + across;
  return (lean) => {
    const profile = new Profile(2 * size);
    for (let i = 0; i < points.length; i += 2) {
      const x = points[i + first]! - along / 2;
      const y = points[i + second]! - across / 2;
      profile.add(y - x * leanAt(lean, y / across) + size);
    }
    return profile.sharpness;
  };
}
