import type { TextLine } from "../text-lines.js";
import { cutRows } from "./cut-rows.js";
import { type Fit, mostMerged } from "./fit-blocks.js";
import { linesOverRows } from "./lines-over-rows.js";
import type { RowSpan } from "./merged-spans.js";
import { textBlocks } from "./text-blocks.js";

/** More lines are not tried with merged cells. */
const MOST_LINES = 600;

/**
 * Rows as well as the lines of a band tell them, where no distance says which lines are of one text: with the leading columns taken for merged cells with which
 * they are cheapest.
 */
export function roughRows(columns: readonly (readonly TextLine[])[]): Fit {
  const plain = cutRows(columns);
  let best: Fit = { ...plain, spans: columns.map(() => undefined) };
  const count = columns.reduce((sum, lines) => sum + lines.length, 0);
  const most = count > MOST_LINES ? 0 : mostMerged(textBlocks(columns, 0));
  for (let merged = 1; merged <= most; merged++) {
    const own = columns.slice(merged);
    const { cuts, cost } = cutRows(own);
    const found = columns.slice(0, merged).map((lines) => linesOverRows(lines, own, cuts));
    if (found.some((each) => each === undefined)) continue;
    const all = found.reduce((sum, each) => sum + each!.cost, cost);
    if (all >= best.cost) continue;
    const spans: (readonly RowSpan[] | undefined)[] = [...found.map((each) => each!.spans), ...own.map(() => undefined)];
    best = { cuts, spans, cost: all };
  }
  return best;
}
