import type { Bitmap } from "../recognise.js";
import type { CoveringTile } from "./raster/covering-ink.js";
import { evenInk } from "./raster/even-ink.js";
import { flatten } from "./raster/flatten.js";
import { glyphHeight, inkLevel, inkPatches } from "./raster/ink.js";
import { keystone } from "./raster/keystone.js";
import { type GreyLift, liftGreySeals } from "./raster/lift-grey-seals.js";
import { liftSeals } from "./raster/lift-seals.js";
import { liftStreaks } from "./raster/lift-streaks.js";
import { keepPrint, printGrey } from "./raster/print-under-seal.js";
import { PAPER, type PixelBox, type Raster } from "./raster/raster.js";
import { skew } from "./raster/skew.js";
import { tilt, tiltedBox } from "./raster/turn.js";

/** A page made ready for reading: grey, evenly lit, straight, without seals. */
export interface StraightPage {
  readonly raster: Raster;
  readonly dpi: number;
  /** Grey level below which a pixel is ink. */
  readonly inkBelow: number;
  /** Usual height of a glyph, pixels; undefined where hardly anything is on the page. */
  readonly glyph: number | undefined;
  /** About where seals were lifted. */
  readonly seals: readonly PixelBox[];
  /** Tiles of opaque seals' ink: what lies under them cannot be seen. */
  readonly covering: readonly CoveringTile[];
  /** The seals lifted of a page without colour, and the page as it is by another way to lift them. */
  readonly grey?: Omit<GreyLift, "page">;
}

/** Side of the tiles whose paper is measured, inches: wider than a glyph, narrower than a shadow. */
const TILE = 0.25;
/** Print that is so much darker than the level of ink tells itself from what lifting left of a seal. */
const DARKER = 60;
/** Cores of print are as dark as this share of the way from the level of ink to usual print; and where an opaque seal took most of it. */
const CORE = 0.5;
const PALE_CORE = 0.15;
/** Patches smaller than this share of a glyph's square are specks. */
const SPECK = 1 / 120;

/** Makes a scanned page ready for reading. `dpi`: pixels an inch. */
export function straightPage(bitmap: Bitmap, dpi: number): StraightPage {
  const { page, seals } = liftSeals(bitmap, dpi);
  const even = liftStreaks(flatten(page, Math.max(8, Math.round(dpi * TILE))), dpi);
  const angle = skew(even);
  const turned = tilt(even, angle);
  const lying = keystone(turned);
  const upright = lying ? tilt(even, angle, lying) : turned;
  const level = inkLevel(upright);
  const whereNow = (box: PixelBox) => tiltedBox(box, upright, angle, lying);
  const coloured = seals.map(({ box }) => whereNow(box));
  const covering = seals.flatMap((seal) => seal.covering.map((tile) => ({ ...tile, ...whereNow(tile) })));
  withoutRemains(upright, coloured, level, dpi);
  const lift = liftGreySeals(upright, level, dpi);
  const printed = lift?.page ?? upright;
  const patches = inkPatches(printed, level);
  const height = glyphHeight(patches, dpi);
  const raster = evenInk(printed, patches, { inkBelow: level, glyph: height ?? 0, dpi });
  const isEven = raster === printed;
  const inkBelow = isEven ? level : inkLevel(raster);
  const glyph = isEven ? height : glyphHeight(inkPatches(raster, inkBelow), dpi);
  const lifted = [...coloured, ...(lift?.seals.map(({ patch }) => patch) ?? [])];
  return { raster, dpi, inkBelow, glyph, seals: lifted, covering, ...(lift ? { grey: { thinned: lift.thinned, seals: lift.seals } } : {}) };
}

/** What lifting left of coloured seals (the colour of a picture is coarser than its grey) made paper, where print is clearly darker. */
function withoutRemains(page: Raster, seals: readonly PixelBox[], inkBelow: number, dpi: number): void {
  if (seals.length === 0) return;
  const print = printGrey(page, seals, inkBelow, dpi);
  if (print > inkBelow - DARKER) return;
  for (const { x0, y0, x1, y1 } of seals) {
    const box = {
      x0: Math.max(0, Math.floor(x0)),
      y0: Math.max(0, Math.floor(y0)),
      x1: Math.min(page.width, Math.ceil(x1)),
      y1: Math.min(page.height, Math.ceil(y1)),
    };
    const core = (share: number) => inkBelow - share * (inkBelow - print);
    keepPrint(page, box, { below: (inkBelow + PAPER) / 2, core: core(CORE), paleCore: core(PALE_CORE) });
  }
}

/** Least pixels of a patch of ink that may be part of a glyph (a decimal point is about a hundredth of its square). */
export function leastPatch(glyph: number): number {
  return Math.max(4, glyph * glyph * SPECK);
}
