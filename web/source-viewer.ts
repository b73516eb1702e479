import type { Evidence } from "../src/core/evidence.js";
import type { PageSize, Record as ReportRecord } from "../src/core/record.js";
import { askPage } from "./api.js";
import { element, told } from "./element.js";
import { placeBox } from "./place-box.js";
import { problemText } from "./shell.js";
import { sourceText } from "./source-text.js";
import type { Words } from "./words.js";

const DPI = 144;
/** Pictures of pages that are kept: one takes some megabytes. */
const MOST_DRAWN = 8;
const POINTS_PER_INCH = 72;

/** Shows places of a document: its page with boxes drawn over it, or, where there is no picture of a page, the table or the text. */
export class SourceViewer {
  readonly element: HTMLElement;
  readonly #record: ReportRecord;
  readonly #words: Words;
  readonly #frame = element("div", { class: "frame", tabindex: 0 });
  readonly #status = element("p", { class: "about", role: "status" });
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  /** The latest that was asked for: an answer that comes after it is not shown. */
  #asked = 0;
  #page = 0;
  #evidence: readonly Evidence[] = [];
  readonly #drawn = new Map<number, Promise<ImageBitmap | null>>();

  constructor(record: ReportRecord, words: Words) {
    this.#record = record;
    this.#words = words;
    const button = (text: string, act: () => void) => element("button", { type: "button", click: act }, text);
    this.#previous = button(words.viewer.previous, () => void this.#turn(-1));
    this.#next = button(words.viewer.next, () => void this.#turn(1));
    const size = button(words.viewer.larger, () => {
      const isLarge = this.#frame.classList.toggle("large");
      size.textContent = isLarge ? words.viewer.smaller : words.viewer.larger;
      this.#center();
    });
    const hasPages = (record.source.pageCount ?? 0) > 0;
    this.#status.textContent = words.viewer.choose;
    this.#frame.setAttribute("role", "region");
    this.#frame.setAttribute("aria-label", words.sections.page);
    this.element = element(
      "aside",
      { class: "source", "aria-labelledby": "source-title" },
      element("h2", { id: "source-title" }, words.sections.page),
      hasPages && element("p", { class: "turn" }, this.#previous, this.#next, size),
      this.#status,
      this.#frame,
    );
    this.#enable();
  }

  /** Shows where `evidence` stands, scrolled to the one at `focus`. */
  show(evidence: readonly Evidence[], focus = 0): void {
    const chosen = evidence[focus];
    if (chosen === undefined) return;
    this.#evidence = [chosen, ...evidence.filter((one) => one !== chosen)];
    if (chosen.page === undefined) this.#showText(chosen);
    else void this.#showPage(chosen.page);
  }

  /** Shows a page of the document, without a mark where nothing was chosen. Returns at once where it has none. */
  showFirstPage(): void {
    if ((this.#record.source.pageCount ?? 0) > 0) void this.#showPage(1);
  }

  #turn(by: number): Promise<void> {
    return this.#showPage(this.#page + by);
  }

  #enable(): void {
    this.#previous.disabled = this.#page <= 1;
    this.#next.disabled = this.#page >= (this.#record.source.pageCount ?? 0);
  }

  async #showPage(page: number): Promise<void> {
    const asked = ++this.#asked;
    this.#page = page;
    this.#enable();
    this.#status.textContent = this.#words.loading;
    try {
      const picture = await this.#draw(page);
      if (asked !== this.#asked) return;
      if (picture === null) this.#showText(this.#evidence.find((one) => one.page === page) ?? {}, this.#words.viewer.noPicture);
      else this.#showPicture(page, picture);
    } catch (error) {
      this.#drawn.delete(page);
      if (asked === this.#asked) this.#status.replaceChildren(problemText(error, this.#words));
    }
  }

  #draw(page: number): Promise<ImageBitmap | null> {
    const { sha256, pages } = this.#record.source;
    const drawn = this.#drawn.get(page) ?? askPage(sha256, page, pages?.find((one) => one.page === page)?.rotation, DPI);
    this.#drawn.delete(page);
    this.#drawn.set(page, drawn);
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > MOST_DRAWN) this.#drawn.delete(oldest!);
    return drawn;
  }

  #showPicture(page: number, picture: ImageBitmap): void {
    const canvas = element("canvas", {
      width: picture.width,
      height: picture.height,
      role: "img",
      "aria-label": this.#words.picture(page),
    });
    canvas.getContext("2d")!.drawImage(picture, 0, 0);
    const size = this.#sizeOf(page, picture);
    const boxes = this.#evidence.flatMap((one, index) => (one.page === page && one.bbox ? [boxOver(one, size, index === 0)] : []));
    this.#status.textContent = this.#words.pageNumber(page, this.#record.source.pageCount ?? page);
    this.#frame.replaceChildren(element("div", { class: "page" }, canvas, boxes));
    this.#center();
  }

  /** Records of earlier versions don't tell the size of their pages; then it is that of the picture. */
  #sizeOf(page: number, { width, height }: ImageBitmap): Pick<PageSize, "width" | "height"> {
    const points = (pixels: number) => (pixels * POINTS_PER_INCH) / DPI;
    return this.#record.source.pages?.find((one) => one.page === page) ?? { width: points(width), height: points(height) };
  }

  #showText(chosen: Evidence, note = ""): void {
    this.#asked++;
    this.#status.replaceChildren(told([note, this.#words.place(chosen)].filter((text) => text !== "").join(" ")));
    this.#frame.replaceChildren(...sourceText(this.#record, chosen, this.#evidence));
    this.#center();
  }

  /** Scrolls the frame, and nothing around it, to what was chosen, once both are laid out: what is shown first is not yet in the page. */
  #center(): void {
    requestAnimationFrame(() => {
      const chosen = this.#frame.querySelector(".chosen");
      if (chosen === null) return;
      const [inner, outer] = [chosen.getBoundingClientRect(), this.#frame.getBoundingClientRect()];
      this.#frame.scrollBy({
        left: inner.left + inner.width / 2 - outer.left - outer.width / 2,
        top: inner.top + inner.height / 2 - outer.top - outer.height / 2,
      });
    });
  }
}

function boxOver({ bbox, quote = "" }: Evidence, size: Pick<PageSize, "width" | "height">, isChosen: boolean): HTMLElement {
  const box = element("span", { class: isChosen ? "box chosen" : "box", title: quote });
  // Set by script: the policy allows no style that stands in markup.
  for (const [side, percent] of Object.entries(placeBox(bbox!, size))) box.style.setProperty(side, `${percent}%`);
  return box;
}
