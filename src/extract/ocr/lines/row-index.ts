import type { InkPatch } from "../raster/ink.js";
import type { PixelBox } from "../raster/raster.js";

/** Boxes by the rows that they touch. */
export class RowIndex {
  private readonly rows = new Map<number, PixelBox[]>();

  constructor(
    readonly boxes: readonly PixelBox[],
    private readonly height: number,
  ) {
    for (const box of boxes) {
      for (let row = Math.floor(box.y0 / height); row <= Math.floor(box.y1 / height); row++) {
        const known = this.rows.get(row);
        if (known) known.push(box);
        else this.rows.set(row, [box]);
      }
    }
  }

  /** The box that holds the most of a patch, at least half of it. */
  holding(patch: InkPatch): PixelBox | undefined {
    let best: PixelBox | undefined;
    let most = 0.5 * (patch.x1 - patch.x0) * (patch.y1 - patch.y0);
    const seen = new Set<PixelBox>();
    for (let row = Math.floor(patch.y0 / this.height); row <= Math.floor(patch.y1 / this.height); row++) {
      for (const box of this.rows.get(row) ?? []) {
        if (seen.has(box)) continue;
        seen.add(box);
        const w = Math.min(box.x1, patch.x1) - Math.max(box.x0, patch.x0);
        const h = Math.min(box.y1, patch.y1) - Math.max(box.y0, patch.y0);
        if (w > 0 && h > 0 && w * h >= most) {
          most = w * h;
          best = box;
        }
      }
    }
    return best;
  }
}
