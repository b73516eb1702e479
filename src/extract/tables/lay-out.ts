import type { Block } from "../../core/extracted.js";
import { findRuled } from "./find-ruled.js";
import { withoutFurniture } from "./furniture.js";
import { joinGrids } from "./join-grids.js";
import type { PageItem } from "./page-items.js";
import { toParagraphs } from "./paragraphs.js";
import type { PlacedPage } from "./placed.js";
import { inReadingOrder } from "./reading-order.js";
import { textLines } from "./text-lines.js";
import { type TableCounter, toTable } from "./to-table.js";

/**
 * Words and rulings of a document's pages as paragraphs and tables in reading order. Tables that a page breaks are one table; running
 * heads, page numbers and the like are left out. Pure geometry: it asks nothing of the format or of the words' meaning.
 */
export function layOut(pages: readonly PlacedPage[]): Block[] {
  const items = joinGrids(withoutFurniture(pages).flatMap((page) => inReadingOrder(itemsOf(page))));
  const counter: TableCounter = { next: 0 };
  const blocks: Block[] = [];
  for (const run of runs(items))
    blocks.push(
      ...(run[0]!.kind === "grid"
        ? run.flatMap((item) => (item.kind === "grid" ? [toTable(item.grid, counter)] : []))
        : toParagraphs(run.flatMap((item) => (item.kind === "line" ? [item] : [])))),
    );
  return blocks;
}

function itemsOf(page: PlacedPage): PageItem[] {
  const { grids, words } = findRuled(page);
  const lines = textLines(words);
  return [
    ...grids.map((grid): PageItem => ({ kind: "grid", page: page.number, box: grid.box, grid })),
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
