import type { Evidence } from "../../core/evidence.js";
import { meets } from "../../core/interval.js";
import type { Judged, Stated } from "../judged.js";
import type { Row } from "../rows/row.js";
import { isWeightless, type Tally, tally, toItem } from "./tally.js";

/** No part has more rows. */
const MOST_ROWS = 100;

/**
 * Whether a stated part is the sum of rows right above it in its table (right below, where the first part is stated above all rows), whatever levels they were
 * read under: those up to the next part that is stated, or as many as have both its marks and its score.
 */
export function agreesByPlace(part: Stated, judged: Judged, figure: "weights" | "scores"): boolean {
  const { rows, bounded } = rowsBeside(part, judged);
  if (holds[figure](part, tallied(rows.slice(0, bounded)))) return true;
  const runs = rows.slice(0, MOST_ROWS).map((_, i) => tallied(rows.slice(0, i + 1)));
  return runs.some((sum) => holds.weights(part, sum) && holds.scores(part, sum));
}

const holds = {
  weights: ({ marks }: Stated, sum: Tally): boolean => marks !== null && !isWeightless(sum) && meets(sum.weights, marks),
  scores: ({ score }: Stated, sum: Tally): boolean => score !== null && sum.items.length > 0 && !sum.open && meets(sum.scores, score),
};

function tallied(rows: readonly Row[]): Tally {
  return tally(rows.map(toItem));
}

/** The rows of a part's table beside it, from the nearest on, and how many of these stand before the next part that is stated. */
function rowsBeside({ stated }: Stated, { counted, record }: Judged): { readonly rows: readonly Row[]; readonly bounded: number } {
  const own = placeOf(stated.evidence);
  if (!own) return { rows: [], bounded: 0 };
  const inTable = counted.filter(({ indicator }) => placeOf(indicator.evidence)?.table === own.table);
  const rowOf = (row: Row): number => placeOf(row.indicator.evidence)!.row;
  const stops = record.statedScores
    .flatMap(({ evidence }) => placeOf(evidence) ?? [])
    .flatMap(({ table, row }) => (table === own.table ? row : []));
  if (Math.min(...stops) <= Math.min(...inTable.map(rowOf))) {
    const below = inTable.filter((row) => rowOf(row) >= own.row);
    const next = Math.min(...stops.filter((row) => row > own.row));
    return { rows: below, bounded: below.filter((row) => rowOf(row) < next).length };
  }
  const above = inTable.filter((row) => rowOf(row) < own.row).reverse();
  const last = Math.max(...stops.filter((row) => row < own.row));
  return { rows: above, bounded: above.filter((row) => rowOf(row) > last).length };
}

function placeOf(evidence: readonly Evidence[]): { readonly table: number; readonly row: number } | undefined {
  const [first] = evidence;
  return first?.table === undefined || first.row === undefined ? undefined : { table: first.table, row: first.row };
}
