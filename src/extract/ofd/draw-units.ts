import type { Box } from "../../core/evidence.js";
import { Fault } from "../../core/fault.js";
import type { Ink, InkGlyph } from "../pdf/ink/ink.js";
import { type Matrix, multiply, transformBox } from "../pdf/matrix.js";
import { baselineTurn } from "../pdf/pdfium/baseline-turn.js";
import { type Paint, PathInk } from "../pdf/pdfium/path-ink.js";
import { deltasOf } from "./deltas-of.js";
import { glyphWidth } from "./glyph-width.js";
import type { CompositeUnit, DrawParam, GraphicUnit, ImageUnit, PathUnit, TextCode, TextUnit, UnitPlace } from "./graphic-units.js";
import { pathData } from "./path-data.js";

/** A line's width where nothing gives one, millimetres (GB/T 33190-2016, 8.2). */
const LINE_WIDTH = 0.353;
/** Composites in composites, and draw parameters relative to others, go no deeper in any real file; a hostile one runs in a circle. */
const DEEPEST = 16;
/** Glyphs and objects of one page: above this a page is not read, it is an attack. */
const MOST_DRAWN = 500_000;

const WHITE = "#ffffff";

/** What units may refer to. */
export interface DrawSources {
  readonly drawParams: ReadonlyMap<string, DrawParam>;
  readonly composites: ReadonlyMap<string, readonly GraphicUnit[]>;
}

/** A picture on a page, in points, and its ID among the resources. */
export interface PlacedImage {
  readonly box: Box;
  readonly resource: string;
}

export interface OfdInk extends Ink {
  readonly images: readonly PlacedImage[];
}

/** A path as it is painted; `data` is the file's own. */
export interface Shape extends Paint {
  readonly data: string;
}

/**
 * What the units of a page draw. `start` maps the page's millimetres to points, `extent` is the page there; `shapes` takes each path. Faults:
 * `too-large`.
 */
export function drawUnits(
  units: readonly GraphicUnit[],
  start: Matrix,
  extent: readonly [number, number, number, number],
  from: DrawSources,
  shapes?: Shape[],
): OfdInk {
  const drawing = new Drawing(extent, from, shapes);
  drawing.draw(units, start, 0);
  const { glyphs, paths } = drawing;
  return { glyphs, rulings: paths.rulings, fills: paths.fills, pictures: paths.pictures, images: drawing.images };
}

class Drawing {
  readonly glyphs: InkGlyph[] = [];
  readonly images: PlacedImage[] = [];
  readonly paths = new PathInk();
  readonly #extent: readonly [number, number, number, number];
  readonly #from: DrawSources;
  readonly #shapes: Shape[] | undefined;
  #drawn = 0;

  constructor(extent: readonly [number, number, number, number], from: DrawSources, shapes: Shape[] | undefined) {
    this.#extent = extent;
    this.#from = from;
    this.#shapes = shapes;
  }

  draw(units: readonly GraphicUnit[], outer: Matrix, depth: number): void {
    for (const unit of units) {
      this.#spend(1);
      const matrix = matrixOf(unit, outer);
      if (unit.kind === "text") this.#text(unit, matrix);
      else if (unit.kind === "path") this.#path(unit, matrix);
      else if (unit.kind === "image") this.#image(unit, outer);
      else this.#composite(unit, matrix, depth);
    }
  }

  #image({ x, y, width, height, resource }: ImageUnit, outer: Matrix): void {
    const box = transformBox(outer, x, y, x + width, y + height);
    this.paths.pictures.push(box);
    this.images.push({ box, resource });
  }

  #composite(unit: CompositeUnit, matrix: Matrix, depth: number): void {
    if (depth < DEEPEST) this.draw(this.#from.composites.get(unit.resource) ?? [], matrix, depth + 1);
  }

  #path(unit: PathUnit, ctm: Matrix): void {
    if (unit.opacity === 0) return;
    const paint: Paint = {
      ctm,
      clip: this.#extent,
      fill: unit.fills ? (unit.fill ?? this.#inherited(unit, "fill") ?? "#000000") : undefined,
      stroke: unit.strokes ? (unit.stroke ?? this.#inherited(unit, "stroke") ?? "#000000") : undefined,
      fillOpacity: unit.opacity,
      lineWidth: unit.lineWidth ?? this.#inherited(unit, "lineWidth") ?? LINE_WIDTH,
    };
    this.paths.paint(pathData(unit.data), paint);
    if (!this.#isBarePaper(paint)) this.#shapes?.push({ data: unit.data, ...paint });
  }

  /** Whether nothing but white goes onto a page on which nothing stands yet: it is not seen, and would hide pictures, which are drawn below paths. */
  #isBarePaper({ fill, stroke }: Paint): boolean {
    return this.#shapes?.length === 0 && this.images.length === 0 && stroke === undefined && fill === WHITE;
  }

  #text(unit: TextUnit, matrix: Matrix): void {
    const [a, b, c, d] = matrix;
    const height = unit.size * Math.hypot(c, d);
    if (!(height > 0) || !Number.isFinite(height)) return;
    const turned = (unit.charDirection * Math.PI) / 180;
    const [dx, dy] = [Math.cos(turned), Math.sin(turned)];
    const look = {
      size: height,
      ...baselineTurn(a * dx + c * dy, b * dx + d * dy),
      colour: (unit.fills ? (unit.fill ?? this.#inherited(unit, "fill")) : (unit.stroke ?? this.#inherited(unit, "stroke"))) ?? "#000000",
      opacity: unit.opacity,
      invisible: unit.opacity === 0 || !(unit.fills || unit.strokes),
    };
    const em = unit.size * Math.hypot(a, b) * (unit.horizontalScale || 1);
    let [x, y] = [0, 0];
    for (const code of unit.codes) {
      // A code without a place begins where the one before began.
      x = code.x ?? x;
      y = code.y ?? y;
      for (const glyph of glyphsOf(code, unit, x, y)) {
        this.#spend(1);
        const gx = a * glyph.x + c * glyph.y + matrix[4];
        const gy = b * glyph.x + d * glyph.y + matrix[5];
        const [left, top, right, bottom] = this.#extent;
        if (gx >= left && gx <= right && gy >= top && gy - height <= bottom)
          this.glyphs.push({ text: glyph.text, x: gx, y: gy, advance: glyph.width * em, stacked: glyph.stacked, ...look });
      }
    }
  }

  #inherited<K extends "fill" | "stroke" | "lineWidth">(unit: TextUnit | PathUnit, key: K): DrawParam[K] {
    let param = this.#from.drawParams.get(unit.drawParam ?? "");
    for (let depth = 0; param && depth < DEEPEST; depth++) {
      if (param[key] !== undefined) return param[key];
      param = this.#from.drawParams.get(param.relative ?? "");
    }
    return undefined;
  }

  #spend(count: number): void {
    this.#drawn += count;
    if (this.#drawn > MOST_DRAWN) throw new Fault("too-large", `A page of the OFD draws more than ${MOST_DRAWN} objects.`);
  }
}

function matrixOf({ x, y, ctm }: UnitPlace, outer: Matrix): Matrix {
  const placed = multiply(outer, [1, 0, 0, 1, x, y]);
  return ctm ? multiply(placed, ctm) : placed;
}

interface PlacedGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In ems. */
  readonly width: number;
  readonly stacked: boolean;
}

/** Glyphs in the unit's space. Without steps the pen goes on by the width of each glyph. */
function* glyphsOf(code: TextCode, unit: TextUnit, startX: number, startY: number): Generator<PlacedGlyph> {
  const characters = [...code.text];
  const stepsX = deltasOf(code.deltaX, characters.length);
  const stepsY = deltasOf(code.deltaY, characters.length);
  const em = unit.size * (unit.horizontalScale || 1);
  const down = unit.readDirection === 90;
  const sum = (steps: readonly number[] | undefined): number => Math.abs((steps ?? []).reduce((all, step) => all + step, 0));
  const runsDown = stepsX || stepsY ? sum(stepsY) > sum(stepsX) : down;
  // Glyphs that stand one on another; turned ones run along their own baseline.
  const stacked = runsDown && unit.charDirection === 0;
  let [x, y] = [startX, startY];
  for (const [index, text] of characters.entries()) {
    const along = runsDown ? stepsY?.[index] : stepsX?.[index];
    const width = glyphWidth(text, stacked || along === undefined ? undefined : Math.abs(along) / em);
    yield { text, x, y, width, stacked };
    if (stepsX || stepsY) {
      x += stepsX?.[index] ?? 0;
      y += stepsY?.[index] ?? 0;
    } else if (runsDown) y += unit.size;
    else x += width * em;
  }
}
