import { z } from "zod";

/** A box in points from the page's top left: x0, y0 (left, top), x1, y1 (right, bottom). */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

/**
 * Where a figure or a text stands in the source. Pages count from 1; tables, rows and columns from 0 in the order of the
 * record's `tables`; lines from 1, for inputs without pages. Only what applies is present.
 */
export const Evidence = z.object({
  page: z.number().int().positive().optional(),
  bbox: Box.optional(),
  table: z.number().int().nonnegative().optional(),
  row: z.number().int().nonnegative().optional(),
  column: z.number().int().nonnegative().optional(),
  line: z.number().int().positive().optional(),
  quote: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

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
