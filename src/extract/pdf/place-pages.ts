import { Fault } from "../../core/fault.js";
import type { PageRange } from "../../core/page-range.js";
import type { Turn } from "../tables/glyph.js";
import type { PlacedPage } from "../tables/placed.js";
import { placeInk } from "./ink/place-ink.js";
import { judgeText, type TextJudgement } from "./ink/trust-text.js";
import { turnMatrix } from "./ink/upright.js";
import { type Matrix, multiply } from "./matrix.js";
import type { OpenDocument, PageHandle } from "./pdfium/open-document.js";
import { inCircle, pageSpaceOf } from "./pdfium/page-space.js";
import type { Pdfium } from "./pdfium/pdfium.js";
import { walkPage } from "./pdfium/walk-page.js";
import { withAnnotations } from "./pdfium/with-annotations.js";

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

/** With fewer marks than this, a page without text says nothing: a letter drawn as an outline is one mark at least. */
const FEW_MARKS = 8;

/** The words and rulings of each page, or of those of `range`, in order. A page that fails to parse comes as its fault. */
export async function* placePages(
  document: OpenDocument,
  { from, to }: PageRange = { from: 1, to: Number.POSITIVE_INFINITY },
): AsyncGenerator<ReadPage | { readonly failed: number; readonly fault: Fault }> {
  const last = Math.min(to, await document.pageCount());
  for (let number = from; number <= last; number++) {
    try {
      yield await document.withPage(number, (pdfium, page) => placePage(pdfium, page, number, document.mayHideForms));
    } catch (error) {
      yield {
        failed: number,
        fault: error instanceof Fault ? error : new Fault("corrupt", `its reading failed: ${(error as Error).message}.`, { cause: error }),
      };
    }
  }
}

function placePage(pdfium: Pdfium, handle: PageHandle, number: number, mayHideForms: boolean): ReadPage {
  const page = withAnnotations(pdfium, handle);
  const { width, height, rotation, matrix } = pageSpaceOf(pdfium, page);
  const drawn = walkPage(pdfium, page, matrix, [0, 0, width, height], mayHideForms);
  const text = judgeText(drawn.glyphs);
  const placed = placeInk(drawn, { number, width, height, rotation }, text);
  const turn = inCircle(placed.rotation - rotation);
  return {
    page: placed,
    text,
    isBlank: drawn.glyphs.length + drawn.rulings.length + drawn.fills.length + drawn.pictures.length < FEW_MARKS,
    turn,
    matrix: multiply(turnMatrix(inCircle(-turn), width, height), matrix),
  };
}
