import { meets, point } from "../../core/interval.js";
import type { Judged, StatedTotal } from "../judged.js";
import { type Extent, extentOf, isWeightless, type Tally } from "./tally.js";

/** How the stated totals stand to the sum of the scores. */
export type Standing = "unstated" | "agrees" | "rows absent" | "differs" | "cannot be told";

/** The totals that state a score. */
export function scoredTotals(judged: Judged): StatedTotal[] {
  return judged.totals.filter(({ score }) => score !== null);
}

/** What a total is held against: all items, or the indicators alone. */
export function tallyOf(total: StatedTotal, judged: Judged): Tally {
  return total.extent === "indicators" ? judged.indicators : judged.everything;
}

/** How far the weights cover the full marks; where several full marks are stated, by the one that they cover. */
export function coverage(judged: Judged): Extent {
  const extents = judged.fullMarks.map(({ marks }) => extentOf(judged.everything, marks));
  return extents.find((extent) => extent === "covered") ?? extents[0]!;
}

/**
 * `differs` is proven: all points are covered, or the rows carry more than the total whatever rows may be absent. `rows absent`: the rows
 * that are there leave room for the points that the total has beyond them (contract: coverage/incomplete).
 */
export function standingOf(judged: Judged): Standing {
  const totals = scoredTotals(judged);
  if (totals.length === 0) return "unstated";
  const extent = coverage(judged);
  // The indicators' own total may agree where the whole has points that nobody told.
  const whole = totals.filter((total) => total.extent === "everything");
  if (extent === "short" && !whole.some((total) => agrees(total, judged)) && whole.some((total) => leavesRoom(total, judged, extent)))
    return "rows absent";
  if (totals.some((total) => agrees(total, judged))) return "agrees";
  if (extent === "covered" || extent === "over") return "differs";
  if (totals.some((total) => leavesRoom(total, judged, extent))) return "rows absent";
  const full = judged.fullMarks.map(({ marks }) => marks);
  const exceeded = totals.every((total) => total.score!.high.lt(tallyOf(total, judged).scores.low));
  const plausible = full.some((marks) => judged.everything.scores.low.lte(marks.high));
  return extent !== "short" && exceeded && plausible ? "differs" : "cannot be told";
}

/** Rows without a score may carry what the total has more. Where no row has a point there is nothing to agree with. */
export function agrees(total: StatedTotal, judged: Judged): boolean {
  const summed = tallyOf(total, judged);
  const { items, scores, open } = summed;
  if (isWeightless(summed) && items.every((item) => item.score === null)) return meets(total.score!, point("0"));
  return open ? total.score!.high.gte(scores.low) : meets(total.score!, scores);
}

function leavesRoom(total: StatedTotal, judged: Judged, extent: Extent): boolean {
  const { scores, weights } = tallyOf(total, judged);
  const beyond = total.score!.low.minus(scores.high);
  if (beyond.lte(0)) return false;
  if (extent === "weightless") return true;
  return judged.fullMarks.some(({ marks }) => total.score!.low.minus(scores.high).lte(marks.high.minus(weights.low)));
}

/** Whether the rows are but a part of those that were scored: their weights are less than half of the full marks, and a stated total is beyond their scores. */
export function isFragment(judged: Judged): boolean {
  const { weights, scores } = judged.everything;
  const areFew = judged.fullMarks.every(({ marks }) => weights.high.times(2).lt(marks.low));
  return areFew && scoredTotals(judged).some(({ score }) => score!.low.gt(scores.high));
}

/**
 * The report may have more indicators than the rows that were found: their weights do not reach the full marks, and their scores reach a stated
 * total only by what rows without points may carry. A number told in prose proves nothing against such rows.
 */
export function mayLackRows(judged: Judged): boolean {
  const standing = standingOf(judged);
  if (standing === "rows absent" || standing === "cannot be told") return true;
  const isShort = ["short", "partly stated"].includes(coverage(judged));
  return isShort && (standing === "unstated" || (standing === "agrees" && judged.everything.open));
}
