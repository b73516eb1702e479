import type { PageItem } from "./page-items.js";

/** Items of one page from top to bottom; what stands side by side, from left to right. */
export function inReadingOrder(items: readonly PageItem[]): PageItem[] {
  const sorted = [...items].sort((a, b) => a.box[1] - b.box[1]);
  const ordered: PageItem[] = [];
  for (let start = 0; start < sorted.length; ) {
    let bottom = sorted[start]!.box[3];
    let end = start + 1;
    // A band: items that reach past each other by more than a little.
    while (end < sorted.length && sorted[end]!.box[1] < bottom - 2) {
      bottom = Math.max(bottom, sorted[end]!.box[3]);
      end++;
    }
    ordered.push(...sorted.slice(start, end).sort((a, b) => (isBeside(a, b) ? a.box[0] - b.box[0] : a.box[1] - b.box[1])));
    start = end;
  }
  return ordered;
}

function isBeside(a: PageItem, b: PageItem): boolean {
  return Math.min(a.box[2], b.box[2]) <= Math.max(a.box[0], b.box[0]);
}
