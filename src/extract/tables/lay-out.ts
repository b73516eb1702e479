import type { Box } from "../../core/evidence.js";
import type { Block, Table } from "../../core/extracted.js";
import { findAligned } from "./aligned/find-aligned.js";
import { findUnruled } from "./aligned/find-unruled.js";
import { GridJoiner } from "./breaks/grid-joiner.js";
import type { LineItem, PageItem } from "./page-items.js";
import { type Measure, measureOf, toParagraphs } from "./paragraphs.js";
import type { PlacedPage } from "./placed.js";
import { inReadingOrder } from "./reading-order.js";
import { findRuled } from "./ruled/find-ruled.js";
import { RunningHeads } from "./running-heads.js";
import { type ReadyPage, SpreadPages } from "./spreads/spread-pages.js";
import { unfold } from "./spreads/unfold.js";
import { textLines } from "./text-lines.js";
import { type TableCounter, toTable } from "./to-table.js";
import { withWholeTotals } from "./whole-totals.js";
import { withOverprints } from "./with-overprints.js";
import { withUnread } from "./with-unread.js";

/**
 * Words and rulings of a document's pages as paragraphs and tables in reading order. Tables that a page breaks are one table; running
 * heads, page numbers and the like are left out. Pure geometry: it asks nothing of the format or of the words' meaning.
 */
export function layOut(pages: readonly PlacedPage[]): Block[] {
  const layout = new PageLayout();
  for (const page of pages) layout.add(page);
  return layout.blocks();
}

/** The same for pages that come one by one: of those before, only what was read of them is kept. */
export class PageLayout {
  readonly #heads = new RunningHeads();
  readonly #spreads = new SpreadPages();
  readonly #joiner = new GridJoiner();
  readonly #counter: TableCounter = { next: 0 };
  /** Lines wait for the measure of the body, which all pages tell. */
  readonly #settled: (LineItem | Table)[] = [];
  readonly #widths = new Map<number, number>();
  readonly #tables: { readonly page: number; readonly box: Box }[] = [];

  add(page: PlacedPage): void {
    for (const ready of this.#heads.add(page)) this.#ready(ready);
  }

  /** All of it; no page may follow. */
  blocks(): Block[] {
    for (let page = this.#heads.next(); page; page = this.#heads.next()) this.#ready(page);
    this.#find(this.#spreads.rest());
    this.#settle(this.#joiner.rest());
    const measures = bodyMeasures(this.#settled.filter(isLine), this.#tables, this.#widths);
    const blocks: Block[] = [];
    for (let start = 0; start < this.#settled.length; ) {
      const first = this.#settled[start]!;
      let end = start + 1;
      if (!isLine(first)) blocks.push(first);
      else {
        while (end < this.#settled.length && isLine(this.#settled[end]!)) end++;
        const lines = this.#settled.slice(start, end).filter(isLine);
        blocks.push(...toParagraphs(lines, measures.get(this.#widths.get(first.page)!)!));
      }
      start = end;
    }
    const origins = this.#spreads.origins();
    return origins.size > 0 ? unfold(blocks, origins) : blocks;
  }

  #ready(page: PlacedPage): void {
    this.#find(this.#spreads.add({ page, lowest: this.#heads.lowest() }));
  }

  #find(pages: readonly ReadyPage[]): void {
    for (const { page, lowest } of pages) {
      this.#widths.set(page.number, page.width);
      this.#settle(this.#joiner.add(inReadingOrder(itemsOf(page)), lowest));
    }
  }

  #settle(items: readonly PageItem[]): void {
    for (const item of items) {
      if (item.kind === "grid") this.#tables.push({ page: item.page, box: item.box });
      this.#settled.push(item.kind === "grid" ? toTable(item.grid, this.#counter) : item);
    }
  }
}

function isLine(item: LineItem | Table): item is LineItem {
  return "kind" in item;
}

/** The body's edges for each width of page: a landscape page has its own. */
function bodyMeasures(
  lines: readonly LineItem[],
  tables: readonly { readonly page: number; readonly box: Box }[],
  widths: ReadonlyMap<number, number>,
): Map<number, Measure> {
  const own = new Map<number, { lines: LineItem[]; tables: Box[] }>();
  for (const width of widths.values()) own.set(width, { lines: [], tables: [] });
  for (const line of lines) own.get(widths.get(line.page)!)!.lines.push(line);
  for (const { page, box } of tables) own.get(widths.get(page)!)!.tables.push(box);
  return new Map([...own].map(([width, each]) => [width, measureOf(each.lines, each.tables)]));
}

function itemsOf(page: PlacedPage): PageItem[] {
  const ruled = findRuled(page);
  const aligned = findAligned(withWholeTotals(ruled.words), ruled, page.number);
  const ruledGrids = [...ruled.grids, ...aligned.grids];
  const unruled = findUnruled(
    aligned.words,
    ruledGrids.map((grid) => grid.box),
    page.number,
    ruled.glyph,
  );
  const lines = textLines(unruled.words);
  return [
    ...[...ruledGrids, ...unruled.grids].map((found): PageItem => {
      const grid = withOverprints(withUnread(found, page.unread ?? []), page.overprinted ?? []);
      return { kind: "grid", page: page.number, box: grid.box, grid };
    }),
    ...lines.map((line): PageItem => ({ kind: "line", page: page.number, box: line.box, line })),
  ];
}
