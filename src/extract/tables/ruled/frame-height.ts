import type { Ruling } from "../placed.js";

/** From where to where upright rulings reach, points. */
export interface Height {
  readonly from: number;
  readonly to: number;
}

/** From the highest end of the rulings to the lowest. */
export function heightOf(rulings: readonly Ruling[]): Height {
  return {
    from: rulings.reduce((least, ruling) => Math.min(least, ruling.from), Number.POSITIVE_INFINITY),
    to: rulings.reduce((most, ruling) => Math.max(most, ruling.to), Number.NEGATIVE_INFINITY),
  };
}

/** Whether both begin and end at the same heights. */
export function isLevel(a: Height, b: Height, reach: number): boolean {
  return Math.abs(a.from - b.from) <= reach && Math.abs(a.to - b.to) <= reach;
}
