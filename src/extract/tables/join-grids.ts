import type { Grid } from "./grid.js";
import { isCaption } from "./is-caption.js";
import { leftOver } from "./left-over.js";
import type { GridItem, PageItem } from "./page-items.js";
import { isWholeRow, restAbove } from "./rest-above.js";
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
  /** What stands so far at the head of the page, before its first table. */
  let head: PageItem[] | undefined;
  let page = 0;
  for (const item of stackGrids(items)) {
    if (item.page !== page) head = [];
    page = item.page;
    if (item.kind === "grid" && open && head && open.last.page === item.page - 1) {
      const between = joined.slice(open.index + 1, joined.length - head.length);
      const grid = joinedOver(joined[open.index] as GridItem, open.last, item, between, head, bottoms);
      if (grid) {
        joined.length = grid.takesBetween ? open.index + 1 : joined.length - head.length;
        joined[open.index] = { ...(joined[open.index] as GridItem), grid: grid.grid };
        open = { index: open.index, last: item };
        head = undefined;
        continue;
      }
    }
    joined.push(item);
    if (item.kind === "grid") {
      open = { index: joined.length - 1, last: item };
      head = undefined;
    } else head?.push(item);
  }
  return joined;
}

/**
 * The table that goes on over the break, if it does. `last` is its part on the page before, `between` what stands below that, and `head` what stands
 * above the part on the next page: labels (续表), or the rest of a row that the page cut.
 */
function joinedOver(
  { grid: whole }: GridItem,
  last: GridItem,
  item: GridItem,
  between: readonly PageItem[],
  head: readonly PageItem[],
  bottoms: number,
): { readonly grid: Grid; readonly takesBetween: boolean } | undefined {
  const isLabelled = head.every((each) => each.kind === "line" && GOES_ON.test(lineText(each.line)));
  const rest = isLabelled ? undefined : restAbove(item, head);
  if (!isLabelled && !rest) return undefined;
  const below = rest ?? item.grid;
  const seam: Seam = {
    above: last.grid,
    below,
    whole,
    notesBetween: between.length,
    isCaptioned: between.some((each) => each.kind === "line" && isCaption(lineText(each.line))),
    room: bottoms - last.box[3],
  };
  // What stands below the last ruling of a page may be the beginning of a row that goes on overleaf.
  const begun = leftOver(whole, last, between);
  const repeatedHead = continues(begun ? { ...seam, notesBetween: 0, isCaptioned: false, room: 0 } : seam);
  if (repeatedHead === undefined || (rest && repeatedHead > 0)) return undefined;
  const above = begun ?? whole;
  const grid = sewGrids(above, below, repeatedHead);
  if (rest && grid.rowCount === above.rowCount + rest.rowCount && !isWholeRow(rest)) return undefined;
  return { grid, takesBetween: begun !== undefined };
}

/** The lowest point that the document's content reaches on any page: where its pages end. */
function pageBottoms(items: readonly PageItem[]): number {
  return items.reduce((lowest, item) => Math.max(lowest, item.box[3]), 0);
}
