import type { Raster } from "../raster.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

export interface Column extends Pick<Stroke, "filled" | "clear" | "run" | "space"> {
  /** Grey levels by which it is darker than the paper beside it, on average over ink and gaps. */
  readonly depth: number;
  /** Runs of ink. */
  readonly count: number;
}

/** How much of a column (x and its neighbours) is ink, and its longest run and gap. */
export function columnOf({ width, data }: Raster, x: number, top: number, bottom: number, measures: Measures): Column {
  const { side } = measures;
  let [dark, clear, run, space, count, length, depth] = [0, 0, 0, 0, 0, 0, 0];
  let inside = false;
  for (let y = top; y <= bottom; y++) {
    const at = y * width + x;
    const here = Math.min(data[at - 1]!, data[at]!, data[at + 1]!);
    const lesser = Math.min(data[at - side - 1]!, data[at + side + 1]!);
    depth += (data[at - side - 1]! + data[at + side + 1]!) / 2 - data[at]!;
    const isDark = Math.max(data[at - side - 1]!, data[at + side + 1]!) - here > measures.depth;
    if (isDark) dark++;
    if (isDark && lesser > here + measures.contrast) clear++;
    if (isDark === inside) length++;
    else {
      inside = isDark;
      if (inside) count++;
      length = 1;
    }
    if (inside) run = Math.max(run, length);
    else space = Math.max(space, length);
  }
  const height = Math.max(1, bottom - top + 1);
  return { filled: dark / height, clear: clear / Math.max(1, dark), run, space, count, depth: depth / height };
}
