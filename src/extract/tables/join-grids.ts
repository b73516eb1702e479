import { isCaption } from "./is-caption.js";
import { leftOver } from "./left-over.js";
import type { GridItem, PageItem } from "./page-items.js";
import { sewGrids } from "./sew-grids.js";
import { stackGrids } from "./stack-grids.js";
import { continues, type Seam } from "./table-continues.js";
import { lineText } from "./text-lines.js";

/** 续表 续上表 表1（续） 续表1 绩效自评表 */
const GOES_ON = /^[(（]?[续接]上?[表页]|[(（]续[表页]?[)）]$/u;

/**
 * Tables that a page break cut, made whole again. The part on the next page must be its first item (but for 续表), and the part before the last of its
 * page; only notes below an unclosed table may stand between, and come after it.
 */
export function joinGrids(items: readonly PageItem[]): PageItem[] {
  const bottoms = pageBottoms(items);
  const joined: PageItem[] = [];
  /** Where in `joined` the last table stands, and what its last part was before joining. */
  let open: { index: number; last: GridItem } | undefined;
  /** Lines so far at the head of the page that only say that a table goes on (续表); undefined where something else stands above. */
  let labels: number | undefined;
  let page = 0;
  for (const item of stackGrids(items)) {
    if (item.page !== page) labels = 0;
    page = item.page;
    if (item.kind === "grid" && open && labels !== undefined && open.last.page === item.page - 1) {
      const between = joined.slice(open.index + 1, joined.length - labels);
      const seam: Seam = {
        above: open.last.grid,
        below: item.grid,
        whole: (joined[open.index] as GridItem).grid,
        notesBetween: between.length,
        isCaptioned: between.some((each) => each.kind === "line" && isCaption(lineText(each.line))),
        room: bottoms - open.last.box[3],
      };
      // What stands below the last ruling of a page may be the beginning of a row that goes on overleaf.
      const begun = leftOver(seam.whole, open.last, between);
      const repeatedHead = continues(begun ? { ...seam, notesBetween: 0, isCaptioned: false, room: 0 } : seam);
      if (repeatedHead !== undefined) {
        const grid = sewGrids(begun ?? seam.whole, item.grid, repeatedHead);
        joined.length = begun ? open.index + 1 : joined.length - labels;
        joined[open.index] = { ...(joined[open.index] as GridItem), grid };
        open = { index: open.index, last: item };
        labels = undefined;
        continue;
      }
    }
    joined.push(item);
    labels = labels !== undefined && item.kind === "line" && GOES_ON.test(lineText(item.line)) ? labels + 1 : undefined;
    if (item.kind === "grid") open = { index: joined.length - 1, last: item };
  }
  return joined;
}

/** The lowest point that the document's content reaches on any page: where its pages end. */
function pageBottoms(items: readonly PageItem[]): number {
  return items.reduce((lowest, item) => Math.max(lowest, item.box[3]), 0);
}
