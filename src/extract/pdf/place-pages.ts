import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageInfo } from "../../core/extracted.js";
import type { PageRange } from "../../core/page-range.js";
import type { Turn } from "../tables/glyph.js";
import type { PlacedPage } from "../tables/placed.js";
import { type Matrix, multiply } from "./matrix.js";
import type { OpenDocument } from "./open-document.js";
import { OPS } from "./operators.js";
import { placeInk } from "./place-ink.js";
import type { PdfFont } from "./text-ink.js";
import { judgeText, type TextJudgement } from "./trust-text.js";
import { turnMatrix } from "./upright.js";
import { walkOperators } from "./walk-operators.js";

/** A page read from its own text layer, and whether that layer can be believed. */
export interface ReadPage {
  readonly page: PlacedPage;
  readonly text: TextJudgement;
  /** Nothing at all is drawn on it, as far as pictures can be left out of the question. */
  readonly isBlank: boolean;
  /** Degrees clockwise by which the page must be turned, beyond its own rotation, for its text to run from left to right. */
  readonly turn: Turn;
  /** From the page's own space to that of `page`. */
  readonly matrix: Matrix;
}

/**
 * After so many pages, and so many new fonts and pictures, pdf.js's caches of them are emptied, which keeps memory flat. Emptied sooner, they are
 * only filled again: a character map of Chinese costs as much as several pages.
 */
const CLEAN_EVERY = 25;
const MANY_KEPT = 50;

/** With fewer marks than this, a page without text says nothing: a letter drawn as an outline is one mark at least. */
const FEW_MARKS = 8;

/** The words and rulings of each page, or of those of `range`, in order. A page that fails to parse comes as its error. */
export async function* placePages(
  { document, kept }: OpenDocument,
  { from, to }: PageRange = { from: 1, to: document.numPages },
): AsyncGenerator<ReadPage | { readonly failed: number; readonly error: Error }> {
  const layers = new Layers(document);
  let cleaned = { page: from - 1, kept: 0 };
  for (let number = from; number <= Math.min(to, document.numPages); number++) {
    try {
      const page = await document.getPage(number);
      yield await placePage(page, layers);
      page.cleanup();
    } catch (error) {
      yield { failed: number, error: error as Error };
    }
    if (number - cleaned.page >= CLEAN_EVERY && kept() - cleaned.kept >= MANY_KEPT) {
      await document.cleanup();
      cleaned = { page: number, kept: kept() };
    }
  }
}

async function placePage(page: PDFPageProxy, layers: Layers): Promise<ReadPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const list = await page.getOperatorList();
  const isShown = await layers.rule(list);
  const drawn = walkOperators(list, viewport.transform as unknown as Matrix, [0, 0, width, height], {
    font: (name) => (page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfFont) : undefined),
    isShown,
  });
  const text = judgeText(drawn.glyphs);
  const info = { number: page.pageNumber, width, height, rotation: page.rotate as PageInfo["rotation"] };
  const placed = placeInk(drawn, info, text);
  const turn = ((placed.rotation - info.rotation + 360) % 360) as Turn;
  return {
    page: placed,
    text,
    isBlank: drawn.glyphs.length + drawn.rulings.length + drawn.fills.length + drawn.pictures.length < FEW_MARKS,
    turn,
    matrix: multiply(turnMatrix(((360 - turn) % 360) as Turn, width, height), viewport.transform),
  };
}

/** Optional content (layers), asked for only where a page has some. */
class Layers {
  readonly #document: PDFDocumentProxy;

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  async rule({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }): Promise<(group: unknown) => boolean> {
    const isLayer = (args: unknown): boolean => Array.isArray(args) && args[0] === "OC";
    if (!fnArray.includes(OPS.beginMarkedContentProps) || !argsArray.some(isLayer)) return () => true;
    const config = await this.#document.getOptionalContentConfig();
    return (group) => {
      try {
        return config.isVisible(group as never) !== false;
      } catch {
        return true;
      }
    };
  }
}
