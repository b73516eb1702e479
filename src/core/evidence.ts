import type { z } from "zod";
import type * as shapes from "./record-shapes.js";

export type Box = z.infer<typeof shapes.Box>;
export type Evidence = z.infer<typeof shapes.Evidence>;

export function middleX(box: Box): number {
  return (box[0] + box[2]) / 2;
}

export function middleY(box: Box): number {
  return (box[1] + box[3]) / 2;
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
