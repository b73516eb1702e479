import type { Evidence } from "../../core/evidence.js";
import { groupBy } from "../../core/group-by.js";
import { meets } from "../../core/interval.js";
import type { Judged, Stated } from "../judged.js";
import type { Row } from "../rows/row.js";
import { extentOf, isWeightless, type Tally, tally, toItem } from "./tally.js";

/** No part has more rows. */
const MOST_ROWS = 100;

/**
 * Whether a stated part is the sum of rows right above it in its table (right below, where the first part is stated above all rows), whatever levels they were
 * read under: those up to the next part that is stated, or as many as have both its marks and its score.
 */
export function agreesByPlace(part: Stated, judged: Judged, figure: "weights" | "scores"): boolean {
  const { rows, bounded } = rowsBeside(part, judged);
  if (holds[figure](part, tally(rows.slice(0, bounded).map(toItem)))) return true;
  const { marks, score } = part;
  if (marks === null || score === null) return false;
  const items = rows.slice(0, MOST_ROWS).map(toItem);
  for (let count = 1; count <= items.length; count++) {
    const sum = tally(items.slice(0, count));
    if (holds.weights(part, sum) && holds.scores(part, sum)) return true;
    if (extentOf(sum, marks) === "over") return false;
  }
  return false;
}

const holds = {
  weights: ({ marks }: Stated, sum: Tally): boolean => marks !== null && !isWeightless(sum) && meets(sum.weights, marks),
  scores: ({ score }: Stated, sum: Tally): boolean => score !== null && sum.items.length > 0 && !sum.open && meets(sum.scores, score),
};

/** The rows of a part's table beside it, from the nearest on, and how many of these stand before the next part that is stated. */
function rowsBeside({ stated }: Stated, judged: Judged): { readonly rows: readonly Row[]; readonly bounded: number } {
  const own = placeOf(stated.evidence);
  const places = own && placesOf(judged).get(own.table);
  if (!places) return { rows: [], bounded: 0 };
  const { stops, isStatedAhead } = places;
  const isBeside = (row: number): boolean => (isStatedAhead ? row >= own.row : row < own.row);
  const beside = places.rows.filter(({ at }) => isBeside(at));
  if (!isStatedAhead) beside.reverse();
  const next = isStatedAhead ? stops.find((stop) => stop > own.row) : stops.findLast((stop) => stop < own.row);
  const isBefore = (row: number): boolean => next === undefined || (isStatedAhead ? row < next : row > next);
  return { rows: beside.map(({ row }) => row), bounded: beside.filter(({ at }) => isBefore(at)).length };
}

/** What stands in which row of a table. */
interface Places {
  readonly rows: readonly { readonly row: Row; readonly at: number }[];
  /** The rows that state parts, from the top. */
  readonly stops: readonly number[];
  /** The first part is stated above all rows. */
  readonly isStatedAhead: boolean;
}

const known = new WeakMap<Judged, ReadonlyMap<number, Places>>();

/** For each table with indicators what stands where, found once for a report. */
function placesOf(judged: Judged): ReadonlyMap<number, Places> {
  const found = known.get(judged) ?? findPlaces(judged);
  known.set(judged, found);
  return found;
}

function findPlaces({ counted, record }: Judged): ReadonlyMap<number, Places> {
  const inTables = counted.flatMap((row) => {
    const place = placeOf(row.indicator.evidence);
    return place ? [{ row, table: place.table, at: place.row }] : [];
  });
  const stated = groupBy(
    record.statedScores.flatMap(({ evidence }) => placeOf(evidence) ?? []),
    ({ table }) => table,
  );
  const tables = [...groupBy(inTables, ({ table }) => table)].map(([table, rows]): [number, Places] => {
    const stops = (stated.get(table) ?? []).map(({ row }) => row).sort((a, b) => a - b);
    const first = rows.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
    return [table, { rows, stops, isStatedAhead: stops.length > 0 && stops[0]! <= first }];
  });
  return new Map(tables);
}

function placeOf(evidence: readonly Evidence[]): { readonly table: number; readonly row: number } | undefined {
  const [first] = evidence;
  return first?.table === undefined || first.row === undefined ? undefined : { table: first.table, row: first.row };
}
