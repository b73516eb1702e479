import { type Keystone, leanAt } from "./keystone.js";
import { type PixelBox, type Raster, raster } from "./raster.js";

/** The raster turned clockwise by quarter turns. */
export function turn(source: Raster, degrees: 0 | 90 | 180 | 270): Raster {
  if (degrees === 0) return source;
  const { width, height, data } = source;
  if (degrees === 180) return raster(width, height, data.slice().reverse());
  const turned = raster(height, width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const target = degrees === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      turned.data[target] = data[y * width + x]!;
    }
  }
  return turned;
}

/**
 * The raster turned about its middle so that lines which fall by `angle` (radians, downwards to the right) lie level, and then, of a page that was photographed from aside, its
 * lines made level and upright each for itself. Same size; paper where nothing was. Bilinear.
 */
export function tilt(source: Raster, angle: number, lying?: Keystone): Raster {
  if (angle === 0 && !lying) return source;
  const { width, height, data } = source;
  const tilted = raster(width, height);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const cx = (width - 1) / 2;
  const cy = (height - 1) / 2;
  for (let y = 0; y < height; y++) {
    const fall = lying ? leanAt(lying.level, (y - cy) / height) : 0;
    for (let x = 0; x < width; x++) {
      const lean = lying ? leanAt(lying.upright, (x - cx) / width) : 0;
      const dx = x - cx + (y - cy) * lean;
      const dy = y - cy + (x - cx) * fall;
      const sx = cx + dx * cos - dy * sin;
      const sy = cy + dx * sin + dy * cos;
      const left = Math.floor(sx);
      const top = Math.floor(sy);
      const index = y * width + x;
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
        tilted.data[index] = 255;
        continue;
      }
      const wx = sx - left;
      const wy = sy - top;
      const at = top * width + left;
      const upper = data[at]! + (data[at + 1]! - data[at]!) * wx;
      const lower = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * wx;
      tilted.data[index] = upper + (lower - upper) * wy;
    }
  }
  return tilted;
}

/** Where a box of a raster of this size lies once it is tilted: as large, about its own middle. */
export function tiltedBox({ x0, y0, x1, y1 }: PixelBox, { width, height }: Raster, angle: number, lying?: Keystone): PixelBox {
  const [dx, dy] = [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2];
  const [ax, ay] = [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)];
  const right = ax - dx - (lying ? ay * leanAt(lying.upright, ax / width) : 0);
  const down = ay - dy - (lying ? ax * leanAt(lying.level, ay / height) : 0);
  return { x0: x0 + right, y0: y0 + down, x1: x1 + right, y1: y1 + down };
}

/** Where a box lies once a raster of this size is turned clockwise. */
export function turnedBox({ x0, y0, x1, y1 }: PixelBox, { width, height }: Raster, degrees: 90 | 180): PixelBox {
  if (degrees === 180) return { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 };
  return { x0: height - y1, y0: x0, x1: height - y0, y1: x1 };
}
