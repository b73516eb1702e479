import { intersection } from "../../../core/evidence.js";
import type { Ink } from "../ink/ink.js";
import { lightness } from "../ink/overlays.js";
import { WHITE } from "../ink/visible-rulings.js";
import { type Matrix, multiply } from "../matrix.js";
import { pageTooLarge } from "../page-too-large.js";
import { type Group, inkAlone } from "./ink-alone.js";
import { ObjectReader } from "./object-reader.js";
import { type Clip, PathInk } from "./path-ink.js";
import { OBJECT, type Pdfium } from "./pdfium.js";
import { readGlyphs, type TextLook } from "./read-glyphs.js";

/** PDFium's numbers for text that does not show. */
const INVISIBLE = 3;
const CLIP_ONLY = 7;
const READ: ReadonlySet<number> = new Set(Object.values(OBJECT));

/** Deeper than any real page nests forms, more clips and marks than one object has, more objects than a page has that is no attack. */
const DEEPEST = 64;
const MOST_CLIPS = 64;
const MOST_MARKS = 64;
const MOST_OBJECTS = 500_000;

/** What a form, or the page, hands down to the objects in it. */
interface Surroundings {
  /** To points from the page's top left. */
  readonly ctm: Matrix;
  readonly clip: Clip;
  readonly opacity: number;
  /** The forms around, outermost first. */
  readonly forms: readonly number[];
}

/** The objects of the page or of a form. */
interface Holder {
  readonly count: number;
  readonly at: (index: number) => number;
}

/**
 * All that a page draws. `start` maps its space to points from its top left, rotation applied; `extent` is the page's box there. `mayHideForms`:
 * whether the file has any form or picture that belongs to an optional layer as a whole.
 */
export function walkPage(pdfium: Pdfium, page: number, start: Matrix, extent: Clip, mayHideForms: boolean): Ink {
  let walk = new Walk(pdfium, page, start, extent, mayHideForms);
  walk.run();
  if (walk.layers.size > 0) {
    // PDFium draws by the document's settings of its layers: one that leaves no ink is hidden (one of invisible ink is, too).
    const inks = inkAlone(pdfium, page, walk.layers);
    const hidden = new Set([...inks].filter(([, ink]) => ink === "none").map(([layer]) => layer));
    if (hidden.size > 0) {
      walk = new Walk(pdfium, page, start, extent, false, hidden);
      walk.run();
    }
  }
  return { glyphs: readGlyphs(pdfium, page, start, walk.texts), ...walk.inkOfPaths() };
}

class Walk {
  readonly #paths = new PathInk();
  /** How each text object is drawn; hidden ones are left out. */
  readonly texts = new Map<number, TextLook>();
  readonly layers = new Map<number, Group>();
  /** Which areas (by their numbers) are those of which white object. */
  readonly #whiteFills: { object: number; forms: readonly number[]; from: number; to: number }[] = [];
  readonly #pdfium: Pdfium;
  readonly #page: number;
  readonly #start: Matrix;
  readonly #extent: Clip;
  readonly #mayHideForms: boolean;
  readonly #hidden: ReadonlySet<number>;
  /** Marks that were looked at, and whether they name a layer. */
  readonly #marks = new Map<number, boolean>();
  #seen = 0;
  readonly #scratch: number;
  readonly #actualText: number;
  readonly #reader: ObjectReader;

  constructor(pdfium: Pdfium, page: number, start: Matrix, extent: Clip, mayHideForms: boolean, hidden: ReadonlySet<number> = new Set()) {
    this.#pdfium = pdfium;
    this.#page = page;
    this.#start = start;
    this.#extent = extent;
    this.#mayHideForms = mayHideForms;
    this.#hidden = hidden;
    this.#scratch = pdfium.pdfium.wasmExports.malloc(64);
    this.#actualText = this.#scratch + 32;
    this.#reader = new ObjectReader(pdfium, this.#scratch);
  }

  run(): void {
    const page = this.#page;
    const { wasmExports, HEAPU8 } = this.#pdfium.pdfium;
    HEAPU8.set(Buffer.from("ActualText\0"), this.#actualText);
    const holder = { count: this.#pdfium.FPDFPage_CountObjects(page), at: (i: number) => this.#pdfium.FPDFPage_GetObject(page, i) };
    this.#objects(holder, { ctm: this.#start, clip: this.#extent, opacity: 1, forms: [] });
    wasmExports.free(this.#scratch);
  }

  /**
   * PDFium calls the colour of shadings white. What lies behind a white ruling decides whether that shows, so on such pages areas that it calls
   * white are drawn to see.
   */
  inkOfPaths(): Omit<Ink, "glyphs"> {
    const { rulings, fills, pictures } = this.#paths;
    if (this.#whiteFills.length === 0 || !rulings.some(({ colour }) => lightness(colour) > WHITE)) return { rulings, fills, pictures };
    const inks = inkAlone(this.#pdfium, this.#page, new Map(this.#whiteFills.map(({ object, forms }) => [object, [{ object, forms }]])));
    const shaded = this.#whiteFills.filter(({ object }) => inks.get(object) === "coloured");
    const isShaded = (index: number): boolean => shaded.some(({ from, to }) => index >= from && index < to);
    return { rulings, fills: fills.map((fill, i) => (isShaded(i) ? { ...fill, colour: "pattern" } : fill)), pictures };
  }

  #objects({ count, at }: Holder, around: Surroundings): void {
    const clips = new Map<number, Clip>();
    this.#seen += count;
    if (this.#seen > MOST_OBJECTS) throw pageTooLarge(`it draws more than ${MOST_OBJECTS} objects.`);
    for (let i = 0; i < count; i++) {
      const object = at(i);
      const type = this.#pdfium.FPDFPageObj_GetType(object);
      if (!READ.has(type)) continue;
      if (this.#isHidden(object, type, around)) continue;
      const clip = this.#clipOf(object, around, clips);
      if (type === OBJECT.text) this.#text(object, clip, around);
      else if (type === OBJECT.path) this.#paintPath(object, clip, around);
      else if (type === OBJECT.image) this.#paths.paintPicture(multiply(around.ctm, this.#reader.matrixOf(object)), clip);
      else this.#form(object, clip, around);
    }
  }

  #form(form: number, clip: Clip, { ctm, opacity, forms }: Surroundings): void {
    if (forms.length >= DEEPEST || clip[0] > clip[2] || clip[1] > clip[3]) return;
    const holder = {
      count: this.#pdfium.FPDFFormObj_CountObjects(form),
      at: (i: number) => this.#pdfium.FPDFFormObj_GetObject(form, i),
    };
    this.#objects(holder, {
      ctm: multiply(ctm, this.#reader.matrixOf(form)),
      clip,
      opacity: opacity * this.#reader.fillOf(form).opacity,
      forms: [...forms, form],
    });
  }

  #text(object: number, clip: Clip, { ctm, opacity }: Surroundings): void {
    const mode = this.#pdfium.FPDFTextObj_GetTextRenderMode(object);
    const fill = this.#reader.fillOf(object);
    this.texts.set(object, {
      ctm,
      clip,
      colour: fill.colour,
      opacity: fill.opacity * opacity,
      invisible: mode === INVISIBLE || mode === CLIP_ONLY,
    });
  }

  #paintPath(object: number, clip: Clip, { ctm, forms }: Surroundings): void {
    const { FPDFPath_GetDrawMode, FPDFPath_CountSegments, FPDFPath_GetPathSegment, pdfium } = this.#pdfium;
    FPDFPath_GetDrawMode(object, this.#scratch, this.#scratch + 4);
    const fills = pdfium.HEAP32[this.#scratch >> 2] !== 0;
    const strokes = pdfium.HEAP32[(this.#scratch >> 2) + 1] !== 0;
    if (!fills && !strokes) return;
    const path = this.#reader.pathOf(FPDFPath_GetPathSegment(object, 0), FPDFPath_CountSegments(object));
    const fill = fills ? this.#reader.fillOf(object) : undefined;
    const from = this.#paths.fills.length;
    this.#paths.paint(path, {
      ctm: multiply(ctm, this.#reader.matrixOf(object)),
      clip,
      fill: fill?.colour,
      fillOpacity: fill?.opacity ?? 1,
      stroke: strokes ? this.#reader.strokeOf(object) : undefined,
      lineWidth: strokes ? this.#reader.lineWidthOf(object) : 0,
    });
    const to = this.#paths.fills.length;
    if (fill?.colour === "#ffffff" && to > from) this.#whiteFills.push({ object, forms, from, to });
  }

  #clipOf(object: number, { ctm, clip: around }: Surroundings, known: Map<number, Clip>): Clip {
    const { FPDFPageObj_GetClipPath, FPDFClipPath_CountPaths, FPDFClipPath_GetPathSegment, FPDFClipPath_CountPathSegments } = this.#pdfium;
    const path = FPDFPageObj_GetClipPath(object);
    const count = path ? Math.min(FPDFClipPath_CountPaths(path), MOST_CLIPS) : 0;
    let clip = around;
    for (let i = 0; i < count; i++) {
      const first = FPDFClipPath_GetPathSegment(path, i, 0);
      if (!first) continue;
      let box = known.get(first);
      if (!box) {
        box = this.#reader.boxOf(first, FPDFClipPath_CountPathSegments(path, i), ctm);
        // Objects that are clipped alike share the path.
        known.set(first, box);
      }
      clip = intersection(clip, box);
    }
    return clip;
  }

  /** Whether an object belongs to a layer that is not shown. Text that a mark would put in the place of what is drawn is taken off it. */
  #isHidden(object: number, type: number, { forms }: Surroundings): boolean {
    const { FPDFPageObj_CountMarks, FPDFPageObj_GetMark } = this.#pdfium;
    const count = FPDFPageObj_CountMarks(object);
    for (let i = 0; i < count && count <= MOST_MARKS; i++) {
      const mark = FPDFPageObj_GetMark(object, i);
      if (this.#hidden.has(mark)) return true;
      let isLayer = this.#marks.get(mark);
      if (isLayer === undefined) {
        isLayer = this.#isLayer(mark);
        this.#marks.set(mark, isLayer);
        this.#pdfium.FPDFPageObjMark_RemoveParam(object, mark, this.#actualText);
      }
      if (isLayer) this.#addToLayer(mark, object, forms);
    }
    if (type !== OBJECT.form) return false;
    if (this.#mayHideForms) this.#addToLayer(object, object, forms);
    return this.#hidden.has(object);
  }

  #isLayer(mark: number): boolean {
    const { FPDFPageObjMark_GetName, pdfium } = this.#pdfium;
    FPDFPageObjMark_GetName(mark, this.#scratch + 8, 24, this.#scratch);
    const start = this.#scratch + 8;
    // "OC" in UTF-16, and its end.
    return pdfium.HEAP32[this.#scratch >> 2] === 6 && pdfium.HEAPU8[start] === 0x4f && pdfium.HEAPU8[start + 2] === 0x43;
  }

  #addToLayer(layer: number, object: number, forms: readonly number[]): void {
    const objects = this.layers.get(layer) ?? [];
    this.layers.set(layer, objects);
    objects.push({ object, forms });
  }
}
