import { areaOf, type Box } from "../../../core/evidence.js";
import type { Ruling } from "../../tables/placed.js";
import type { Fill, Ink } from "./ink.js";
import { lightness } from "./overlays.js";

/** A ground darker than this shows between the panels on it (0 black, 1 white). */
const GROUND = 0.85;
/** A panel is lighter than its ground by this at least, for the gaps to show; heads are often tinted. */
const CONTRAST = 0.08;
/** Panels on one ground that make a table of it, at least. */
const LEAST_PANELS = 4;
/** The widest that a gap between panels is a line, points. */
const WIDEST = 3;
/** Grounds and panels that are looked at; a page with more is a picture. */
const MOST_GROUNDS = 20;
const MOST_PANELS = 5000;

/**
 * The sides of light panels that lie on a dark ground with narrow gaps: cells of old web pages, whose borders are the ground that shows
 * between them (`bgcolor` and `cellspacing`).
 */
export function panelRulings({ fills }: Ink): Ruling[] {
  if (fills.length < LEAST_PANELS || fills.length > MOST_PANELS) return [];
  const grounds = fills.filter(({ colour, box }) => lightness(colour) < GROUND && box[2] - box[0] > 2 * WIDEST).sort(byArea);
  return grounds.slice(0, MOST_GROUNDS).flatMap((ground) => {
    const least = lightness(ground.colour) + CONTRAST;
    const on = fills.filter(({ colour, box }) => lightness(colour) > least && isWithin(box, ground.box));
    return on.length >= LEAST_PANELS && fillsUp(on, ground) ? on.flatMap(({ box }) => sidesOf(box)) : [];
  });
}

function byArea(a: Fill, b: Fill): number {
  return areaOf(b.box) - areaOf(a.box);
}

/** Whether the panels leave no more of the ground than lines between them. */
function fillsUp(panels: readonly Fill[], { box }: Fill): boolean {
  const covered = panels.reduce((sum, panel) => sum + areaOf(panel.box), 0);
  const gaps = panels.reduce((sum, panel) => sum + (panel.box[2] - panel.box[0] + panel.box[3] - panel.box[1]) * WIDEST, 0);
  return covered + gaps >= areaOf(box);
}

function isWithin(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] - 0.1 && inner[1] >= outer[1] - 0.1 && inner[2] <= outer[2] + 0.1 && inner[3] <= outer[3] + 0.1;
}

function sidesOf([x0, y0, x1, y1]: Box): Ruling[] {
  const thickness = 0.5;
  return [
    ...[y0, y1].map((at): Ruling => ({ direction: "horizontal", at, from: x0, to: x1, thickness })),
    ...[x0, x1].map((at): Ruling => ({ direction: "vertical", at, from: y0, to: y1, thickness })),
  ];
}
