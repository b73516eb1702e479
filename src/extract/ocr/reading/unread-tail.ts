import type { LineCrop } from "../lines/line-crop.js";
import { STEP } from "../pp-ocr.js";
import { inkColumns } from "./angle-shape.js";
import { candidates, type Glyph, type Lattice } from "./ctc.js";
import { figureSpots, stepsOf } from "./figure-spots.js";

/** How far from the middle of a line's last digit ink is no longer the digit's, in heights of the picture, and how much of it is no speck. */
const BEYOND = 0.4;
const LEAST = 0.12;
/** Confidence in the end of a figure of whose ink a part is not read. */
const UNDECIDED = 0.6;
const MOST = 8;

/**
 * The glyphs of a line that ends in a digit though ink goes on behind it: the circles of a thin % are read as noughts, or only one of them is. Where some
 * reading ends in %, that is it; the figure is doubtful in any case.
 */
export function withUnreadTail(glyphs: readonly Glyph[], crop: LineCrop, lattice: Lattice): Glyph[] {
  const last = glyphs.at(-1);
  const spot = figureSpots(glyphs).at(-1);
  if (!last || !spot || spot.last !== glyphs.length - 1 || !/^\d$/u.test(last.text)) return [...glyphs];
  const { image, stretch } = crop;
  const from = ((last.from + last.to) / 2) * STEP + BEYOND * image.height * stretch;
  const to = (crop.box.x1 - crop.left) / crop.scale + 1;
  const unread = inkColumns(image).filter(([start, end]) => (start + end) / 2 > from && end <= to);
  if (unread.reduce((sum, [start, end]) => sum + end - start, 0) < LEAST * image.height * stretch) return [...glyphs];
  const doubted = { ...last, confidence: Math.min(UNDECIDED, last.confidence) };
  const texts = candidates(lattice, ...stepsOf(spot, glyphs, lattice.steps), MOST).map(({ text }) => text);
  const instead = texts.find((text) => text === `${spot.text.slice(0, -1)}%` || text === `${spot.text}%`);
  if (instead === undefined) return [...glyphs.slice(0, -1), doubted];
  const percent = { ...doubted, text: "%" };
  return instead.length === spot.text.length
    ? [...glyphs.slice(0, -1), percent]
    : [...glyphs.slice(0, -1), doubted, { ...percent, from: last.to, to: Math.min(lattice.steps, last.to + 1) }];
}
