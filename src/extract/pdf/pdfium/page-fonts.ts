import type { Pdfium } from "./pdfium.js";

/** Glyphs of a Type 3 font that are measured; how large the largest is at least, and the highest at most, where the font's size is the em. */
const MOST_MEASURED = 200;
const LEAST_INK = 0.1;
const MOST_INK = 2;

/** A font of a page's text. */
export interface Font {
  readonly handle: number;
  /** Height of the em, in units of the font size. */
  readonly emHeight: number;
  isVertical: boolean;
  /** By character, in ems. */
  readonly widths: Map<number, number>;
}

/** The fonts of a page's text, as they are met; what is measured of one is measured once. `scratch`: memory of PDFium's that results are written to. */
export class PageFonts {
  readonly #pdfium: Pdfium;
  readonly #text: number;
  readonly #count: number;
  readonly #scratch: number;
  readonly #fonts = new Map<number, Font>();

  constructor(pdfium: Pdfium, text: number, count: number, scratch: number) {
    this.#pdfium = pdfium;
    this.#text = text;
    this.#count = count;
    this.#scratch = scratch;
  }

  /** The font of a handle; `index`: its first character on the page, from which it is measured. */
  of(handle: number, index: number): Font {
    let font = this.#fonts.get(handle);
    if (!font) {
      font = { handle, emHeight: this.#emHeightOf(handle, index), isVertical: false, widths: new Map() };
      this.#fonts.set(handle, font);
    }
    return font;
  }

  /**
   * A Type 3 font's own units may be anything (only such a font has no name). Where its glyphs are of about the font's size, that is the em,
   * as it is in other fonts; else the highest is.
   */
  #emHeightOf(handle: number, index: number): number {
    if (!handle || this.#pdfium.FPDFFont_GetBaseFontName(handle, 0, 0) > 1) return 1;
    const { height, width } = this.#largestInk(handle, index);
    const largest = Math.max(height, width);
    return largest > LEAST_INK && height < MOST_INK ? 1 : largest || 1;
  }

  /** Of the glyphs of a font from `index` on, the greatest height and width, each in the size that its own text is set in. */
  #largestInk(handle: number, index: number): { height: number; width: number } {
    const { FPDFText_GetTextObject, FPDFTextObj_GetFont, FPDFTextObj_GetFontSize, FPDFText_GetCharBox, FPDFText_GetMatrix, pdfium } =
      this.#pdfium;
    const text = this.#text;
    const at = this.#scratch;
    const largest = { height: 0, width: 0 };
    for (let i = index; i < this.#count && i < index + MOST_MEASURED; i++) {
      const object = FPDFText_GetTextObject(text, i);
      if (!object || FPDFTextObj_GetFont(object) !== handle) continue;
      FPDFText_GetCharBox(text, i, at, at + 8, at + 16, at + 24);
      const [left, right, bottom, top] = pdfium.HEAPF64.slice(at >> 3, (at >> 3) + 4) as unknown as [number, number, number, number];
      FPDFText_GetMatrix(text, i, at);
      const [a, b, c, d] = pdfium.HEAPF32.subarray(at >> 2, (at >> 2) + 4) as unknown as [number, number, number, number];
      FPDFTextObj_GetFontSize(object, at + 32);
      const size = Math.abs(pdfium.HEAPF32[(at + 32) >> 2]!);
      if (size === 0) continue;
      const isUpright = Math.abs(d) >= Math.abs(c);
      largest.height = Math.max(largest.height, (isUpright ? top - bottom : right - left) / (size * Math.hypot(c, d)) || 0);
      largest.width = Math.max(largest.width, (isUpright ? right - left : top - bottom) / (size * Math.hypot(a, b)) || 0);
    }
    return largest;
  }

  /** How far a glyph reaches along its baseline, in ems, by what its font says of the character; 0 where it says nothing. */
  widthOf({ handle, widths }: Font, unicode: number): number {
    let width = widths.get(unicode);
    if (width === undefined) {
      const { FPDFFont_GetGlyphWidth, pdfium } = this.#pdfium;
      const told = handle && FPDFFont_GetGlyphWidth(handle, unicode, 1, this.#scratch);
      // Of vertical writing it is told how far down the next glyph stands.
      width = told ? Math.abs(pdfium.HEAPF32[this.#scratch >> 2]!) : 0;
      widths.set(unicode, width);
    }
    return width;
  }
}
