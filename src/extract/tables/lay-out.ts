import type { Block } from "../../core/extracted.js";
import { findAligned } from "./find-aligned.js";
import { findRuled } from "./find-ruled.js";
import { findUnruled } from "./find-unruled.js";
import { withoutFurniture } from "./furniture.js";
import { joinGrids } from "./join-grids.js";
import type { PageItem } from "./page-items.js";
import { type Measure, measureOf, toParagraphs } from "./paragraphs.js";
import type { PlacedPage } from "./placed.js";
import { inReadingOrder } from "./reading-order.js";
import { textLines } from "./text-lines.js";
import { type TableCounter, toTable } from "./to-table.js";
import { withUnread } from "./with-unread.js";

/**
 * Words and rulings of a document's pages as paragraphs and tables in reading order. Tables that a page breaks are one table; running
 * heads, page numbers and the like are left out. Pure geometry: it asks nothing of the format or of the words' meaning.
 */
export function layOut(pages: readonly PlacedPage[]): Block[] {
  const items = joinGrids(withoutFurniture(pages).flatMap((page) => inReadingOrder(itemsOf(page))));
  const widths = new Map(pages.map((page) => [page.number, page.width]));
  const measures = bodyMeasures(items, widths);
  const counter: TableCounter = { next: 0 };
  return runs(items).flatMap((run): Block[] => {
    const lines = run.flatMap((item) => (item.kind === "line" ? [item] : []));
    if (lines.length > 0) return toParagraphs(lines, measures.get(widths.get(lines[0]!.page)!)!);
    return run.flatMap((item) => (item.kind === "grid" ? [toTable(item.grid, counter)] : []));
  });
}

/** The body's edges for each width of page: a landscape page has its own. */
function bodyMeasures(items: readonly PageItem[], widths: ReadonlyMap<number, number>): Map<number, Measure> {
  const own = new Map<number, PageItem[]>();
  for (const item of items) {
    const width = widths.get(item.page)!;
    const each = own.get(width);
    if (each) each.push(item);
    else own.set(width, [item]);
  }
  return new Map(
    [...own].map(([width, each]) => [
      width,
      measureOf(
        each.flatMap((item) => (item.kind === "line" ? [item] : [])),
        each.flatMap((item) => (item.kind === "grid" ? [item.box] : [])),
      ),
    ]),
  );
}

function itemsOf(page: PlacedPage): PageItem[] {
  const ruled = findRuled(page);
  const aligned = findAligned(ruled.words, ruled.rulings, page.number, ruled.glyph);
  const ruledGrids = [...ruled.grids, ...aligned.grids];
  const unruled = findUnruled(
    aligned.words,
    ruledGrids.map((grid) => grid.box),
    page.number,
    ruled.glyph,
  );
  const lines = textLines(unruled.words);
  return [
    ...[...ruledGrids, ...unruled.grids].map(
      (grid): PageItem => ({ kind: "grid", page: page.number, box: grid.box, grid: withUnread(grid, page.unread ?? []) }),
    ),
    ...lines.map((line): PageItem => ({ kind: "line", page: page.number, box: line.box, line })),
  ];
}

function runs(items: readonly PageItem[]): PageItem[][] {
  const all: PageItem[][] = [];
  for (const item of items) {
    const run = all.at(-1);
    if (run && run[0]!.kind === item.kind) run.push(item);
    else all.push([item]);
  }
  return all;
}
