import type { Box } from "../../core/evidence.js";
import type { Fill, InkRuling } from "./ink.js";
import { type Matrix, transformBox } from "./matrix.js";
import { OPS } from "./operators.js";
import type { GraphicsState } from "./walk-operators.js";

/** pdf.js's numbering of a path's parts, and how many coordinates each carries. */
const MOVE = 0;
const CUBIC = 2;
const QUADRATIC = 3;
const COORDINATES = [2, 2, 6, 4, 0] as const;

const BOTH = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke];
const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke, ...BOTH]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill, ...BOTH]);

/** A filled rectangle up to this thick is a line, points; a thicker one is shading. */
const THICKEST_FILL = 3;
/** A stroke is a line up to this; thicker, it was used as a brush for shading. */
const THICKEST_STROKE = 6;
/** How far a line may lean and still be level: its rise over its run. */
const LEAN = 0.02;
/** Above this, further lines or areas of a page are passed over: no page is read by so many. */
const MOST = 200_000;

/** How a path is painted; of the graphics state, what matters here. */
export type Paint = Pick<GraphicsState, "ctm" | "clip" | "fill" | "stroke" | "fillOpacity" | "lineWidth">;

/** Follows the path operators and collects lines and areas. */
export class PathInk {
  readonly rulings: InkRuling[] = [];
  readonly fills: Fill[] = [];
  readonly pictures: Box[] = [];

  paint(operator: number, path: Float32Array | null, bounds: ArrayLike<number> | null, state: Paint): void {
    if (!path || !bounds || this.rulings.length > MOST || this.fills.length > MOST) return;
    if (STROKES.has(operator) && state.stroke !== "none") this.#stroke(path, state);
    if (FILLS.has(operator) && state.fill !== "none" && state.fillOpacity > 0) this.#fill(path, state);
  }

  /** A picture fills the unit square; one stretched thin is a line. */
  paintPicture(state: Paint): void {
    const box = clipped(transformBox(state.ctm, 0, 0, 1, 1), state.clip);
    if (!box) return;
    if (!this.#line(box, "#000000")) this.pictures.push(box);
  }

  #stroke(path: Float32Array, state: Paint): void {
    const { ctm, clip } = state;
    const thickness = state.lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
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
      } else if (part !== CUBIC && part !== QUADRATIC) this.#segment(ctm, x, y, nextX, nextY, thickness, clip, state.stroke);
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
  #fill(path: Float32Array, state: Paint): void {
    let before: Box | undefined;
    for (const part of partsOf(path, state.ctm)) {
      const box = clipped(part, state.clip);
      if (!box) continue;
      if (this.#line(box, state.fill)) continue;
      const frame =
        before && (isFrame(before, box) ? ([before, box] as const) : isFrame(box, before) ? ([box, before] as const) : undefined);
      before = frame ? undefined : box;
      if (frame) {
        this.fills.pop();
        this.#frame(...frame, state.fill);
      } else this.fills.push({ box, colour: state.fill });
    }
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

type Clip = readonly [number, number, number, number];

function clipped(box: Box, clip: Clip): Box | undefined {
  const x0 = Math.max(box[0], clip[0]);
  const y0 = Math.max(box[1], clip[1]);
  const x1 = Math.min(box[2], clip[2]);
  const y1 = Math.min(box[3], clip[3]);
  return x1 >= x0 && y1 >= y0 ? [x0, y0, x1, y1] : undefined;
}

/** Whether the second box is the hole of a border drawn as one shape. */
function isFrame(outer: Box, inner: Box): boolean {
  const gaps = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  return gaps.every((gap) => gap >= -0.01 && gap <= THICKEST_FILL) && gaps.some((gap) => gap > 0.05);
}

/** The bounding boxes of a path's parts, device space. */
function* partsOf(path: Float32Array, matrix: Matrix): Generator<Box> {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  let lines = 0;
  for (let i = 0; i < path.length; ) {
    const part = path[i]!;
    const count = COORDINATES[part] ?? 0;
    if (part === MOVE && lines > 0) {
      yield transformBox(matrix, x0, y0, x1, y1);
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
  if (lines > 0) yield transformBox(matrix, x0, y0, x1, y1);
}
