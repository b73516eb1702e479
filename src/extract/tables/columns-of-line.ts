import { intervalOf } from "./interval-of.js";
import type { TextLine } from "./text-lines.js";

/** How far a text may overhang the sides of its column, in glyph heights. */
const OVERHANG = 0.3;

/** The columns in which the words of a line stand; undefined where one of them runs across an edge, or past the outer ones. */
export function columnsOfLine({ words }: TextLine, edges: readonly number[]): ReadonlySet<number> | undefined {
  const columns = new Set<number>();
  for (const { box, size } of words) {
    const slack = OVERHANG * size;
    if (box[0] < edges[0]! - slack || box[2] > edges.at(-1)! + slack) return undefined;
    const column = intervalOf(edges, (box[0] + box[2]) / 2);
    if (intervalOf(edges, box[0] + slack) !== column || intervalOf(edges, box[2] - slack) !== column) return undefined;
    columns.add(column);
  }
  return columns;
}
