import { baselineTurn } from "./baseline-turn.js";
import type { InkGlyph } from "./ink.js";
import { type Matrix, multiply } from "./matrix.js";
import type { GraphicsState } from "./walk-operators.js";

/** What is used of pdf.js's font object. */
export interface PdfFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly defaultVMetrics?: readonly number[];
  readonly isType3Font?: boolean;
  readonly bbox?: readonly number[];
}

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: readonly number[];
  readonly isSpace: boolean;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const INVISIBLE = 3;
const CLIP_ONLY = 7;
/** Above this a page is not read, it is an attack. */
const MOST_GLYPHS = 500_000;

/** Follows the text operators and collects glyphs. */
export class TextInk {
  readonly glyphs: InkGlyph[] = [];
  #matrix: Matrix = IDENTITY;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;

  begin(): void {
    this.setMatrix(IDENTITY);
  }

  setMatrix(matrix: ArrayLike<number>): void {
    this.#matrix = [matrix[0]!, matrix[1]!, matrix[2]!, matrix[3]!, matrix[4]!, matrix[5]!];
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }

  move(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  /** `glyphs` as pdf.js gives them: glyphs, and numbers that are adjustments in thousandths. Hidden text moves the pen all the same. */
  show(glyphs: readonly (ShownGlyph | number | null)[], state: GraphicsState, shown: boolean): void {
    const { font, fontSize } = state;
    if (!font || fontSize === 0 || !glyphs) return;
    const size = Math.abs(fontSize);
    const direction = Math.sign(fontSize);
    const matrix = multiply(state.ctm, this.#matrix);
    const along = state.horizontalScale * direction;
    const unit = size * (font.fontMatrix?.[0] || 0.001);
    // A font size below zero turns the glyphs round; both axes of the glyph flip.
    const [a, b, c, d, e, f] = matrix;
    const across = Math.hypot(a, b);
    const height = emHeight(font, size) * Math.hypot(c, d);
    const { turn, oblique } = baselineTurn(a * along, b * along);
    const stacked = font.vertical === true;
    const invisible = state.renderMode === INVISIBLE || state.renderMode === CLIP_ONLY;
    const { fill: colour, fillOpacity: opacity } = state;
    const [left, top, right, bottom] = state.clip;
    const visible = shown && height > 0 && this.glyphs.length < MOST_GLYPHS;
    let pen = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === "number") {
        pen += ((font.vertical ? 1 : -1) * glyph * size) / 1000;
        continue;
      }
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      let width = glyph.width * unit;
      let gx = this.#x;
      let gy = this.#y + state.rise;
      let advance = width;
      if (font.vertical) {
        const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, 500, 880];
        gx -= (glyph.vmetric ? metric[1]! : glyph.width * 0.5) * unit * state.horizontalScale;
        gy -= pen + metric[2]! * unit;
        advance = -metric[0]! * unit;
      } else {
        gx += pen * along;
        width *= Math.abs(state.horizontalScale);
      }
      if (visible) {
        const x = a * gx + c * gy + e;
        const y = b * gx + d * gy + f;
        const reach = width * across;
        // Judged at the glyph's middle: a cell's clip cuts off what runs over into its neighbour.
        const mx = x + (turn === 0 ? reach / 2 : turn === 180 ? -reach / 2 : 0);
        const my = y + (turn === 90 ? reach / 2 : turn === 270 ? -reach / 2 : 0) - (turn === 0 ? height * 0.35 : 0);
        if (mx >= left && mx <= right && my >= top && my <= bottom)
          this.glyphs.push({ text: glyph.unicode, x, y, advance: reach, size: height, turn, oblique, stacked, colour, opacity, invisible });
      }
      pen += font.vertical ? advance - spacing * direction : advance + spacing * direction;
    }
    if (font.vertical) this.#y -= pen;
    else this.#x += pen * along;
  }
}

/** The em in text space: a Type 3 font's own units may be anything, its box says how high its glyphs are. */
function emHeight(font: PdfFont, size: number): number {
  if (!font.isType3Font) return size;
  const scale = Math.abs(font.fontMatrix?.[3] || 0.001);
  const box = font.bbox && font.bbox[3]! > font.bbox[1]! ? font.bbox[3]! - font.bbox[1]! : 1000;
  return size * scale * box;
}
