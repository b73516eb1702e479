import type { Message } from "../../core/messages/messages.js";
import type { Warning } from "../../core/record.js";
import type { Recognise } from "../recognise.js";
import type { PlacedPage } from "../tables/placed.js";
import { mergeRecognised } from "./merge-recognised.js";
import type { PageDrawer } from "./pdfium/draw-page.js";
import { mayHavePictures, printedPictures } from "./pictures.js";
import type { ReadPage } from "./place-pages.js";

const BECAUSE = {
  "no-text": "the page has no text layer",
  "invisible-text": "its text layer is a recogniser's, of unknown quality",
  "unmapped-characters": "its fonts do not say which characters they show",
  "foreign-characters": "its fonts name other characters than they show",
  "improbable-characters": "its text is no Chinese that anyone writes",
} as const;

/** Has what the text layer does not give, or not credibly, read from the page's image. Gathers warnings. */
export class SecondReading {
  readonly warnings: Warning[] = [];
  readonly #drawer: PageDrawer;
  readonly #recognise: Recognise | undefined;
  readonly #hasPictures: boolean;

  constructor(bytes: Uint8Array, drawer: PageDrawer, recognise: Recognise | undefined) {
    this.#drawer = drawer;
    this.#recognise = recognise;
    this.#hasPictures = mayHavePictures(bytes);
  }

  /** The page, completed or replaced by what the recogniser reads; the page's own text where that gives nothing. */
  async read(read: ReadPage): Promise<PlacedPage> {
    const { page, text } = read;
    if (text.because === "no-text" && !this.#hasPictures && read.isBlank) return page;
    try {
      return text.trusted ? await this.#completed(read) : await this.#replaced(read);
    } catch (error) {
      this.#warn(page, `Page ${page.number} cannot be recognised: ${(error as Error).message}`);
      return page;
    }
  }

  /** A page that cannot be trusted, as a whole. */
  async #replaced({ page, text, turn }: ReadPage): Promise<PlacedPage> {
    const read = await this.#recognise?.(this.#image(page, turn));
    if (read && read.words.length > 0) return read;
    this.#warn(page, `Page ${page.number} was not recognised: ${BECAUSE[text.because ?? "no-text"]}.`);
    return page;
  }

  /** A page with good text, and pictures of text beside it. */
  async #completed({ page, turn, matrix }: ReadPage): Promise<PlacedPage> {
    if (!this.#hasPictures || !this.#recognise) return page;
    const pictures = await printedPictures(this.#drawer, page, turn, matrix);
    if (pictures.length === 0) return page;
    return mergeRecognised(page, await this.#recognise(this.#image(page, turn)), pictures);
  }

  #image({ number, width, height, rotation }: PlacedPage, turn: number): Parameters<Recognise>[0] {
    return { number, width, height, rotation, render: (dpi) => this.#drawer.draw(number, dpi, turn) };
  }

  #warn(page: PlacedPage, message: Message): void {
    this.warnings.push({ code: "page-unreadable", message, page: page.number });
  }
}
