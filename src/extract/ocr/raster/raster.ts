/** Grey pixels, rows from the top: 0 is black ink, 255 is white paper. Coordinates are pixels from the top left. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The grey that paper is brought to once light is evened, and that stands around a line cut out. */
export const PAPER = 250;

/** A box of pixels: x0, y0 inclusive, x1, y1 exclusive. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A raster of that size in pixels, blank where no `data` are given. */
export function raster(width: number, height: number, data = new Uint8Array(width * height)): Raster {
  return { width, height, data };
}

/** The box around some boxes. */
export function bounds(boxes: readonly PixelBox[]): PixelBox {
  return {
    x0: Math.min(...boxes.map((p) => p.x0)),
    y0: Math.min(...boxes.map((p) => p.y0)),
    x1: Math.max(...boxes.map((p) => p.x1)),
    y1: Math.max(...boxes.map((p) => p.y1)),
  };
}
