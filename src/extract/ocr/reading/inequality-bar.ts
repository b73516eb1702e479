import { PAPER, type Raster } from "../raster/raster.js";

/** Height ÷ width of the sign's ink. An angle alone is lower than it is wide (0.76–1.05 over fonts and bad scans), with a bar it is mostly higher (1.06–1.39; 0.88 in one font). */
const WITH_BAR = 1.06;
const WITHOUT_BAR = 1.0;
/** An angle alone has as much ink below its point as above (0.87–1.19 times over fonts, sizes and blur); a bar, even one that has run into the lower arm, tips it. */
const EVEN = [0.86, 1.2] as const;
const TIPPED = [0.8, 1.25] as const;
/** Share of the sign's width that is its point. */
const POINT = 0.18;

/**
 * Whether an angle (> or <) read in the columns `from` to `to` of a line's picture has a bar under it after all: the reader overlooks it in small
 * print. Undefined where the ink does not tell, as when the sign runs into its neighbour. `stretch`: how much wider than it is the picture shows the line.
 */
export function hasBar(line: Raster, from: number, to: number, stretch: number, points: "left" | "right"): boolean | undefined {
  const { width, height, data } = line;
  const middle = Math.min(width - 1, Math.max(0, Math.round((from + to) / 2)));
  const near = Math.round(height * 0.5 * stretch);
  // Ink darker than half of the darkest around counts: blur and noise make no sign higher.
  let darkest = 255;
  for (let y = 0; y < height; y++) {
    for (let x = Math.max(0, middle - near); x < Math.min(width, middle + near); x++) darkest = Math.min(darkest, data[y * width + x]!);
  }
  const level = (darkest + PAPER) / 2;
  const rows = (x: number) => {
    let count = 0;
    for (let y = 0; y < height; y++) if (data[y * width + x]! < level) count++;
    return count;
  };
  let start = middle;
  for (let k = 0; k < near / 2 && rows(start) === 0; k++) start = middle + (k % 2 === 0 ? k : -k);
  if (rows(start) === 0) return undefined;
  let left = start;
  let right = start;
  while (left > 0 && rows(left - 1) > 0) left--;
  while (right < width - 1 && rows(right + 1) > 0) right++;
  const across = right - left + 1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    for (let x = left; x <= right; x++) {
      if (data[y * width + x]! >= level) continue;
      top = Math.min(top, y);
      bottom = y;
    }
  }
  const aspect = ((bottom - top + 1) * stretch) / across;
  if (across < 8 || across > height * stretch) return undefined;
  if (aspect >= WITH_BAR) return true;
  const weight = belowPoint(line, left, right, level, points);
  if (weight <= TIPPED[0] || weight >= TIPPED[1]) return true;
  if (aspect <= WITHOUT_BAR && weight > EVEN[0] && weight < EVEN[1]) return false;
  return undefined;
}

/** How many times the ink above its point an angle in the columns `left` to `right` has below it. */
function belowPoint({ width, height, data }: Raster, left: number, right: number, level: number, points: "left" | "right"): number {
  const reach = Math.max(1, (right - left + 1) * POINT);
  let [rows, count] = [0, 0];
  for (let k = 0; k < reach; k++) {
    const x = points === "right" ? right - k : left + k;
    for (let y = 0; y < height; y++) {
      if (data[y * width + x]! >= level) continue;
      rows += y;
      count++;
    }
  }
  const point = rows / Math.max(1, count);
  let [above, below] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = left; x <= right; x++) {
      const ink = Math.max(0, PAPER - data[y * width + x]!);
      if (y < point) above += ink;
      else below += ink;
    }
  }
  return below / Math.max(1, above);
}
