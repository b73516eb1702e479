import type { Box } from "../../../core/evidence.js";
import type { Fill, InkRuling } from "../ink/ink.js";
import { type Matrix, transformBox } from "../matrix.js";

/** A path is a run of parts: the number of each, then its coordinates. */
export const MOVE = 0;
export const LINE = 1;
export const CUBIC = 2;
export const QUADRATIC = 3;
export const CLOSE = 4;
/** How many coordinates each part carries. */
const COORDINATES = [2, 2, 6, 4, 0] as const;

/** A filled rectangle up to this thick is a line, points; a thicker one is shading. */
const THICKEST_FILL = 3;
/** A stroke is a line up to this; thicker, it was used as a brush for shading. */
const THICKEST_STROKE = 6;
/** How far a line may lean and still be level: its rise over its run. */
const LEAN = 0.02;
/** By so much a line that is drawn along the edge of its clip may stand outside of it, points: single precision is no more exact. */
const SLACK = 0.001;
/** Above this, further lines or areas of a page are passed over: no page is read by so many. */
const MOST = 200_000;

/** How a path is painted. Colours are `#rrggbb` or `pattern`, undefined where the path is not filled (stroked). */
export interface Paint {
  /** From the path's space to points from the page's top left. */
  readonly ctm: Matrix;
  /** Bounding box of the clip, there. */
  readonly clip: Clip;
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly fillOpacity: number;
  readonly lineWidth: number;
}

/** Collects lines and areas from paths and pictures. */
export class PathInk {
  readonly rulings: InkRuling[] = [];
  readonly fills: Fill[] = [];
  readonly pictures: Box[] = [];

  paint(path: Float32Array, paint: Paint): void {
    if (this.rulings.length > MOST || this.fills.length > MOST) return;
    if (paint.stroke) this.#stroke(path, paint, paint.stroke);
    if (paint.fill && paint.fillOpacity > 0) this.#fill(path, paint, paint.fill);
  }

  /** A picture fills the unit square; one stretched thin is a line. */
  paintPicture(ctm: Matrix, clip: Clip): void {
    const box = clipped(transformBox(ctm, 0, 0, 1, 1), clip);
    if (!box) return;
    if (!this.#line(box, "#000000")) this.pictures.push(box);
  }

  #stroke(path: Float32Array, { ctm, clip, lineWidth }: Paint, colour: string): void {
    const thickness = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    if (thickness > THICKEST_STROKE) return;
    let startX = 0;
    let startY = 0;
    let x = 0;
    let y = 0;
    for (let i = 0; i < path.length; ) {
      const part = path[i]!;
      const count = COORDINATES[part] ?? 0;
      const nextX = count ? path[i + count - 1]! : startX;
      const nextY = count ? path[i + count]! : startY;
      if (part === MOVE) {
        startX = nextX;
        startY = nextY;
      } else if (part !== CUBIC && part !== QUADRATIC) this.#segment(ctm, x, y, nextX, nextY, thickness, clip, colour);
      x = nextX;
      y = nextY;
      i += count + 1;
    }
  }

  #segment(m: Matrix, x0: number, y0: number, x1: number, y1: number, thickness: number, clip: Clip, colour: string): void {
    const ax = m[0] * x0 + m[2] * y0 + m[4];
    const ay = m[1] * x0 + m[3] * y0 + m[5];
    const bx = m[0] * x1 + m[2] * y1 + m[4];
    const by = m[1] * x1 + m[3] * y1 + m[5];
    const run = Math.abs(bx - ax);
    const rise = Math.abs(by - ay);
    if (rise <= Math.max(LEAN * run, 0.01)) {
      const at = (ay + by) / 2;
      const from = Math.max(Math.min(ax, bx), clip[0]);
      const to = Math.min(Math.max(ax, bx), clip[2]);
      if (to >= from && at >= clip[1] - thickness && at <= clip[3] + thickness)
        this.rulings.push({ direction: "horizontal", at, from, to, thickness, colour });
    } else if (run <= LEAN * rise) {
      const at = (ax + bx) / 2;
      const from = Math.max(Math.min(ay, by), clip[1]);
      const to = Math.min(Math.max(ay, by), clip[3]);
      if (to >= from && at >= clip[0] - thickness && at <= clip[2] + thickness)
        this.rulings.push({ direction: "vertical", at, from, to, thickness, colour });
    }
  }

  /** Each part of a filled path by its bounding box; a box right inside the one before or after it makes a frame of the two. */
  #fill(path: Float32Array, { ctm, clip }: Paint, colour: string): void {
    let before: Box | undefined;
    eachPart(path, ctm, (part) => {
      const box = clipped(part, clip);
      if (!box || this.#line(box, colour)) return;
      const frame =
        before && (isFrame(before, box) ? ([before, box] as const) : isFrame(box, before) ? ([box, before] as const) : undefined);
      before = frame ? undefined : box;
      if (frame) {
        this.fills.pop();
        this.#frame(...frame, colour);
      } else this.fills.push({ box, colour });
    });
  }

  #frame(outer: Box, inner: Box, colour: string): void {
    this.#line([outer[0], outer[1], outer[2], inner[1]], colour);
    this.#line([outer[0], inner[3], outer[2], outer[3]], colour);
    this.#line([outer[0], outer[1], inner[0], outer[3]], colour);
    this.#line([inner[2], outer[1], outer[2], outer[3]], colour);
  }

  /** Takes a thin box for a line. A dot, of which dotted lines are made, counts in both directions. */
  #line(box: Box, colour: string): boolean {
    const [x0, y0, x1, y1] = box;
    const width = x1 - x0;
    const height = y1 - y0;
    if (Math.min(width, height) > THICKEST_FILL) return false;
    const dot = Math.max(width, height) <= THICKEST_FILL;
    if (width === 0 && height === 0) return true;
    if (dot || width >= height)
      this.rulings.push({ direction: "horizontal", at: (y0 + y1) / 2, from: x0, to: x1, thickness: height, colour });
    if (dot || height > width) this.rulings.push({ direction: "vertical", at: (x0 + x1) / 2, from: y0, to: y1, thickness: width, colour });
    return true;
  }
}

export type Clip = readonly [number, number, number, number];

function clipped(box: Box, clip: Clip): Box | undefined {
  const x0 = Math.max(box[0], clip[0]);
  const y0 = Math.max(box[1], clip[1]);
  const x1 = Math.min(box[2], clip[2]);
  const y1 = Math.min(box[3], clip[3]);
  return x1 >= x0 - SLACK && y1 >= y0 - SLACK ? [x0, y0, Math.max(x0, x1), Math.max(y0, y1)] : undefined;
}

/** Whether the second box is the hole of a border drawn as one shape. */
function isFrame(outer: Box, inner: Box): boolean {
  const gaps = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  return gaps.every((gap) => gap >= -0.01 && gap <= THICKEST_FILL) && gaps.some((gap) => gap > 0.05);
}

/** Hands over the bounding box of each part of a path, device space. */
function eachPart(path: Float32Array, matrix: Matrix, use: (box: Box) => void): void {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  let lines = 0;
  for (let i = 0; i < path.length; ) {
    const part = path[i]!;
    const count = COORDINATES[part] ?? 0;
    if (part === MOVE && lines > 0) {
      use(transformBox(matrix, x0, y0, x1, y1));
      x0 = y0 = Number.POSITIVE_INFINITY;
      x1 = y1 = Number.NEGATIVE_INFINITY;
      lines = 0;
    }
    if (part === MOVE) {
      x0 = x1 = path[i + 1]!;
      y0 = y1 = path[i + 2]!;
    } else {
      for (let k = 1; k < count; k += 2) {
        const x = path[i + k]!;
        const y = path[i + k + 1]!;
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
      }
      if (count > 0) lines++;
    }
    i += count + 1;
  }
  if (lines > 0) use(transformBox(matrix, x0, y0, x1, y1));
}
