import type { z } from "zod";
import type * as shapes from "./record-shapes.js";

export type Box = z.infer<typeof shapes.Box>;
export type Evidence = z.infer<typeof shapes.Evidence>;

/** How far right the middle of a box is, in the unit of the box. */
export function middleX(box: Box): number {
  return (box[0] + box[2]) / 2;
}

/** How far down the middle of a box is, in the unit of the box. */
export function middleY(box: Box): number {
  return (box[1] + box[3]) / 2;
}

/** 0 where the box is turned inside out, as an empty intersection is. */
export function areaOf([x0, y0, x1, y1]: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}

/** What two boxes share; turned inside out where they share nothing. */
export function intersection(a: Readonly<Box>, b: Readonly<Box>): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** The smallest box that holds all the given ones; undefined when there are none. */
export function unionBox(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  let [x0, y0, x1, y1] = boxes[0]!;
  for (let i = 1; i < boxes.length; i++) {
    const box = boxes[i]!;
    if (box[0] < x0) x0 = box[0];
    if (box[1] < y0) y0 = box[1];
    if (box[2] > x1) x1 = box[2];
    if (box[3] > y1) y1 = box[3];
  }
  return [x0, y0, x1, y1];
}
