import type { PlacedPage } from "../placed.js";
import { joinPages, type Moved } from "./join-pages.js";
import { outlineOf, type PageOutline, SAME } from "./page-outline.js";
import { cutsText, fitsBeside, haveSameRows, type SpreadPage, type Strip, standsBeside } from "./stands-beside.js";

/** A sheet goes on at the right after so many pages at most: those below each other are printed first, or those beside each other. */
const AHEAD = 16;

/** A page and how far down the pages after it are known to reach. */
export interface ReadyPage {
  readonly page: PlacedPage;
  readonly lowest: number;
}

type Waiting = ReadyPage & SpreadPage;

/**
 * Sheets that are wider than their pages and were printed over pages side by side come out as wider pages. Pages go in one by one, and come out in order as soon
 * as no later page can stand beside them: one without a table at once. Pages after a spread are numbered on from it, so that its rows go on below it.
 */
export class SpreadPages {
  readonly #waiting: Waiting[] = [];
  /** For each page that came out under another number, or wider, what it was. */
  readonly #origins = new Map<number, readonly Moved[]>();
  #absorbed = 0;
  /** Where the columns of the row of pages before stand, if the sheet's pages go over, then down. */
  #before: readonly Strip[] = [];

  add(ready: ReadyPage): ReadyPage[] {
    this.#waiting.push({ ...ready, outline: outlineOf(ready.page) });
    const out: ReadyPage[] = [];
    while (this.#waiting.length > AHEAD || this.#isAlone()) out.push(...this.#release());
    return out;
  }

  /** All that still wait. */
  rest(): ReadyPage[] {
    const out: ReadyPage[] = [];
    while (this.#waiting.length > 0) out.push(...this.#release());
    return out;
  }

  /** What the pages that came out were, by their numbers; one that is not here came out as it was. */
  origins(): ReadonlyMap<number, readonly Moved[]> {
    return this.#origins;
  }

  /** Whether nothing can stand beside the next page. */
  #isAlone(): boolean {
    return this.#waiting.length > 0 && !this.#waiting[0]!.outline && this.#before.length < 2;
  }

  #release(): ReadyPage[] {
    const columns = this.#columns();
    const strips = columns.map((pages, i) => stripOf(pages) ?? this.#before[i]!);
    const rows = columns[0]!.map((_, row) => rowOf(columns, row));
    this.#before = rows.length === 1 ? strips : [];
    this.#waiting.splice(
      0,
      columns.reduce((sum, { length }) => sum + length, 0),
    );
    const out = rows.map((row) => this.#joined(row, strips));
    this.#absorbed += columns.slice(1).reduce((sum, { length }) => sum + length, 0);
    return out;
  }

  #joined(row: readonly Waiting[], strips: readonly Strip[]): ReadyPage {
    const { page, lowest } = row[0]!;
    if (row.length === 1 && this.#absorbed === 0) return { page, lowest };
    const joined = joinPages(
      row.map((each) => each.page),
      strips,
    );
    const number = page.number - this.#absorbed;
    this.#origins.set(number, joined.moved);
    return { page: { ...joined.page, number }, lowest };
  }

  /** The pages of the next sheet, column by column: those that stand below each other. Of a sheet with one column of pages, the first alone. */
  #columns(): Waiting[][] {
    const below = this.#rowBelow();
    if (below) return below;
    const first = this.#beside(0, AHEAD);
    if (first === 0) return [this.#waiting.slice(0, 1)];
    if (!this.#isSure(first)) return [this.#waiting.slice(0, first + 1)];
    const starts = [0, first];
    for (let next = this.#beside(first, first); next > 0; next = this.#beside(next, first)) {
      if (this.#beginsAnew(starts, next)) break;
      starts.push(next);
    }
    const columns = [this.#waiting.slice(0, first)];
    for (const [i, start] of starts.slice(1).entries()) {
      const end = Math.min(starts[i + 2] ?? this.#waiting.length, start + first);
      const pages = this.#waiting.slice(start, end);
      const lost = pages.findIndex((page, row) => row > 0 && !fitsBeside(rowOf(columns, row), page));
      columns.push(lost < 0 ? pages : pages.slice(0, lost));
      if (lost >= 0) break;
    }
    return columns;
  }

  /**
   * Whether the first page goes on in the one so many after it: one between them that has its rows may as well be the one beside it, unless all pages up to there
   * go on likewise.
   */
  #isSure(offset: number): boolean {
    const [first, ...between] = this.#waiting.slice(0, offset).map(({ outline }) => outline);
    const isRival = between.some((each) => each && isAlike(each.bottom, first!.bottom) && haveSameRows(first!, each));
    return !isRival || between.every((each, i) => each && standsBeside(each, this.#waiting[offset + 1 + i]?.outline));
  }

  /** Whether a page ends as one before it of the sheet does: the same form begins again, unless the cut goes through a text. */
  #beginsAnew(starts: readonly number[], next: number): boolean {
    const [last, page] = [this.#waiting[starts.at(-1)!]!.outline!, this.#waiting[next]!.outline!];
    return starts.some((start) => hasSameSides(this.#waiting[start]!.outline!, page)) && !cutsText([last.page, last], [page.page, page]);
  }

  /** Which page stands beside one, of the next ones; 0 for none. */
  #beside(index: number, within: number): number {
    const left = this.#waiting[index]!.outline;
    if (!left) return 0;
    const next = this.#waiting.slice(index + 1, index + 1 + within).findIndex(({ outline }) => standsBeside(left, outline));
    return next < 0 ? 0 : index + 1 + next;
  }

  /** The next pages, where they have the columns of the row of pages before them, or the cut goes through their texts where it went there. */
  #rowBelow(): Waiting[][] | undefined {
    const before = this.#before;
    const row = this.#waiting.slice(0, before.length);
    if (row.length < 2 || row.length < before.length || !row.every((page, i) => i === 0 || fitsBeside(row.slice(0, i), page)))
      return undefined;
    const goesOn = row.every(
      ({ outline }, i) => outline && isAlike(outline.left, before[i]!.left) && isAlike(outline.right, before[i]!.right),
    );
    const isCut = row.some(({ page }, i) => i > 0 && cutsText([row[i - 1]!.page, before[i - 1]!], [page, before[i]!]));
    return goesOn || isCut ? row.map((page) => [page]) : undefined;
  }
}

/** The pages of a row of pages, as far as there are any. */
function rowOf(columns: readonly (readonly Waiting[])[], row: number): Waiting[] {
  return columns.flatMap((column) => column[row] ?? []);
}

/** Whether two pages' tables begin and end alike, and their first columns. */
function hasSameSides(a: PageOutline, b: PageOutline): boolean {
  return isAlike(a.left, b.left) && isAlike(a.right, b.right) && isAlike(a.firstEdge, b.firstEdge);
}

function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME;
}

/** How far the rulings of pages below each other reach; undefined where they have none. */
function stripOf(pages: readonly Waiting[]): Strip | undefined {
  const outlines = pages.flatMap(({ outline }) => outline ?? []);
  if (outlines.length === 0) return undefined;
  return { left: Math.min(...outlines.map(({ left }) => left)), right: Math.max(...outlines.map(({ right }) => right)) };
}
