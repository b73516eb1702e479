import { PAPER, type Raster, raster } from "./raster.js";
import type { PixelRuling } from "./rulings/pixel-ruling.js";

/**
 * The page with the ink on its level rulings blanked, crossing or not: in rows as low as their print, glyphs of one row touch the ruling and those of the
 * next, and would be one patch of ink. For finding patches only: the glyphs lose what they have on the ruling.
 */
export function severAtRulings(page: Raster, rulings: readonly PixelRuling[]): Raster {
  const severed = raster(page.width, page.height, page.data.slice());
  for (const { direction, at, from, to, thickness } of rulings) {
    if (direction !== "horizontal") continue;
    const half = Math.max(1, thickness / 2);
    const [left, right] = [Math.max(0, Math.floor(from)), Math.min(page.width, Math.ceil(to))];
    for (let y = Math.max(0, Math.floor(at - half)); y < Math.min(page.height, Math.ceil(at + half)); y++)
      severed.data.fill(PAPER, y * page.width + left, y * page.width + right);
  }
  return severed;
}
