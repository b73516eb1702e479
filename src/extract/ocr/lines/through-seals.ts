import type { GreySeal } from "../raster/grey-seal.js";
import type { PixelRuling } from "../raster/rulings/pixel-ruling.js";

/** How far from a seal's ink a ruling may be lost, and how far apart the middles of its two ends may lie; pixels. */
const BESIDE = 12;
const APART = 4;

/** The rulings with those that go into a seal and come out at its other side in one piece. */
export function throughSeals(rulings: readonly PixelRuling[], seals: readonly GreySeal[]): PixelRuling[] {
  const result: PixelRuling[] = [];
  for (const ruling of [...rulings].sort((a, b) => a.from - b.from)) {
    const index = result.findIndex(
      (before) =>
        before.direction === ruling.direction &&
        Math.abs(before.at - ruling.at) <= APART &&
        ruling.from > before.to &&
        seals.some(({ patch }) => {
          const level = ruling.direction === "horizontal";
          const [low, high, near, far] = level ? [patch.x0, patch.x1, patch.y0, patch.y1] : [patch.y0, patch.y1, patch.x0, patch.x1];
          return before.to >= low - BESIDE && ruling.from <= high + BESIDE && ruling.at > near && ruling.at < far;
        }),
    );
    if (index < 0) result.push(ruling);
    else result[index] = { ...result[index]!, to: Math.max(result[index]!.to, ruling.to) };
  }
  return result;
}
