import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageInfo } from "../../core/extracted.js";
import { gatherWords } from "../tables/gather-words.js";
import type { PlacedPage } from "../tables/placed.js";
import { ruleLines } from "../tables/rule-lines.js";
import { usualSize } from "../tables/usual-size.js";
import type { Ink } from "./ink.js";
import type { Matrix } from "./matrix.js";
import { withoutOverlays } from "./overlays.js";
import type { PdfFont } from "./text-ink.js";
import { judgeText, type TextJudgement } from "./trust-text.js";
import { readingTurn, turnInk } from "./upright.js";
import { visibleRulings } from "./visible-rulings.js";
import { walkOperators } from "./walk-operators.js";

/** A page read from its own text layer, and whether that layer can be believed. */
export interface ReadPage {
  readonly page: PlacedPage;
  readonly text: TextJudgement;
}

/** After so many pages pdf.js's caches of fonts and pictures are emptied, which keeps memory flat. */
const CLEAN_EVERY = 25;

/** Each page's words and rulings, in order. A page that fails to parse comes as its error. */
export async function* placePages(
  document: PDFDocumentProxy,
): AsyncGenerator<ReadPage | { readonly failed: number; readonly error: Error }> {
  const layers = new Layers(document);
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      yield await placePage(page, layers);
      page.cleanup();
    } catch (error) {
      yield { failed: number, error: error as Error };
    }
    if (number % CLEAN_EVERY === 0) await document.cleanup();
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
  const turn = readingTurn(drawn.glyphs);
  const sideways = turn === 90 || turn === 270;
  const info: PageInfo = {
    number: page.pageNumber,
    width: sideways ? height : width,
    height: sideways ? width : height,
    // The page must be turned back by the turn of its text.
    rotation: ((((page.rotate - turn) % 360) + 360) % 360) as PageInfo["rotation"],
    textLayer: text.layer,
  };
  return { page: { ...info, ...placeInk(turnInk(drawn, turn, width, height), text) }, text };
}

function placeInk(ink: Ink, text: TextJudgement): Pick<PlacedPage, "words" | "rulings"> {
  const glyphs = withoutOverlays(text.layer === "native" ? ink.glyphs.filter((glyph) => !glyph.invisible) : ink.glyphs);
  const { horizontal, vertical } = ruleLines(visibleRulings(ink), usualSize(glyphs));
  return { words: gatherWords(glyphs, vertical), rulings: [...horizontal, ...vertical] };
}

/** Optional content (layers), asked for only where a page has some. */
class Layers {
  readonly #document: PDFDocumentProxy;

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  async rule(list: { fnArray: number[]; argsArray: unknown[] }): Promise<(group: unknown) => boolean> {
    const layered = list.argsArray.some((args) => Array.isArray(args) && args[0] === "OC");
    if (!layered) return () => true;
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
