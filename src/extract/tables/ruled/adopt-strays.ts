import type { Ruling } from "../placed.js";
import type { Frame } from "./connect-rulings.js";
import { heightOf, isLevel } from "./frame-height.js";

/**
 * The frames with the vertical rulings that cross nothing but reach from the top of one to its foot: borders of merged cells that go right
 * through a page, past all its rows.
 */
export function adoptStrays(frames: readonly Frame[], reach: number): Frame[] {
  const isStray = (frame: Frame): boolean => frame.horizontal.length === 0;
  const strays = frames.filter(isStray).flatMap((frame) => frame.vertical);
  if (strays.length === 0) return [...frames];
  const homes = frames
    .filter((frame) => frame.vertical.length > 1 && !isStray(frame))
    .map((frame) => ({ horizontal: frame.horizontal, vertical: [...frame.vertical], ...heightOf(frame.vertical) }));
  const left: Ruling[] = [];
  for (const stray of strays) {
    const home = homes.find(({ from, to }) => isLevel(stray, { from, to }, reach));
    if (home) home.vertical.push(stray);
    else left.push(stray);
  }
  return [
    ...frames.filter((frame) => !isStray(frame) && frame.vertical.length <= 1),
    ...homes.map(({ horizontal, vertical }) => ({ horizontal, vertical })),
    ...left.map((ruling) => ({ horizontal: [], vertical: [ruling] })),
  ];
}
