import { leftOver } from "./left-over.js";
import type { GridItem, PageItem } from "./page-items.js";
import { sewGrids } from "./sew-grids.js";
import { stackGrids } from "./stack-grids.js";
import { continues, type Seam } from "./table-continues.js";

/**
 * Tables that a page break cut, made whole again. The part on the next page must be its first item, and the part before the last of its
 * page; only notes below an unclosed table may stand between, and come after it.
 */
export function joinGrids(items: readonly PageItem[]): PageItem[] {
  const bottoms = pageBottoms(items);
  const joined: PageItem[] = [];
  /** Where in `joined` the last table stands, and what its last part was before joining. */
  let open: { index: number; last: GridItem } | undefined;
  let startsPage = true;
  let page = 0;
  for (const item of stackGrids(items)) {
    startsPage = item.page !== page;
    page = item.page;
    if (item.kind === "grid" && open && startsPage && open.last.page === item.page - 1) {
      const seam: Seam = {
        above: open.last.grid,
        below: item.grid,
        whole: (joined[open.index] as GridItem).grid,
        notesBetween: joined.length - 1 - open.index,
        room: bottoms - open.last.box[3],
      };
      // What stands below the last ruling of a page may be the beginning of a row that goes on overleaf.
      const begun = leftOver(seam.whole, open.last, joined.slice(open.index + 1));
      const repeatedHead = continues(begun ? { ...seam, notesBetween: 0, room: 0 } : seam);
      if (repeatedHead !== undefined) {
        const grid = sewGrids(begun ?? seam.whole, item.grid, repeatedHead);
        if (begun) joined.length = open.index + 1;
        joined[open.index] = { ...(joined[open.index] as GridItem), grid };
        open = { index: open.index, last: item };
        continue;
      }
    }
    joined.push(item);
    if (item.kind === "grid") open = { index: joined.length - 1, last: item };
  }
  return joined;
}

/** The lowest point that the document's content reaches on any page: where its pages end. */
function pageBottoms(items: readonly PageItem[]): number {
  return items.reduce((lowest, item) => Math.max(lowest, item.box[3]), 0);
}
