import { PAPER, type Raster, raster } from "./raster.js";
import type { PixelRuling } from "./rulings/pixel-ruling.js";

/** The page without its rulings; ink that crosses one (it goes on at both sides) stays. */
export function eraseRulings(page: Raster, rulings: readonly PixelRuling[], inkBelow: number): Raster {
  const { width, height } = page;
  const clean = raster(width, height, page.data.slice());
  for (const ruling of rulings) {
    const half = Math.ceil(ruling.thickness / 2) + 2;
    const level = ruling.direction === "horizontal";
    const along = level ? 1 : width;
    const across = level ? width : 1;
    const limit = level ? height : width;
    const middle = Math.floor(ruling.at);
    if (middle - half - 1 < 0 || middle + half + 1 >= limit) continue;
    const from = Math.max(0, Math.floor(ruling.from) - 2);
    const to = Math.min(level ? width : height, Math.ceil(ruling.to) + 2);
    for (let k = from; k < to; k++) {
      const at = k * along + middle * across;
      const before = page.data[at - (half + 1) * across]!;
      const after = page.data[at + (half + 1) * across]!;
      if (before < inkBelow && after < inkBelow) continue;
      for (let d = -half; d <= half; d++) {
        const pixel = at + d * across;
        // Ink that only touches the ruling keeps its own pixels on its side.
        if (d < -1 && before < inkBelow) continue;
        if (d > 1 && after < inkBelow) continue;
        if (clean.data[pixel]! < PAPER) clean.data[pixel] = PAPER;
      }
    }
  }
  return clean;
}
