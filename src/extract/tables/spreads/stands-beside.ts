import type { PlacedPage, Word } from "../placed.js";
import { type PageOutline, SAME } from "./page-outline.js";

/** A page, and what its rulings tell. */
export interface SpreadPage {
  readonly page: PlacedPage;
  readonly outline: PageOutline | undefined;
}

/** Where the columns of a sheet that stand on one page begin and end there; points. */
export interface Strip {
  readonly left: number;
  readonly right: number;
}

type Side = readonly [PlacedPage, Strip];

/** Rows of one sheet are told by so many level rulings at least. */
const LEAST_LEVELS = 4;
/** Share of one page's levels that the other has too, and of the other's that it has. */
const SHARED = 0.9;
const ANSWERED = 0.6;
/** Sheets have margins no wider than this, points: a column for which a page has more room would stand on it. */
const WIDEST_MARGIN = 72;
/** How exactly the two parts of a text that the cut goes through follow one another, and how far from the cut they end, in glyph heights. */
const FOLLOWS = 0.12;
const AT_CUT = 0.6;

/**
 * Whether a sheet that is wider than its page goes on from one page to the other: their rows lie at the same heights, the tables begin at one margin and do not
 * end alike, and the left page has no room for the next column. Where they end alike, a page lacks rows, or somebody set the break, a text that the cut goes
 * through must tell it.
 */
export function standsBeside(left: PageOutline, right: PageOutline | undefined): boolean {
  if (!right || !isSameMargin(left, right) || !haveSameRows(left, right)) return false;
  const isDrawnAlike =
    hasNoRoom(left, right) &&
    Math.abs(widthOf(left) - widthOf(right)) > SAME &&
    Math.min(left.levels.length, right.levels.length) >= LEAST_LEVELS &&
    Math.abs(left.bottom - right.bottom) <= SAME;
  return isDrawnAlike || cutsText([left.page, left], [right.page, right]);
}

/** Whether the cut goes through a text. One that begins where a text of the left page does on its line, or behind a ruling, is a text of its own. */
export function cutsText([left, { right: end }]: Side, [right, { left: start }]: Side): boolean {
  const isOwn = ({ box, baseline }: Word): boolean =>
    left.words.some((other) => Math.abs(other.box[0] - box[0]) <= FOLLOWS * other.size && Math.abs(other.baseline - baseline) <= SAME) ||
    isClosed(left, end, baseline) ||
    isClosed(right, start, baseline);
  return right.words.some((word) => cutBefore(word, start, left.words, end) !== undefined && !isOwn(word));
}

function isClosed({ rulings }: PlacedPage, x: number, y: number): boolean {
  return rulings.some(({ direction, at, from, to }) => direction === "vertical" && Math.abs(at - x) <= SAME && from < y && to > y);
}

/** Whether a page can be one beside the others of a row of pages, whose sheet other rows tell: what it shows stands at heights of theirs. */
export function fitsBeside(row: readonly SpreadPage[], { page, outline }: SpreadPage): boolean {
  const lines = row.flatMap(({ page: { words } }) => words);
  if (!outline) return page.words.every((word) => lines.some(({ baseline }) => Math.abs(baseline - word.baseline) <= SAME));
  return row.some((left) => left.outline && isSameMargin(left.outline, outline) && haveSameRows(left.outline, outline));
}

/** Whether, where the right page has rows, hardly a level of one page is none of the other's, where cells merged over rows may hide some. */
export function haveSameRows({ levels: left }: PageOutline, { levels: right }: PageOutline): boolean {
  const there = left.filter((at) => at >= right[0]! - SAME && at <= right.at(-1)! + SAME);
  const shares = [shareOf(there, right), shareOf(right, left)];
  return Math.max(...shares) >= SHARED && Math.min(...shares) >= ANSWERED;
}

/** The word of the left page whose rest a word of the right one is; `start` and `end`: where the right page's columns begin and the left one's end. */
export function cutBefore(word: Word, start: number, words: readonly Word[], end: number): Word | undefined {
  const { box, size, baseline } = word;
  if (word.turned || Math.abs(box[0] - start) > AT_CUT * size) return undefined;
  const isFollowed = (other: Word): boolean =>
    !other.turned &&
    Math.abs(other.baseline - baseline) <= SAME / 2 &&
    Math.abs(other.size - size) <= SAME / 2 &&
    Math.abs(other.box[2] - end - (box[0] - start)) <= FOLLOWS * size;
  return words.find(isFollowed);
}

/** Sheets are printed from their margin, or in the middle of the page; the first column may have no rulings. */
function isSameMargin(a: PageOutline, b: PageOutline): boolean {
  const [{ width, height, rotation }, other] = [a.page, b.page];
  if (Math.abs(width - other.width) > SAME || Math.abs(height - other.height) > SAME || rotation !== other.rotation) return false;
  const isCentred = ({ left, right }: PageOutline): boolean => Math.abs(left + right - width) <= 2 * SAME;
  return b.left - a.left <= SAME || (isCentred(a) && isCentred(b));
}

function hasNoRoom({ page, left, right }: PageOutline, next: PageOutline): boolean {
  return right + next.firstEdge - next.left > page.width - Math.max(left, WIDEST_MARGIN);
}

function widthOf({ left, right }: PageOutline): number {
  return right - left;
}

/** Share of heights that are among others, 1 where there are none. */
function shareOf(levels: readonly number[], others: readonly number[]): number {
  const shared = levels.filter((at) => others.some((other) => Math.abs(other - at) <= SAME));
  return levels.length === 0 ? 1 : shared.length / levels.length;
}
