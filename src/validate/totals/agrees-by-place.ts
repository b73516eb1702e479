import type { Evidence } from "../../core/evidence.js";
import { meets } from "../../core/interval.js";
import type { Judged, Stated } from "../judged.js";
import type { Row } from "../rows/row.js";
import { isWeightless, type Tally, tally, toItem } from "./tally.js";

/** No part has more rows. */
const MOST_ROWS = 100;

/**
 * Whether a stated part is the sum of rows right above it in its table, or right below, whatever levels they were read under: those up to the next part that is
 * stated, or as many as have both its marks and its score.
 */
export function agreesByPlace(part: Stated, judged: Judged, figure: "weights" | "scores"): boolean {
  const { above, below, fromAbove, toBelow } = rowsBeside(part, judged);
  const bounded = [above.slice(fromAbove), below.slice(0, toBelow)].map(tallied);
  if (bounded.some((sum) => holds[figure](part, sum))) return true;
  const runs = above.slice(-MOST_ROWS).map((_, i, rows) => tallied(rows.slice(i)));
  const runsBelow = below.slice(0, MOST_ROWS).map((_, i, rows) => tallied(rows.slice(0, i + 1)));
  return [...runs, ...runsBelow].some((sum) => holds.weights(part, sum) && holds.scores(part, sum));
}

const holds = {
  weights: ({ marks }: Stated, sum: Tally): boolean => marks !== null && !isWeightless(sum) && meets(sum.weights, marks),
  scores: ({ score }: Stated, sum: Tally): boolean => score !== null && sum.items.length > 0 && !sum.open && meets(sum.scores, score),
};

function tallied(rows: readonly Row[]): Tally {
  return tally(rows.map(toItem));
}

/** The rows of a part's table above it and below, and how many of these stand before the next part that is stated. */
function rowsBeside({ stated }: Stated, { counted, record }: Judged) {
  const own = placeOf(stated.evidence);
  const inTable = own ? counted.filter(({ indicator }) => placeOf(indicator.evidence)?.table === own.table) : [];
  const rowOf = (row: Row): number => placeOf(row.indicator.evidence)!.row;
  const stops = record.statedScores
    .map(({ evidence }) => placeOf(evidence))
    .flatMap((place) => (place?.table === own?.table ? (place?.row ?? []) : []));
  const at = own?.row ?? 0;
  const above = inTable.filter((row) => rowOf(row) < at);
  const below = inTable.filter((row) => rowOf(row) >= at);
  const after = Math.max(-1, ...stops.filter((row) => row < at));
  const before = Math.min(Number.POSITIVE_INFINITY, ...stops.filter((row) => row > at));
  return {
    above,
    below,
    fromAbove: above.filter((row) => rowOf(row) <= after).length,
    toBelow: below.filter((row) => rowOf(row) < before).length,
  };
}

function placeOf(evidence: readonly Evidence[]): { readonly table: number; readonly row: number } | undefined {
  const [first] = evidence;
  return first?.table === undefined || first.row === undefined ? undefined : { table: first.table, row: first.row };
}
