import { PAPER, type Raster } from "../raster/raster.js";

export type AngleSign = ">" | "<" | "≥" | "≤";

/** Share of a sign's columns that must show its strokes, and how far from the ends columns are looked at: at its point the strokes are one. */
const CLEAR = 0.8;
const FROM = 0.15;
const TO = 0.7;
/** How much of the sign's height the upper arm must fall or rise, and how much nearer the arms must come, for it to be an angle and not two bars. */
const SLOPE = 0.12;
const CLOSING = 0.6;
/** At its open end and at its point no column of a sign is one stroke from top to bottom: a K has a stem. */
const STEM = 0.75;
const LEAST_WIDTH = 8;

/** How dark ink must be that counts, from the darkest (0) to paper (1): half, and in small print, where an arm runs into the bar, darker. */
const HALF = 0.5;
const DARKER = [0.38, 0.28] as const;

/**
 * The comparison sign that the ink in columns `from` to `to` of a line's picture is, told from its strokes alone: two arms that meet at one side, and
 * perhaps a bar below. Undefined where it is anything else. Readers of lines take a sign that stands alone for a V or an M, or for nothing.
 */
export function angleShape(line: Raster, from: number, to: number): AngleSign | undefined {
  const usual = shapeAt(line, from, to, HALF);
  if (usual) return usual;
  // What is left of ink that ran together may have lost its bar, never won one.
  for (const share of DARKER) {
    const sign = shapeAt(line, from, to, share);
    if (sign === "≥" || sign === "≤") return sign;
  }
  return undefined;
}

function shapeAt({ width, height, data }: Raster, from: number, to: number, share: number): AngleSign | undefined {
  const [left, right] = [Math.max(0, from), Math.min(width, to)];
  let darkest = PAPER;
  for (let y = 0; y < height; y++) for (let x = left; x < right; x++) darkest = Math.min(darkest, data[y * width + x]!);
  const level = darkest + share * (PAPER - darkest);
  const columns: number[][] = [];
  let [top, bottom, thickest] = [height, 0, 0];
  for (let x = left; x < right; x++) {
    const strokes: number[] = [];
    let start = -1;
    for (let y = 0; y <= height; y++) {
      const isInk = y < height && data[y * width + x]! < level;
      if (isInk && start < 0) start = y;
      if (isInk || start < 0) continue;
      strokes.push((start + y) / 2);
      thickest = Math.max(thickest, y - start);
      top = Math.min(top, start);
      bottom = Math.max(bottom, y);
      start = -1;
    }
    if (strokes.length > 0 || columns.length > 0) columns.push(strokes);
  }
  while (columns.at(-1)?.length === 0) columns.pop();
  const [across, down] = [columns.length, bottom - top];
  if (across < LEAST_WIDTH || across > 2 * down || down > 2 * across || thickest > STEM * down) return undefined;
  return pointing(columns, ">", down) ?? pointing([...columns].reverse(), "<", down);
}

/** The columns from the open end to the point. */
function pointing(columns: readonly (readonly number[])[], bare: ">" | "<", height: number): AngleSign | undefined {
  const seen = columns.slice(Math.floor(columns.length * FROM), Math.ceil(columns.length * TO));
  for (const [count, sign] of [
    [3, bare === ">" ? "≥" : "≤"],
    [2, bare],
  ] as const) {
    const clear = seen.filter((strokes) => strokes.length === count);
    if (clear.length < CLEAR * seen.length) continue;
    const [open, point] = [clear[0]!, clear.at(-1)!];
    const closes = point[1]! - point[0]! <= CLOSING * (open[1]! - open[0]!);
    // The lower arm of a sign whose bar is level rises; the two arms lean towards each other.
    if (closes && point[0]! - open[0]! >= SLOPE * height && open[1]! - point[1]! >= SLOPE * height * 0.5) return sign;
  }
  return undefined;
}

/** Where the ink stands in a line's picture, column by column: stretches of columns that have some, left to right. */
export function inkColumns({ width, height, data }: Raster): [from: number, to: number][] {
  let darkest = PAPER;
  for (const value of data) darkest = Math.min(darkest, value);
  const level = (darkest + PAPER) / 2;
  const stretches: [number, number][] = [];
  for (let x = 0; x < width; x++) {
    let hasInk = false;
    for (let y = 0; y < height && !hasInk; y++) hasInk = data[y * width + x]! < level;
    if (!hasInk) continue;
    const last = stretches.at(-1);
    if (last?.[1] === x) last[1] = x + 1;
    else stretches.push([x, x + 1]);
  }
  return stretches;
}
