import { Fault } from "../../../core/fault.js";
import type { InkGlyph } from "../ink/ink.js";
import { type Matrix, matrixAt, multiply } from "../matrix.js";
import { pageTooLarge } from "../page-too-large.js";
import { baselineTurn } from "./baseline-turn.js";
import { type Font, PageFonts } from "./page-fonts.js";
import type { Clip } from "./path-ink.js";
import type { Pdfium } from "./pdfium.js";
import { pictureGlyph } from "./picture-glyph.js";

/** How a text object is drawn, as far as the page's text does not say. */
export interface TextLook {
  /** From the space of the form around it to points from the page's top left. */
  readonly ctm: Matrix;
  readonly clip: Clip;
  /** `#rrggbb` or `pattern`. */
  readonly colour: string;
  readonly opacity: number;
  readonly invisible: boolean;
}

/** A page with more is an attack. */
const MOST_GLYPHS = 500_000;
const KATAKANA_DOT = 0x30fb;
/** What is the same for all glyphs of a text object. */
interface Run {
  readonly look: TextLook;
  /** How far it was moved, in points from the page's top left. */
  readonly awayX: number;
  readonly awayY: number;
  readonly font: Font;
  /** Upright in the page's own space: PDFium's boxes tell how far such glyphs reach, and of others only their font does. */
  readonly isLevel: boolean;
  readonly em: number;
  readonly scale: number;
  readonly shape: Pick<InkGlyph, "size" | "turn" | "oblique">;
}

/**
 * PDFium takes text for drawn twice where one of the five texts before it says the same within an eighth of their length, so that of equal lines
 * below each other one is left. Texts that it left out are read again from places this far apart, in as many steps as none of them meet.
 */
const APART = 4096;
const STEPS = 7;

/** The glyphs of the page's text objects, of those in `looks`. `start` maps the page's space to points from its top left. */
export function readGlyphs(pdfium: Pdfium, page: number, start: Matrix, looks: ReadonlyMap<number, TextLook>): InkGlyph[] {
  if (looks.size === 0) return [];
  const { glyphs, seen } = readTexts(pdfium, page, start, looks);
  const missing = [...looks].filter(([object]) => !seen.has(object));
  if (missing.length === 0) return glyphs;
  const away = new Map(missing.map(([object, look], i) => [object, { ...look, away: (1 + (i % STEPS)) * APART }]));
  for (const [object, look] of away) pdfium.FPDFPageObj_Transform(object, 1, 0, 0, 1, 0, look.away);
  try {
    return [...glyphs, ...readTexts(pdfium, page, start, away).glyphs];
  } finally {
    for (const [object, look] of away) pdfium.FPDFPageObj_Transform(object, 1, 0, 0, 1, 0, -look.away);
  }
}

/** A text object, and how far up it was moved in its form. */
type MovedLook = TextLook & { readonly away?: number };

function readTexts(
  pdfium: Pdfium,
  page: number,
  start: Matrix,
  looks: ReadonlyMap<number, MovedLook>,
): { glyphs: InkGlyph[]; seen: ReadonlySet<number> } {
  const text = pdfium.FPDFText_LoadPage(page);
  if (!text) throw new Fault("corrupt", "its text cannot be read.");
  const scratch = pdfium.pdfium.wasmExports.malloc(64);
  try {
    const reader = new GlyphReader(pdfium, text, start, looks, scratch);
    return { glyphs: reader.read(), seen: reader.seen };
  } finally {
    pdfium.pdfium.wasmExports.free(scratch);
    pdfium.FPDFText_ClosePage(text);
  }
}

class GlyphReader {
  /** The text objects that were met. */
  readonly seen = new Set<number>();
  readonly #pdfium: Pdfium;
  readonly #text: number;
  readonly #start: Matrix;
  readonly #looks: ReadonlyMap<number, MovedLook>;
  readonly #scratch: number;
  readonly #count: number;
  readonly #fonts: PageFonts;

  constructor(pdfium: Pdfium, text: number, start: Matrix, looks: ReadonlyMap<number, MovedLook>, scratch: number) {
    this.#pdfium = pdfium;
    this.#text = text;
    this.#start = start;
    this.#looks = looks;
    this.#scratch = scratch;
    this.#count = pdfium.FPDFText_CountChars(text);
    if (this.#count > MOST_GLYPHS) throw pageTooLarge(`it has more than ${MOST_GLYPHS} characters.`);
    this.#fonts = new PageFonts(pdfium, text, this.#count, scratch);
  }

  read(): InkGlyph[] {
    const { FPDFText_IsGenerated, FPDFText_GetTextObject, FPDFText_GetUnicode, FPDFText_GetCharOrigin, FPDFText_GetLooseCharBox, pdfium } =
      this.#pdfium;
    const text = this.#text;
    const scratch = this.#scratch;
    const [a, b, c, d, e, f] = this.#start;
    const glyphs: InkGlyph[] = [];
    const count = this.#count;
    let object = 0;
    let run: Run | undefined;
    let beforeX = Number.NaN;
    let beforeY = Number.NaN;
    let lastGlyph: { text: string } | undefined;
    for (let i = 0; i < count; i++) {
      if (FPDFText_IsGenerated(text, i) !== 0) continue;
      const owner = FPDFText_GetTextObject(text, i);
      if (owner !== object) {
        object = owner;
        this.seen.add(owner);
        run = this.#runOf(i, owner);
        beforeX = Number.NaN;
      }
      if (!run) continue;
      FPDFText_GetCharOrigin(text, i, scratch, scratch + 8);
      const originX = pdfium.HEAPF64[scratch >> 3]!;
      const originY = pdfium.HEAPF64[(scratch >> 3) + 1]!;
      const code = FPDFText_GetUnicode(text, i);
      const shown = pictureGlyph(this.#pdfium, run.font.handle, code) ?? this.#characterOf(code, i);
      // A glyph that stands for several characters: they come one by one.
      if (originX === beforeX && originY === beforeY) {
        if (lastGlyph) lastGlyph.text += shown;
        continue;
      }
      beforeX = originX;
      beforeY = originY;
      lastGlyph = undefined;
      FPDFText_GetLooseCharBox(text, i, scratch);
      const box = scratch >> 2;
      const right = pdfium.HEAPF32[box + 2]!;
      const { look, shape, isLevel } = run;
      const { size, turn, oblique } = shape;
      const stacked = run.font.isVertical;
      const told = this.#fonts.widthOf(run.font, code) * run.em * run.scale;
      const reach = isLevel && !stacked ? right - originX : told || size;
      // The box takes in ink that stands out beyond the advance.
      const advance = told > 0 && reach - told > 0.001 * size && this.#endsWithInk(i, right) ? told : reach;
      const x = a * originX + c * originY + e - run.awayX;
      const y = b * originX + d * originY + f - run.awayY;
      // Judged at the glyph's middle: a cell's clip cuts off what runs over into its neighbour.
      const mx = x + (turn === 0 ? advance / 2 : turn === 180 ? -advance / 2 : 0);
      const my = y + (turn === 90 ? advance / 2 : turn === 270 ? -advance / 2 : 0) - (turn === 0 ? size * 0.35 : 0);
      const { clip, colour, opacity, invisible } = look;
      if (mx < clip[0] || mx > clip[2] || my < clip[1] || my > clip[3]) continue;
      const glyph = { text: shown, x, y, advance, size, turn, oblique, stacked, colour, opacity, invisible };
      glyphs.push(glyph);
      lastGlyph = glyph;
    }
    return glyphs;
  }

  #endsWithInk(index: number, right: number): boolean {
    const { FPDFText_GetCharBox, pdfium } = this.#pdfium;
    const at = this.#scratch + 24;
    FPDFText_GetCharBox(this.#text, index, at, at + 8, at + 16, at + 24);
    return Math.abs(pdfium.HEAPF64[(at >> 3) + 1]! - right) < 0.001;
  }

  #characterOf(code: number, index: number): string {
    // Where the font does not say, PDFium takes the glyph's own number for the character.
    if (this.#pdfium.FPDFText_HasUnicodeMapError(this.#text, index) === 1) return "\ufffd";
    // A hyphen at the end of a line has a number of PDFium's own.
    if (code === 2 && this.#pdfium.FPDFText_IsHyphen(this.#text, index) === 1) return "-";
    // The fonts of printers have one middle dot, and some writers ask for it by the Japanese one's number.
    if (code === KATAKANA_DOT) return "·";
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  }

  #runOf(index: number, object: number): Run | undefined {
    const look = this.#looks.get(object);
    if (!look) return undefined;
    const { FPDFText_GetMatrix, FPDFTextObj_GetFont, FPDFTextObj_GetFontSize, pdfium } = this.#pdfium;
    FPDFText_GetMatrix(this.#text, index, this.#scratch);
    FPDFTextObj_GetFontSize(object, this.#scratch + 24);
    const at = this.#scratch >> 2;
    const own = matrixAt(pdfium.HEAPF32, at);
    const fontSize = pdfium.HEAPF32[at + 6]!;
    const direction = Math.sign(fontSize);
    const [ownA, ownB, ownC] = own;
    const [a, b, c, d] = multiply(this.#start, own);
    const font = this.#fonts.of(FPDFTextObj_GetFont(object), index);
    const size = Math.abs(fontSize) * font.emHeight * Math.hypot(c, d);
    if (!(size > 0) || !Number.isFinite(size)) return undefined;
    const isLevel = ownA * direction > 0 && Math.abs(ownB) + Math.abs(ownC) < 0.001 * Math.abs(ownA);
    font.isVertical ||= this.#runsDown(index, object, own);
    const { ctm, away = 0 } = look;
    return {
      look,
      awayX: ctm[2] * away,
      awayY: ctm[3] * away,
      font,
      isLevel,
      em: Math.abs(fontSize),
      scale: Math.hypot(a, b),
      shape: { size, ...baselineTurn(a * direction, b * direction) },
    };
  }

  /** Whether the second glyph of a text object stands below the first: PDFium does not name the writing mode of a font. */
  #runsDown(index: number, object: number, [a, b, c, d]: Matrix): boolean {
    const { FPDFText_GetTextObject, FPDFText_IsGenerated, FPDFText_GetCharOrigin, pdfium } = this.#pdfium;
    const text = this.#text;
    const next = index + 1;
    if (next >= this.#count || FPDFText_GetTextObject(text, next) !== object || FPDFText_IsGenerated(text, next) !== 0) return false;
    const at = this.#scratch;
    FPDFText_GetCharOrigin(text, index, at, at + 8);
    FPDFText_GetCharOrigin(text, next, at + 16, at + 24);
    const place = pdfium.HEAPF64;
    const x = place[(at >> 3) + 2]! - place[at >> 3]!;
    const y = place[(at >> 3) + 3]! - place[(at >> 3) + 1]!;
    return Math.abs(x * c + y * d) * Math.hypot(a, b) > Math.abs(x * a + y * b) * Math.hypot(c, d);
  }
}
