import { type Raster, raster } from "./raster.js";

/** What paper is brought to. */
const PAPER = 250;

/**
 * The raster with uneven light evened out: each pixel over the brightness of the paper around it. Paper is the 80 % quantile of
 * each tile, smoothed over its neighbours; a tile darker than its surroundings (a photo, a filled head) takes theirs.
 */
export function flatten(source: Raster, tile: number): Raster {
  const across = Math.max(1, Math.ceil(source.width / tile));
  const down = Math.max(1, Math.ceil(source.height / tile));
  const paper = smooth(spread(papers(source, tile, across, down), across, down), across, down);
  const flat = raster(source.width, source.height);
  for (let y = 0; y < source.height; y++) {
    const fy = clamp((y + 0.5) / tile - 0.5, down - 1);
    const top = fy | 0;
    const bottom = Math.min(down - 1, top + 1);
    const wy = fy - top;
    for (let x = 0; x < source.width; x++) {
      const fx = clamp((x + 0.5) / tile - 0.5, across - 1);
      const left = fx | 0;
      const right = Math.min(across - 1, left + 1);
      const wx = fx - left;
      const upper = paper[top * across + left]! * (1 - wx) + paper[top * across + right]! * wx;
      const lower = paper[bottom * across + left]! * (1 - wx) + paper[bottom * across + right]! * wx;
      const value = (source.data[y * source.width + x]! * PAPER) / (upper * (1 - wy) + lower * wy);
      flat.data[y * source.width + x] = Math.min(value, 255);
    }
  }
  return flat;
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : Math.min(value, most);
}

function papers(source: Raster, tile: number, across: number, down: number): Float32Array {
  const paper = new Float32Array(across * down);
  const histogram = new Uint32Array(256);
  for (let ty = 0; ty < down; ty++) {
    for (let tx = 0; tx < across; tx++) {
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
      paper[ty * across + tx] = Math.max(40, level + 1);
    }
  }
  return paper;
}

/** A tile under ink takes the paper of its neighbours: the second brightest of the nine. */
function spread(paper: Float32Array, across: number, down: number): Float32Array {
  return overNeighbours(paper, across, down, (near) => {
    const sorted = [...near].sort((a, b) => b - a);
    return sorted[Math.min(1, sorted.length - 1)]!;
  });
}

function smooth(paper: Float32Array, across: number, down: number): Float32Array {
  return overNeighbours(paper, across, down, (near) => near.reduce((a, b) => a + b, 0) / near.length);
}

function overNeighbours(values: Float32Array, across: number, down: number, reduce: (near: number[]) => number): Float32Array {
  return values.map((_, index) => {
    const x = index % across;
    const y = (index - x) / across;
    const near: number[] = [];
    for (let ny = Math.max(0, y - 1); ny <= Math.min(down - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(across - 1, x + 1); nx++) near.push(values[ny * across + nx]!);
    }
    return reduce(near);
  });
}
