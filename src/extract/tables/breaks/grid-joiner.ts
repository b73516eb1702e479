import type { Grid } from "../grid.js";
import { isCaption } from "../is-caption.js";
import type { GridItem, PageItem } from "../page-items.js";
import { lineText } from "../text-lines.js";
import { withColumnsAbove } from "./columns-above.js";
import { headAbove } from "./head-above.js";
import { leftOver } from "./left-over.js";
import { withOpenColumns } from "./open-columns.js";
import { isWholeRow, restAbove } from "./rest-above.js";
import { restOverleaf } from "./rest-overleaf.js";
import { sewGrids } from "./sew-grids.js";
import { stack, stackGrids } from "./stack-grids.js";
import { continues, type Seam } from "./table-continues.js";

/** 续表 续上表 表1（续） 续表1 绩效自评表 */
const GOES_ON = /^[(（]?[续接]上?[表页]|[(（]续[表页]?[)）]$/u;

/** Lines of a head that stands alone at the foot of a page, at most. */
const MOST_HEAD_LINES = 6;

/**
 * Tables that a page break cut, made whole again. The part on the next page must be its first item (but for 续表), and the part before the last of its
 * page; only notes below an unclosed table may stand between, and come after it. Pages go in one by one, and items come out as soon as no later page
 * can change them.
 */
export class GridJoiner {
  #joined: PageItem[] = [];
  /** Where in `#joined` the last table stands, and what its last part was before joining. */
  #open: { index: number; last: GridItem } | undefined;
  /** The lowest point that content reaches on any page: where the pages end. */
  #lowest = 0;

  /** `items` of the next page in reading order; `lowest`: how far down the pages to come reach. The answer: items that are settled. */
  add(items: readonly PageItem[], lowest: number): PageItem[] {
    this.#lowest = items.reduce((low, item) => Math.max(low, item.box[3]), Math.max(this.#lowest, lowest));
    /** What stands so far at the head of the page, before its first table. */
    const head: PageItem[] = [];
    let isAtHead = true;
    const stacked = stackGrids(items);
    for (const item of stacked.slice(this.#takeRest(stacked))) {
      if (item.kind === "line") {
        this.#joined.push(item);
        if (isAtHead) head.push(item);
        continue;
      }
      if (!isAtHead || !this.#joins(item, head)) {
        this.#joined.push(this.#underHead(item));
        this.#open = { index: this.#joined.length - 1, last: item };
      }
      isAtHead = false;
    }
    const page = items[0]?.page;
    return this.#settle(this.#open && this.#open.last.page === page ? this.#open.index : this.#beforeLastLines());
  }

  /** What is left when there are no more pages. */
  rest(): PageItem[] {
    return this.#settle(this.#joined.length);
  }

  /** Where the last lines begin: they may be the head of a table overleaf. */
  #beforeLastLines(): number {
    const last = this.#joined.slice(-MOST_HEAD_LINES).findLastIndex(({ kind }) => kind !== "line");
    return Math.max(0, this.#joined.length - MOST_HEAD_LINES) + last + 1;
  }

  #settle(count: number): PageItem[] {
    const settled = this.#joined.splice(0, count);
    this.#open = this.#open && this.#open.index >= count ? { ...this.#open, index: this.#open.index - count } : undefined;
    return settled;
  }

  /** The table, with the head that stands as loose lines above it. */
  #underHead(item: GridItem): GridItem {
    const headed = headAbove(item, this.#joined);
    if (!headed) return item;
    this.#joined.length -= headed.lines;
    return { ...item, grid: headed.grid };
  }

  /** Joins the rows that stand as loose lines at the head of the page to the table before; the answer: the lines that they are. */
  #takeRest(items: readonly PageItem[]): number {
    const open = this.#open;
    const first = items.findIndex(({ kind }) => kind === "grid");
    if (!open || first === 0 || items.length === 0 || open.last.page !== items[0]!.page - 1) return 0;
    // Lines above a part that goes on are the rest of a row.
    if (first > 0 && restAbove(items[first] as GridItem, items.slice(0, first))) return 0;
    const rest = restOverleaf(open.last, items);
    if (!rest) return 0;
    const next = rest.lines === first ? items[first] : undefined;
    const whole = next?.kind === "grid" ? stack(rest.item, next) : undefined;
    if (whole && this.#joins(whole, [])) return rest.lines + 1;
    return this.#joins(rest.item, []) ? rest.lines : 0;
  }

  /** Joins the table to the one before, if that goes on in it. */
  #joins(found: GridItem, head: readonly PageItem[]): boolean {
    const open = this.#open;
    if (!open || open.last.page !== found.page - 1) return false;
    const item = { ...found, grid: withColumnsAbove(open.last.grid, withOpenColumns(open.last.grid, found.grid)) };
    const before = this.#joined[open.index] as GridItem;
    const between = this.#joined.slice(open.index + 1, this.#joined.length - head.length);
    const joined = joinedOver(before, open.last, item, between, head, this.#lowest);
    if (!joined) return false;
    this.#joined.length = joined.takesBetween ? open.index + 1 : this.#joined.length - head.length;
    this.#joined[open.index] = { ...before, grid: joined.grid };
    this.#open = { index: open.index, last: item };
    return true;
  }
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
  lowest: number,
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
    room: lowest - last.box[3],
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
