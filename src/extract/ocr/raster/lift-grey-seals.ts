import type { GreySeal } from "./grey-seal.js";
import { type InkPatch, inkPatches } from "./ink.js";
import { keepPrint, patchFrom, pixelsIn, printGrey } from "./print-under-seal.js";
import { bounds, PAPER, type PixelBox, type Raster, raster } from "./raster.js";

/** A page without colour whose seals were lifted. */
export interface GreyLift {
  /** The page with paper where only a seal was, and print under a seal as dark as print beside it. */
  readonly page: Raster;
  /** The same by grey alone: whatever is as pale as the seal is paper. Strokes grow thin, but nothing of a seal stays: another look at the print. */
  readonly thinned: Raster;
  readonly seals: readonly GreySeal[];
}

/** Ink of a seal is an even grey, between print and paper. */
const DARKEST = 75;
const PALEST = 190;
/** Pixels of a stroke's inside are alike; so much apart they may be (noise). */
const ALIKE = 32;
/** Half the width of the strokes of a seal that print does not have, inches. */
const REACH = 0.01;
/** Side of the cells on which a seal's ink is gathered, pixels. */
const GRID = 4;
const LEAST_MM = 18;
const MOST_MM = 90;
const MM_PER_INCH = 25.4;
/** Pieces of a seal: of so many cells each, and so far apart. */
const LEAST_PIECE = 4;
const APART_MM = 5;
/** A photograph covers more of its box; letters blurred to grey are of all greys, a seal's ink of one: so large a share lies so near the most frequent one. */
const MOST_COVERED = 0.6;
const LEAST_OF_ONE_GREY = 0.55;
const ONE_GREY = 14;
/** A row of the box is a stroke's where so large a share of it is; a ring has hardly one, and half of a rectangular stamp lies in others. */
const STRAIGHT = 0.2;
const MOSTLY = 0.6;
/** Ink that has no core darker than this share of the seal's grey is the seal's, not print; and where print is as pale as the seal. */
const CORE = 0.82;
const PALE_CORE = 0.95;
/** Darker than this share of its grey the seal is nowhere: what is so dark is print, however wide its strokes. */
const UNDER_PRINT = 0.85;

/**
 * Seals of a page without colour, lifted. Strokes wider than those of print, of one grey, and together of a seal's size are a seal; what its paper's
 * brightness is under it tells the page without its thin strokes (a closing), and print is what is darker than that. Undefined where none is found.
 */
export function liftGreySeals(page: Raster, inkBelow: number, dpi: number): GreyLift | undefined {
  const reach = Math.max(1, Math.round(REACH * dpi));
  const found = sealsOf(page, reach, dpi);
  if (found.length === 0) return undefined;
  const print = printGrey(
    page,
    found.map(({ box }) => box),
    inkBelow,
    dpi,
  );
  const lifted = raster(page.width, page.height, page.data.slice());
  const thinned = raster(page.width, page.height, page.data.slice());
  const seals = found.map(({ box, grey, inside }) => {
    const under = closing(page, box, reach);
    pixelsIn(box, page.width).forEach((at, i) => {
      const paper = Math.min(PAPER, Math.max(under[i]!, grey * UNDER_PRINT));
      lifted.data[at] = Math.min(255, (page.data[at]! * PAPER) / paper);
      thinned.data[at] = Math.min(255, (page.data[at]! * PAPER) / grey);
    });
    // Where print is as pale as the seal, only what hangs together with the seal's wide strokes may be the seal's.
    const isDark = print < grey * CORE;
    const own = isDark ? undefined : new Set(patchFrom(inside, box, page.width, (at) => page.data[at]! < inkBelow));
    keepPrint(lifted, box, { below: inkBelow, core: grey * (isDark ? CORE : PALE_CORE) }, own);
    return { patch: box, mask: inkOf(page, lifted, box, inkBelow) };
  });
  return { page: lifted, thinned, seals };
}

interface Found {
  readonly box: PixelBox;
  /** The grey of its ink. */
  readonly grey: number;
  /** Pixels inside of its strokes. */
  readonly inside: readonly number[];
}

function sealsOf(page: Raster, reach: number, dpi: number): Found[] {
  const { width, height, data } = page;
  const across = Math.ceil(width / GRID);
  const cells = raster(across, Math.ceil(height / GRID), new Uint8Array(across * Math.ceil(height / GRID)).fill(255));
  const inside: number[] = [];
  const around = [
    -reach,
    reach,
    -reach * width,
    reach * width,
    -reach - reach * width,
    reach - reach * width,
    reach * width - reach,
    reach * width + reach,
  ];
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const at = y * width + x;
      const grey = data[at]!;
      if (grey < DARKEST || grey > PALEST || !around.every((step) => Math.abs(data[at + step]! - grey) <= ALIKE)) continue;
      inside.push(at);
      // Cells next to each other are one patch, and cells two apart: rulings and print cut a seal's strokes.
      for (let dy = 0; dy < 2; dy++)
        for (let dx = 0; dx < 2; dx++) {
          const cell = (((y / GRID) | 0) + dy) * across + ((x / GRID) | 0) + dx;
          if (cell < cells.data.length) cells.data[cell] = 0;
        }
    }
  }
  const pixels = (mm: number) => (mm / MM_PER_INCH) * (dpi / GRID);
  return together(inkPatches(cells, 128, LEAST_PIECE), pixels(APART_MM), pixels(MOST_MM)).flatMap((patch) => {
    const [w, h] = [patch.x1 - patch.x0, patch.y1 - patch.y0];
    if (Math.min(w, h) < pixels(LEAST_MM) || Math.max(w, h) > Math.min(pixels(MOST_MM), 2 * Math.min(w, h))) return [];
    if (patch.pixels > MOST_COVERED * w * h) return [];
    const box = {
      x0: Math.max(0, (patch.x0 - 2) * GRID),
      y0: Math.max(0, (patch.y0 - 2) * GRID),
      x1: Math.min(width, (patch.x1 + 2) * GRID),
      y1: Math.min(height, (patch.y1 + 2) * GRID),
    };
    const own = inside.filter((at) => isIn(box, at % width, (at / width) | 0));
    if (isTable(own, box, width)) return [];
    const grey = oneGrey(own.map((at) => data[at]!));
    return grey === undefined ? [] : [{ box, grey, inside: own }];
  });
}

/** Whether strokes are the rulings of a table, thick or double ones that ran together: most of them lie in rows of the box that they fill, or columns. */
function isTable(own: readonly number[], { x0, y0, x1, y1 }: PixelBox, width: number): boolean {
  const [rows, columns] = [new Uint32Array(y1 - y0), new Uint32Array(x1 - x0)];
  for (const at of own) {
    rows[((at / width) | 0) - y0]!++;
    columns[(at % width) - x0]!++;
  }
  const straight = (counts: Uint32Array, length: number) =>
    counts.reduce((sum, count) => (count >= STRAIGHT * length ? sum + count : sum), 0) > MOSTLY * own.length;
  return straight(rows, x1 - x0) || straight(columns, y1 - y0);
}

/** Patches as near to each other as the pieces of a seal that print and rulings cut, as one, the largest first; none grows beyond a seal's size. */
function together(patches: readonly InkPatch[], apart: number, most: number): InkPatch[] {
  const groups: InkPatch[] = [];
  for (const patch of [...patches].sort((a, b) => b.pixels - a.pixels)) {
    const index = groups.findIndex((group) => {
      const near =
        group.x0 - patch.x1 <= apart && patch.x0 - group.x1 <= apart && group.y0 - patch.y1 <= apart && patch.y0 - group.y1 <= apart;
      const whole = bounds([group, patch]);
      return near && whole.x1 - whole.x0 <= most && whole.y1 - whole.y0 <= most;
    });
    if (index < 0) groups.push(patch);
    else groups[index] = { ...bounds([groups[index]!, patch]), pixels: groups[index]!.pixels + patch.pixels };
  }
  return groups;
}

function isIn({ x0, y0, x1, y1 }: PixelBox, x: number, y: number): boolean {
  return x >= x0 && x < x1 && y >= y0 && y < y1;
}

/** The grey about which most of the values lie; undefined where they are of many. */
function oneGrey(values: readonly number[]): number | undefined {
  const sorted = Uint8Array.from(values).sort();
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) return undefined;
  const near = sorted.filter((value) => Math.abs(value - middle) <= ONE_GREY).length;
  return near >= LEAST_OF_ONE_GREY * sorted.length ? middle : undefined;
}

/** The page in a box without dark strokes narrower than twice `reach`: the brightest around each pixel, then the darkest of those. Rows of the box's width. */
function closing(page: Raster, box: PixelBox, reach: number): Uint8Array {
  const across = box.x1 - box.x0;
  const down = box.y1 - box.y0;
  const cut = new Uint8Array(across * down);
  for (let y = 0; y < down; y++)
    cut.set(page.data.subarray((box.y0 + y) * page.width + box.x0, (box.y0 + y) * page.width + box.x1), y * across);
  const along = (values: Uint8Array, lines: number, length: number, step: number, next: number, of: (a: number, b: number) => number) => {
    const result = new Uint8Array(values.length);
    for (let line = 0; line < lines; line++) {
      for (let k = 0; k < length; k++) {
        let value = values[line * next + k * step]!;
        for (let j = Math.max(0, k - reach); j <= Math.min(length - 1, k + reach); j++) value = of(value, values[line * next + j * step]!);
        result[line * next + k * step] = value;
      }
    }
    return result;
  };
  const both = (values: Uint8Array, of: (a: number, b: number) => number) =>
    along(along(values, down, across, 1, across, of), across, down, across, 1, of);
  return both(both(cut, Math.max), Math.min);
}

/** Where a seal's ink was: what is paler now by more than noise. */
function inkOf(before: Raster, after: Raster, box: PixelBox, inkBelow: number): Uint8Array {
  return Uint8Array.from(pixelsIn(box, before.width), (at) =>
    before.data[at]! < inkBelow && after.data[at]! - before.data[at]! > ALIKE ? 1 : 0,
  );
}
