import { PAPER, type PixelBox, type Raster } from "./raster.js";

/** Side of the blocks that tell how dark print is, inches: a glyph's. */
const BLOCK = 0.11;
/** So large a share of the blocks with ink has a core at least as dark as print is said to be. */
const SHARE = 0.9;
/** What is grey about print belongs to it, so many pixels wide. */
const RIM = 2;

/** Paper between two digits, in their height. */
const NEAR = 0.3;
/** Glyphs are lower than this share of a seal. */
const HIGHEST = 0.2;

/** How dark the cores of glyphs are beside some boxes; 255 where nothing is printed. */
export function printGrey(page: Raster, boxes: readonly PixelBox[], inkBelow: number, dpi: number): number {
  const side = Math.round(dpi * BLOCK);
  const cores: number[] = [];
  for (let y0 = 0; y0 + side <= page.height; y0 += side) {
    for (let x0 = 0; x0 + side <= page.width; x0 += side) {
      if (boxes.some((box) => x0 >= box.x0 && x0 < box.x1 && y0 >= box.y0 && y0 < box.y1)) continue;
      let darkest = 255;
      for (let y = y0; y < y0 + side; y++) for (let x = x0; x < x0 + side; x++) darkest = Math.min(darkest, page.data[y * page.width + x]!);
      if (darkest < inkBelow) cores.push(darkest);
    }
  }
  return cores.sort((a, b) => a - b)[Math.floor(cores.length * SHARE)] ?? 255;
}

export interface Print {
  /** Grey below which a pixel may be print. */
  readonly below: number;
  /** A patch of print has a core darker than this; */
  readonly core: number;
  /** or darker than this, where it stands beside print: an opaque seal takes most of what it covers. */
  readonly paleCore?: number;
}

/**
 * Makes paper of what lifting a seal left of it in its box: whatever is no patch of print, nor the rim of one. `own`: the pixels that may be the seal's;
 * all where it is not given. The page itself is changed.
 */
export function keepPrint(page: Raster, box: PixelBox, { below, core, paleCore = core }: Print, own?: ReadonlySet<number>): void {
  const { width, data } = page;
  const isInk = (at: number) => data[at]! < below;
  const seen = new Set<number>();
  const print: Patch[] = [];
  let pale: Patch[] = [];
  for (const start of pixelsIn(box, width)) {
    if (seen.has(start) || !isInk(start)) continue;
    const patch = patchFrom([start], box, width, isInk, seen);
    const darkest = patch.reduce((least, at) => Math.min(least, data[at]!), 255);
    if (darkest < core) print.push(placed(patch, width));
    else if (darkest < paleCore) pale.push(placed(patch, width));
  }
  for (let before = -1; before !== print.length; ) {
    before = print.length;
    const glyphs = print.filter((other) => isGlyph(other, HIGHEST * (box.y1 - box.y0)));
    const beside = new Set(pale.filter((patch) => glyphs.some((other) => isBeside(patch, other))));
    print.push(...beside);
    pale = pale.filter((patch) => !beside.has(patch));
  }
  const kept = new Set<number>();
  for (const { pixels } of print) {
    let rim = pixels;
    for (const at of pixels) kept.add(at);
    for (let k = 0; k < RIM; k++) {
      rim = rim.flatMap((at) => neighbours(at, width, box).filter((next) => !kept.has(next)));
      for (const at of rim) kept.add(at);
    }
  }
  for (const at of pixelsIn(box, width)) if (!kept.has(at) && (own === undefined || own.has(at))) data[at] = PAPER;
}

interface Patch extends PixelBox {
  readonly pixels: readonly number[];
}

function placed(pixels: readonly number[], width: number): Patch {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const at of pixels) {
    const x = at % width;
    const y = (at - x) / width;
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
  }
  return { pixels, x0, y0, x1, y1 };
}

/** Whether a patch may be a glyph or a few, and no ruling. */
function isGlyph({ x0, y0, x1, y1 }: Patch, most: number): boolean {
  return y1 - y0 <= most && x1 - x0 <= 3 * (y1 - y0) && y1 - y0 <= 8 * (x1 - x0);
}

/** Whether a patch goes on from a glyph: on its height, and no farther than digits stand. */
function isBeside(patch: Patch, other: Patch): boolean {
  const high = other.y1 - other.y0;
  const shared = Math.min(patch.y1, other.y1) - Math.max(patch.y0, other.y0);
  const gap = Math.max(patch.x0 - other.x1, other.x0 - patch.x1);
  return shared >= 0.8 * (patch.y1 - patch.y0) && gap <= NEAR * high;
}

/** What is reached from some pixels over neighbours in a box that are ink. */
export function patchFrom(
  starts: readonly number[],
  box: PixelBox,
  width: number,
  isInk: (at: number) => boolean,
  seen: Set<number> = new Set(),
): number[] {
  const patch = [...starts];
  for (const at of patch) seen.add(at);
  for (const at of patch) {
    for (const next of neighbours(at, width, box)) {
      if (seen.has(next) || !isInk(next)) continue;
      seen.add(next);
      patch.push(next);
    }
  }
  return patch;
}

/** Where the pixels of a box stand in the data of a page so wide, row by row. */
export function pixelsIn({ x0, y0, x1, y1 }: PixelBox, width: number): number[] {
  return Array.from({ length: (x1 - x0) * (y1 - y0) }, (_, i) => (y0 + Math.floor(i / (x1 - x0))) * width + x0 + (i % (x1 - x0)));
}

/** The eight neighbours of a pixel that lie in a box. */
function neighbours(at: number, width: number, box: PixelBox): number[] {
  const x = at % width;
  const y = (at - x) / width;
  const near: number[] = [];
  for (let ny = Math.max(box.y0, y - 1); ny <= Math.min(box.y1 - 1, y + 1); ny++) {
    for (let nx = Math.max(box.x0, x - 1); nx <= Math.min(box.x1 - 1, x + 1); nx++) if (ny !== y || nx !== x) near.push(ny * width + nx);
  }
  return near;
}
