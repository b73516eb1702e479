import type { PlacedPage, Ruling } from "../placed.js";

/** What a page's rulings tell of a sheet that may go on beside the page; points. */
export interface PageOutline {
  readonly page: PlacedPage;
  /** How far the level rulings reach. */
  readonly left: number;
  readonly right: number;
  /** Heights of the level rulings from top to bottom, each once. */
  readonly levels: readonly number[];
  /** How far down any ruling reaches. */
  readonly bottom: number;
  /** Where the first column ends. */
  readonly firstEdge: number;
}

/** Heights on pages side by side are the same within this: rulings of one level may be drawn a line's thickness apart. */
export const SAME = 1.5;

/** Undefined for a page without a table that rulings draw. */
export function outlineOf(page: PlacedPage): PageOutline | undefined {
  const level = page.rulings.filter(({ direction }) => direction === "horizontal");
  const upright = page.rulings.filter(({ direction }) => direction === "vertical");
  if (level.length < 2 || upright.length === 0) return undefined;
  const left = least(level, ({ from }) => from);
  const right = -least(level, ({ to }) => -to);
  const levels: number[] = [];
  for (const at of level.map((ruling) => ruling.at).sort((a, b) => a - b)) if (at - (levels.at(-1) ?? -SAME) >= SAME) levels.push(at);
  const bottom = Math.max(levels.at(-1)!, -least(upright, ({ to }) => -to));
  const firstEdge = least(upright, ({ at }) => (at > left + SAME ? at : right));
  return { page, left, right, levels, bottom, firstEdge };
}

function least(rulings: readonly Ruling[], of: (ruling: Ruling) => number): number {
  return rulings.reduce((lowest, ruling) => Math.min(lowest, of(ruling)), Number.POSITIVE_INFINITY);
}
