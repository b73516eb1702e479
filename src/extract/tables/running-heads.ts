import type { PlacedPage, Word } from "./placed.js";
import { lineText, type TextLine, textLines } from "./text-lines.js";
import { usualSize } from "./usual-size.js";

/** Share of the longer side of the paper, however it is turned, above and below which a running head or foot stands. */
const MARGIN = 0.085;
/** Parts of the page's height in which a page number stands; and the rim, where nothing else does. */
const NUMBER_HEAD = 0.12;
const NUMBER_FOOT = 0.87;
const RIM = 0.045;
/** The largest line of a page, if this much larger than its text, is a title, which each form of a collection may have at the same place. */
const TITLE = 1.2;
/** Levels of one running head differ by less than this from page to page, points. */
const SAME_LEVEL = 4;

/** `— 3 —`, `3`, `第 3 页`, `第3页 共5页`, `3/5`, `Page 3 of 5`. */
const PAGE_NUMBER =
  /^[-—–－·.~\s]*(?:第?\s*[0-9０-９]{1,4}\s*页?\s*(?:[,，/]?\s*(?:共|总)\s*[0-9０-９]{1,4}\s*页?|\s*[/／]\s*[0-9０-９]{1,4})?|[ivxIVX]{1,6}|page\s*\d+(?:\s*of\s*\d+)?)[-—–－·.~\s]*$/iu;

/** A line that counts pages is the same but for the first number, however it was recognised: 第1页共共2页. */
const COUNTS_PAGES = /^(?=.*页)[-—–－·.~\s,，/／第共总页\d]+$/u;

/** What a browser prints at the rim: the date and time with the page's title, its address with the page number. */
const BROWSER_HEAD = /^\d{1,4}([/.-])\d{1,2}\1\d{1,4},?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}(?!\d)/u;
const BROWSER_FOOT = /^(?:https?|file):\/\/\S+\s*\d{1,4}\s*\/\s*\d{1,4}$/u;

/** A recognised head is the same from page to page but for one character in so many that recognition took for another: 绩效白评公开材料. */
const SLIP = 4;

/** A page waits for so many more, in which its running head would come again. */
const AHEAD = 16;

/**
 * Leaves running heads, running feet and page numbers out of the pages of a document: these belong to the paper, not to the text. Pages go in one
 * by one, and come out again when enough of those after them are known.
 */
export class RunningHeads {
  readonly #waiting: WaitingPage[] = [];
  readonly #repeated = new Map<string, { count: number; readonly level: number; isTitle: boolean }[]>();

  /** The pages that are ready once this one is known. */
  add(page: PlacedPage): PlacedPage[] {
    const edges = edgeLines(page).map((line) => ({ ...line, key: this.#keyOf(line) }));
    for (const { key, level, isTitle } of edges) {
      const levels = this.#repeated.get(key) ?? [];
      const same = levels.find((other) => Math.abs(other.level - level) < SAME_LEVEL);
      if (same) {
        same.count++;
        same.isTitle &&= isTitle;
      } else levels.push({ count: 1, level, isTitle });
      this.#repeated.set(key, levels);
    }
    const atEdge = new Set(edges.flatMap((line) => line.words));
    this.#waiting.push({ page, edges, bodyFoot: footOf(page.words.filter((word) => !atEdge.has(word))) });
    return this.#waiting.length > AHEAD ? [this.#release()] : [];
  }

  /** The pages that still wait, one at each call; undefined when none is left. */
  next(): PlacedPage | undefined {
    return this.#waiting.length > 0 ? this.#release() : undefined;
  }

  /** How far down the text of the waiting pages reaches, points. */
  lowest(): number {
    let lowest = 0;
    for (const { bodyFoot, edges } of this.#waiting) {
      if (bodyFoot > lowest) lowest = bodyFoot;
      for (const line of edges) if (line.foot > lowest && !this.#isFurniture(line)) lowest = line.foot;
    }
    return lowest;
  }

  #release(): PlacedPage {
    const { page, edges } = this.#waiting.shift()!;
    const dropped = new Set(edges.filter((line) => this.#isFurniture(line)).flatMap((line) => line.words));
    return dropped.size === 0 ? page : { ...page, words: page.words.filter((word) => !dropped.has(word)) };
  }

  /** The line's key, or that of the head of another page which it is but for slips of recognition. */
  #keyOf({ key, level, words }: EdgeLine): string {
    if (this.#repeated.has(key) || words.every(({ confidence }) => confidence === undefined)) return key;
    const isSame = ([other, levels]: [string, readonly { readonly level: number }[]]) =>
      isSlipOf(key, other) && levels.some((each) => Math.abs(each.level - level) < SAME_LEVEL);
    return [...this.#repeated].find(isSame)?.[0] ?? key;
  }

  #isFurniture({ key, level, isNumber }: EdgeLine): boolean {
    if (isNumber) return true;
    return this.#repeated.get(key)!.some((other) => other.count > 1 && !other.isTitle && Math.abs(other.level - level) < SAME_LEVEL);
  }
}

/** Whether two texts of one length differ by few characters, none of them a digit. */
function isSlipOf(text: string, other: string): boolean {
  if (text.length !== other.length) return false;
  const differing = [...text].filter((character, i) => character !== other[i]);
  const isDigit = [...text].some((character, i) => character !== other[i] && /\d/u.test(character + other[i]));
  return !isDigit && differing.length * SLIP <= text.length;
}

interface WaitingPage {
  readonly page: PlacedPage;
  readonly edges: readonly EdgeLine[];
  /** How far down the text reaches that is surely the page's own, points. */
  readonly bodyFoot: number;
}

function footOf(words: readonly Word[]): number {
  return words.reduce((lowest, { box }) => Math.max(lowest, box[3]), 0);
}

interface EdgeLine {
  readonly words: readonly Word[];
  /** How far down it reaches, points. */
  readonly foot: number;
  readonly key: string;
  readonly level: number;
  readonly isNumber: boolean;
  /** The largest line of its page, and no furniture for all that it is repeated, if it is so wherever it stands. */
  readonly isTitle: boolean;
}

/** The lines at the head and foot of a page that may be furniture. */
function edgeLines(page: PlacedPage): EdgeLine[] {
  const near = page.words.filter((word) => word.baseline < NUMBER_HEAD * page.height || word.baseline > NUMBER_FOOT * page.height);
  if (near.length === 0) return [];
  const lines = textLines(near);
  const ruled = [...tableSpan(page), ...lines.flatMap((line) => ruledRow(page, line))];
  const margin = MARGIN * Math.max(page.width, page.height);
  const title = page.words.reduce((largest, word) => Math.max(largest, 0.98 * word.size), TITLE * usualSize(page.words));
  return lines.flatMap((line): EdgeLine[] => {
    const text = lineText(line);
    const level = line.baseline;
    const middle = level - 0.35 * line.size;
    if (ruled.some((span) => middle > span.from && middle < span.to)) return [];
    const share = level / page.height;
    const isRim = share < RIM || share > 1 - RIM;
    const isPrinted = isRim && (BROWSER_HEAD.test(text) || BROWSER_FOOT.test(text));
    // A page's edge may cut a title in its year; at the foot, numbers are as large as they like.
    const isCutTitle = line.size > title && share < 0.5;
    const isNumber = isPrinted || (PAGE_NUMBER.test(text) && !isCutTitle && isAlone(line.baseline, line.size, page, line.words));
    if (!isNumber && level > margin && level < page.height - margin) return [];
    const key = isRim ? text.replace(/\d+/gu, "#") : COUNTS_PAGES.test(text) ? text.replace(/\d+/u, "#") : text;
    return [{ words: line.words, foot: footOf(line.words), key, level, isNumber, isTitle: !isRim && line.size > title }];
  });
}

/** How far above and below a row's text the rulings between rows stand, in glyph heights. */
const ROW = 3;

/** Where a row reaches of a table with rulings between its rows only: several texts side by side, with a ruling above them and one below. */
function ruledRow({ rulings }: PlacedPage, { words, box, size }: TextLine): { from: number; to: number }[] {
  if (words.length < 2) return [];
  const over = rulings.filter(({ direction, from, to }) => direction === "horizontal" && from < box[0] && to > box[2]);
  const above = over.find(({ at }) => at < box[1] + 0.3 * size && at > box[1] - ROW * size);
  const below = over.find(({ at }) => at > box[3] - 0.3 * size && at < box[3] + ROW * size);
  return above && below ? [{ from: above.at, to: below.at }] : [];
}

/** A page number keeps its distance from the text. */
function isAlone(baseline: number, size: number, page: PlacedPage, own: readonly Word[]): boolean {
  const mine = new Set(own);
  return !page.words.some((word) => !mine.has(word) && Math.abs(word.baseline - baseline) < 1.6 * Math.max(size, word.size));
}

/** The heights that vertical rulings span: what stands there stands in a table. */
function tableSpan(page: PlacedPage): { from: number; to: number }[] {
  return page.rulings.filter((ruling) => ruling.direction === "vertical").map(({ from, to }) => ({ from, to }));
}
