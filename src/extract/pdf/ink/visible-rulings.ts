import { rulingMiddle } from "../../tables/middle-of.js";
import type { Ruling } from "../../tables/placed.js";
import type { Fill, Ink, InkRuling } from "./ink.js";
import { lightness } from "./overlays.js";

/** Lighter than this is white on paper. */
export const WHITE = 0.97;
/** Areas that are searched for what lies behind a white line; more than any page shades. */
const MOST_FILLS = 2000;

/** The rulings that a reader sees: a white one only where it parts shaded areas. */
export function visibleRulings(ink: Ink): Ruling[] {
  const whites = new Set([...new Set(ink.rulings.map(({ colour }) => colour))].filter((colour) => lightness(colour) > WHITE));
  if (whites.size === 0) return [...ink.rulings];
  const white = (ruling: InkRuling): boolean => whites.has(ruling.colour);
  const shades = ink.fills.filter((fill) => lightness(fill.colour) <= WHITE).slice(0, MOST_FILLS);
  return ink.rulings.filter((ruling) => !white(ruling) || shades.some((shade) => behind(shade, ruling)));
}

function behind({ box }: Fill, ruling: Ruling): boolean {
  const [x, y] = rulingMiddle(ruling);
  return x >= box[0] - 1 && x <= box[2] + 1 && y >= box[1] - 1 && y <= box[3] + 1;
}
