import { LINE_HEIGHT, STEP } from "../pp-ocr.js";
import { PAPER, type PixelBox, type Raster } from "../raster/raster.js";
import { resample } from "../raster/resample.js";

/** A line cut out at the reader's height. */
export interface LineCrop {
  readonly box: PixelBox;
  readonly image: Raster;
  /** Page pixels per crop pixel, and where the crop's left edge lies. */
  readonly scale: number;
  readonly left: number;
  /** How much wider than they are its glyphs are shown. */
  readonly stretch: number;
}

/** Paper kept around a line's ink, in heights of the line: above and below, left and right. */
const MARGIN = 0.08;
const SIDE_MARGIN = 0.25;
/** A dash or a point alone is cut out as high as its neighbours, in glyphs. */
const LEAST_HEIGHT = 0.9;
/** Longer lines are cut out narrower than they are: a reader's memory grows with the width. */
const WIDEST = 3200;

/** Columns of the page, from inclusive, to exclusive. */
export interface Room {
  readonly from: number;
  readonly to: number;
}

const BOUNDLESS: Room = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
/** Lines stand beside each other when they share so much of the lower one's height. */
const BESIDE = 0.5;

/** How far the picture of a line may show the page: half the way to the lines beside it, of which a stroke would read as a glyph of its own. */
export function roomOf(box: PixelBox, lines: readonly PixelBox[]): Room {
  let { from, to } = BOUNDLESS;
  for (const other of lines) {
    const shared = Math.min(box.y1, other.y1) - Math.max(box.y0, other.y0);
    if (other === box || shared < BESIDE * Math.min(box.y1 - box.y0, other.y1 - other.y0)) continue;
    if (other.x1 > box.x1) to = Math.min(to, Math.max(box.x1, (box.x1 + other.x0) / 2));
    if (other.x0 < box.x0) from = Math.max(from, Math.min(box.x0, (box.x0 + other.x1) / 2));
  }
  return { from, to };
}

/** The line's picture, LINE_HEIGHT high, paper where it has no room. `stretch` > 1 makes its glyphs wider: another look at the same ink. */
export function lineCrop(page: Raster, box: PixelBox, glyph: number, stretch = 1, room = BOUNDLESS): LineCrop {
  const height = Math.max(box.y1 - box.y0, glyph * LEAST_HEIGHT);
  const middle = (box.y0 + box.y1) / 2;
  const half = height * (0.5 + MARGIN);
  const side = height * (MARGIN + SIDE_MARGIN);
  const sharpness = (LINE_HEIGHT / (2 * half)) * stretch;
  const wanted = (box.x1 - box.x0 + 2 * side) * sharpness;
  const width = Math.min(WIDEST, Math.max(2 * STEP, Math.ceil(wanted / STEP) * STEP));
  const scale = width === WIDEST ? (box.x1 - box.x0 + 2 * side) / width : 1 / sharpness;
  const left = (box.x0 + box.x1) / 2 - (width * scale) / 2;
  const image = resample(page, { x0: left, y0: middle - half, x1: left + width * scale, y1: middle + half }, width, LINE_HEIGHT);
  const isBeyond = (x: number) => left + (x + 1) * scale <= room.from || left + x * scale >= room.to;
  for (let x = 0; x < width; x++) if (isBeyond(x)) for (let y = 0; y < LINE_HEIGHT; y++) image.data[y * width + x] = PAPER;
  return { box, image, scale, left, stretch };
}
