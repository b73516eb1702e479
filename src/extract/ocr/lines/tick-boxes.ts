import type { InkPatch } from "../raster/ink.js";
import type { PixelBox, Raster } from "../raster/raster.js";

/** A small square outline that stands in a line of text: a box to tick. */
export interface TickBox extends PixelBox {
  readonly ticked: boolean;
  /** False where its inside is neither clean nor clearly marked. */
  readonly isSure: boolean;
}

/** Sides of a box to tick, in glyphs, and by how much they differ at most. */
const LEAST = 0.5;
const MOST = 1.3;
const SQUARE = 0.14;
/** How far from its place a side's ink may lie, and how much of a side must show ink: a pen's tick or a fold takes some. */
const EDGE = 0.07;
const DRAWN = 0.85;
/** Breadth of a side at most. */
const STROKE = 0.15;
/** The inside begins so far from a side; a box with less ink in it is empty, and with more it is ticked. */
const INSET = 0.24;
const EMPTY = 0.02;
const TICKED = 0.05;
/** Boxes of one choice are so alike in size, and stand level in a row, or so near below one another, in sides; rows follow each other so near. */
const ALIKE = 0.3;
const LEVEL = 0.35;
const NEAR = 5;
const NEXT = 2.2;

/** The patches of ink that are empty boxes: square outlines with nothing in them. Ideographs (口) are among them. `glyph`: the usual glyph height. */
export function emptyBoxes(clean: Raster, patches: readonly InkPatch[], inkBelow: number, glyph: number): TickBox[] {
  return patches.filter((patch) => isEmptyBox(clean, patch, inkBelow, glyph)).map((patch) => ({ ...patch, ticked: false, isSure: true }));
}

function isEmptyBox(clean: Raster, { x0, y0, x1, y1, pixels }: InkPatch, inkBelow: number, glyph: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const side = Math.max(width, height);
  if (side < LEAST * glyph || side > MOST * glyph || Math.abs(width - height) > SQUARE * side || pixels > 0.6 * width * height)
    return false;
  const box = { x0, y0, x1, y1 };
  return drawn(clean, box, inkBelow) >= DRAWN && inside(clean, box, inkBelow) <= EMPTY;
}

/** Whether two boxes may belong to one choice: side by side, or below one another. */
export function areFellows(a: PixelBox, b: PixelBox): boolean {
  const side = a.x1 - a.x0;
  const down = downTo(a, b);
  return areAlike(a, b) && (down <= LEVEL * side || (Math.abs(a.x0 - b.x0) <= LEVEL * side && down <= NEAR * side));
}

/** Whether a box may belong to a choice that goes on from one row to the next, wherever it stands there. */
export function isInNextRow(a: PixelBox, b: PixelBox): boolean {
  return areAlike(a, b) && downTo(a, b) <= NEXT * (a.x1 - a.x0);
}

function areAlike(a: PixelBox, b: PixelBox): boolean {
  const side = a.x1 - a.x0;
  return Math.abs(b.x1 - b.x0 - side) <= ALIKE * side;
}

function downTo(a: PixelBox, b: PixelBox): number {
  return Math.abs(a.y0 + a.y1 - b.y0 - b.y1) / 2;
}

/** The largest empty box about a place of a line; its sides may touch the glyphs beside it. */
export function emptyBoxAt(clean: Raster, line: PixelBox, x: number, inkBelow: number, glyph: number): TickBox | undefined {
  const area = { ...line, x0: Math.max(line.x0, x - glyph), x1: Math.min(line.x1, x + glyph) };
  const isHere = (box: PixelBox) => box.x0 <= x && box.x1 >= x && inside(clean, box, inkBelow) <= EMPTY;
  const [box] = squares(clean, area, LEAST * glyph, MOST * glyph, isHere, inkBelow);
  return box && { ...box, ticked: false, isSure: true };
}

/**
 * The squares of a line that are like an empty box of its row, or of a row near it, left to right, none over another: empty ones, and those whose tick may
 * run into their sides and beyond. Ideographs (国) are among them. `clean`: the page without its rulings.
 */
export function squaresLike(clean: Raster, line: PixelBox, model: PixelBox, inkBelow: number): TickBox[] {
  const usual = (model.x1 - model.x0 + model.y1 - model.y0) / 2;
  const found = squares(clean, line, (1 - ALIKE) * usual, (1 + ALIKE) * usual, (box) => areFellows(model, box), inkBelow);
  return found.sort((a, b) => a.x0 - b.x0).map((box) => ({ ...whole(clean, box, inkBelow), ...tickIn(clean, box, inkBelow) }));
}

/** The squares drawn in an area whose sides are `from` to `to` pixels, none over another: the best drawn and largest of those that are. */
function squares(
  clean: Raster,
  area: PixelBox,
  from: number,
  to: number,
  isWanted: (box: PixelBox) => boolean,
  inkBelow: number,
): PixelBox[] {
  const found: { box: PixelBox; share: number; side: number }[] = [];
  for (let side = Math.ceil(from); side <= to; side++) {
    for (let y0 = Math.floor(area.y0) - 1; y0 + side <= area.y1 + 2; y0++) {
      for (let x0 = Math.floor(area.x0) - 1; x0 + side <= area.x1 + 2; x0++) {
        const box = { x0, y0, x1: x0 + side, y1: y0 + side };
        const share = drawn(clean, box, inkBelow);
        if (share >= DRAWN && isWanted(box)) found.push({ box, share, side });
      }
    }
  }
  const kept: PixelBox[] = [];
  for (const { box } of found.sort((a, b) => b.share - a.share || b.side - a.side)) {
    if (!kept.some((other) => other.x0 < box.x1 && other.x1 > box.x0)) kept.push(box);
  }
  return kept;
}

function tickIn(clean: Raster, box: PixelBox, inkBelow: number): Pick<TickBox, "ticked" | "isSure"> {
  const filled = inside(clean, box, inkBelow);
  return { ticked: filled >= TICKED, isSure: filled >= TICKED || filled <= EMPTY };
}

/** A square with what its sides have beyond it, a stroke's breadth at most: upright runs of ink half as high as it is. */
function whole({ width, data }: Raster, box: PixelBox, inkBelow: number): PixelBox {
  const [side, most] = [box.x1 - box.x0, Math.ceil(STROKE * (box.x1 - box.x0))];
  const isSide = (x: number) => {
    let ink = 0;
    for (let y = box.y0; y < box.y1; y++) if (x >= 0 && x < width && data[y * width + x]! < inkBelow) ink++;
    return ink >= side / 2;
  };
  let { x0, x1 } = box;
  while (box.x0 - x0 < most && isSide(x0 - 1)) x0--;
  while (x1 - box.x1 < most && isSide(x1)) x1++;
  return { ...box, x0, x1 };
}

/** The share of the least drawn side of a square that shows ink. */
function drawn({ width, height, data }: Raster, { x0, y0, x1, y1 }: PixelBox, inkBelow: number): number {
  const edge = Math.max(1, Math.round(EDGE * (x1 - x0)));
  const isInk = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && data[y * width + x]! < inkBelow;
  const share = (from: number, to: number, at: number, inward: number, pixel: (along: number, across: number) => boolean) => {
    let count = 0;
    for (let along = from; along < to; along++) {
      let hit = false;
      for (let k = -1; k <= edge && !hit; k++) hit = pixel(along, at + k * inward);
      if (hit) count++;
    }
    return count / (to - from);
  };
  const row = (along: number, across: number) => isInk(along, across);
  const column = (along: number, across: number) => isInk(across, along);
  let least = share(x0, x1, y0, 1, row);
  if (least >= DRAWN) least = Math.min(least, share(y0, y1, x0, 1, column));
  if (least >= DRAWN) least = Math.min(least, share(x0, x1, y1 - 1, -1, row));
  if (least >= DRAWN) least = Math.min(least, share(y0, y1, x1 - 1, -1, column));
  return least;
}

/** The share of a square's inside that is ink. */
function inside({ width, data }: Raster, { x0, y0, x1, y1 }: PixelBox, inkBelow: number): number {
  const inset = Math.ceil(INSET * (x1 - x0));
  let [ink, count] = [0, 0];
  for (let y = y0 + inset; y < y1 - inset; y++) {
    for (let x = x0 + inset; x < x1 - inset; x++) {
      if (data[y * width + x]! < inkBelow) ink++;
      count++;
    }
  }
  return ink / Math.max(1, count);
}
