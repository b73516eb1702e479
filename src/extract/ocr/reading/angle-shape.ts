import { quantile } from "../../../core/quantile.js";
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
/** By how much the foot of a sign's bar may rise over its length, and a stroke of an equals sign over its own, as a share of the sign's height or width. */
const LEVEL = 0.12;
/** Share of an equals sign's columns that show both strokes, and how thick each is at most, of its height. */
const PAIRED = 0.85;
const PAIR = 0.48;
const WITH_BAR = { ">": "≥", "<": "≤" } as const;

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

/** A stroke of a column: the rows that it covers, the last exclusive. */
type Span = readonly [top: number, bottom: number];

function shapeAt(line: Raster, from: number, to: number, share: number): AngleSign | undefined {
  const columns = strokesOf(line, from, to, share);
  const size = sizeOf(columns);
  if (!isSigns(size)) return undefined;
  const usual = angleOf(columns, size.down);
  if (usual) return usual;
  const angle = withoutBar(columns, size.down);
  const bare = angle && bareAngle(angle, sizeOf(angle).down);
  return bare && WITH_BAR[bare];
}

/** The strokes of each column, from the first that has some to the last, left to right. */
function strokesOf({ width, height, data }: Raster, from: number, to: number, share: number): Span[][] {
  const [left, right] = [Math.max(0, from), Math.min(width, to)];
  let darkest = PAPER;
  for (let y = 0; y < height; y++) for (let x = left; x < right; x++) darkest = Math.min(darkest, data[y * width + x]!);
  const level = darkest + share * (PAPER - darkest);
  const columns: Span[][] = [];
  for (let x = left; x < right; x++) {
    const strokes: Span[] = [];
    let start = -1;
    for (let y = 0; y <= height; y++) {
      const isInk = y < height && data[y * width + x]! < level;
      if (isInk && start < 0) start = y;
      if (isInk || start < 0) continue;
      strokes.push([start, y]);
      start = -1;
    }
    if (strokes.length > 0 || columns.length > 0) columns.push(strokes);
  }
  while (columns.at(-1)?.length === 0) columns.pop();
  return columns;
}

interface Size {
  readonly across: number;
  readonly down: number;
  readonly thickest: number;
}

function sizeOf(columns: readonly (readonly Span[])[]): Size {
  const spans = columns.flat();
  const [top, bottom] = [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
  return { across: columns.length, down: spans.length === 0 ? 0 : bottom - top, thickest: Math.max(0, ...spans.map(([a, b]) => b - a)) };
}

function isSigns({ across, down, thickest }: Size): boolean {
  return across >= LEAST_WIDTH && across <= 2 * down && down <= 2 * across && thickest <= STEM * down;
}

/** The columns without the level stroke at their foot, of which an arm of small print runs into it; undefined where there is none. */
function withoutBar(columns: readonly (readonly Span[])[], height: number): Span[][] | undefined {
  const feet = columns.flatMap((strokes) => strokes.slice(-1));
  const foot = quantile(
    feet.map(([, end]) => end),
    0.5,
  );
  const level = feet.filter(([, end]) => Math.abs(end - foot) <= LEVEL * height);
  if (level.length < CLEAR * columns.length) return undefined;
  const thickness = quantile(
    level.map(([start, end]) => end - start),
    0.25,
  );
  const above = columns.map((strokes) =>
    strokes.flatMap(([start, end]): Span[] => (start < foot - thickness ? [[start, Math.min(end, foot - thickness)]] : [])),
  );
  const [first, last] = [above.findIndex((strokes) => strokes.length > 0), above.findLastIndex((strokes) => strokes.length > 0)];
  return first < 0 ? undefined : above.slice(first, last + 1);
}

function angleOf(columns: readonly (readonly Span[])[], height: number): AngleSign | undefined {
  return pointing(columns, ">", height) ?? pointing([...columns].reverse(), "<", height);
}

function bareAngle(columns: readonly (readonly Span[])[], height: number): ">" | "<" | undefined {
  const sign = angleOf(columns, height);
  return sign === ">" || sign === "<" ? sign : undefined;
}

/** The columns from the open end to the point. */
function pointing(columns: readonly (readonly Span[])[], bare: ">" | "<", height: number): AngleSign | undefined {
  const seen = columns.slice(Math.floor(columns.length * FROM), Math.ceil(columns.length * TO));
  for (const [count, sign] of [
    [3, WITH_BAR[bare]],
    [2, bare],
  ] as const) {
    const clear = seen.filter((strokes) => strokes.length === count).map((strokes) => strokes.map(([start, end]) => (start + end) / 2));
    if (clear.length < CLEAR * seen.length) continue;
    const [open, point] = [clear[0]!, clear.at(-1)!];
    const closes = point[1]! - point[0]! <= CLOSING * (open[1]! - open[0]!);
    // The lower arm of a sign whose bar is level rises; the two arms lean towards each other.
    if (closes && point[0]! - open[0]! >= SLOPE * height && open[1]! - point[1]! >= SLOPE * height * 0.5) return sign;
  }
  return undefined;
}

/** Whether the ink in columns `from` to `to` of a line's picture is two level strokes of one length: an equals sign. The upper one of 二 is shorter. */
export function isEqualsShape(line: Raster, from: number, to: number): boolean {
  const columns = strokesOf(line, from, to, HALF);
  const { across, down, thickest } = sizeOf(columns);
  const pairs = columns.filter((strokes) => strokes.length === 2);
  if (across < LEAST_WIDTH || across < down || thickest > PAIR * down || pairs.length < PAIRED * across) return false;
  return [0, 1].every((k) => {
    const middles = pairs.map((strokes) => (strokes[k]![0] + strokes[k]![1]) / 2);
    return Math.max(...middles) - Math.min(...middles) <= LEVEL * across;
  });
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
