import { type CellField, cellField, changedBy, overNeighbours } from "./cell-field.js";
import { PAPER, type Raster } from "./raster.js";

/**
 * The raster with uneven light evened out: each pixel over the brightness of the paper around it. Paper is the 80 % quantile of
 * each tile, smoothed over its neighbours; a tile darker than its surroundings (a photo, a filled head) takes theirs.
 */
export function flatten(source: Raster, tile: number): Raster {
  const paper = smooth(spread(papers(source, tile)));
  return changedBy(source, paper, (grey, bright) => (grey * PAPER) / bright);
}

function papers(source: Raster, tile: number): CellField {
  const histogram = new Uint32Array(256);
  return cellField(source, tile, (tx, ty) => {
    histogram.fill(0);
    let count = 0;
    for (let y = ty * tile; y < Math.min(source.height, (ty + 1) * tile); y += 2) {
      for (let x = tx * tile; x < Math.min(source.width, (tx + 1) * tile); x += 2) {
        histogram[source.data[y * source.width + x]!]!++;
        count++;
      }
    }
    let seen = 0;
    let level = 255;
    while (level > 1 && seen < count * 0.2) seen += histogram[level--]!;
    return Math.max(40, level + 1);
  });
}

/** A tile under ink takes the paper of its neighbours: the second brightest of the nine. */
function spread(paper: CellField): CellField {
  return overNeighbours(paper, (near) => {
    const sorted = [...near].sort((a, b) => b - a);
    return sorted[Math.min(1, sorted.length - 1)]!;
  });
}

function smooth(paper: CellField): CellField {
  return overNeighbours(paper, (near) => near.reduce((a, b) => a + b, 0) / near.length);
}
