import { add, type Interval, meets, points, sum } from "../../../core/interval.js";
import { isCounted } from "../../../core/record.js";
import type { ToldIndicator } from "../../indicators/told.js";
import type { WholeMarks } from "../../indicators/whole-marks.js";

/** What a form leaves to its indicators beside the execution of the budget. */
const BESIDE_EXECUTION = ["90", "80"];

/** What the sums of a report say of its tables. */
export interface Sums extends WholeMarks {
  /** Marks that the report states for a level, and its score. */
  readonly levels: readonly { readonly name: string; readonly fullMarks: string; readonly score?: string }[];
  /** All totals that the report states. */
  readonly totals: readonly string[];
}

/**
 * Weights that reach the full marks (with or without the execution's), or scores that reach a stated total, beside weights only where each row has both, each
 * at its place on a page (`arePlaced`): then it is the author who added the weights wrongly. Rows without points reach none.
 */
export function confirms(
  rows: readonly ToldIndicator[],
  { fullMarks, executionMarks, totals }: Sums,
  { arePlaced, beside = BESIDE_EXECUTION }: { readonly arePlaced: boolean; readonly beside?: readonly string[] | undefined },
): boolean {
  const own = rows.filter(isCounted);
  const reachTotal = () => totals.some((whole) => reaches(own, "score", whole, executionMarks));
  if (own.some(({ weight }) => weight !== null)) {
    const reachMarks = [fullMarks, "100", ...beside].some((whole) => reaches(own, "weight", whole, executionMarks));
    return reachMarks || (arePlaced && own.every(hasMarks) && reachTotal());
  }
  return own.some(({ score }) => score !== null) ? reachTotal() : totals.length === 0;
}

/** Whether a column sums to a whole, with the execution's marks or without. */
function reaches(rows: readonly ToldIndicator[], field: "weight" | "score", whole: string, execution: string | null | undefined): boolean {
  const told = total(rows, field);
  return [told, add(told, points(execution ?? "0"))].some((sum) => meets(sum, points(whole)));
}

/**
 * Levels whose rows have the marks stated for them: where not, rows more likely stand under the wrong level than the author adds wrongly. A row under
 * the wrong level is one too many there and lacks elsewhere: where the rows are all and one level alone differs among all of its rank, it is the author's,
 * unless it has just the marks too many that all levels lack: then a level between them was not seen, or the level's stated score is that of all its rows.
 */
export function groupsAgree(rows: readonly ToldIndicator[], { levels, fullMarks: whole }: Sums, confirmed: boolean): boolean {
  const counted = rows.filter(isCounted);
  const differing = levels.filter(({ name, fullMarks }) => {
    const own = counted.filter((row) => row.level1 === name || row.level2 === name);
    return own.every(({ weight }) => weight !== null) && !meets(total(own, "weight"), points(fullMarks));
  });
  const [only] = differing;
  if (only === undefined) return true;
  const rank = counted.some(({ level1 }) => level1 === only.name) ? "level1" : "level2";
  const own = counted.filter((row) => row[rank] === only.name);
  const others = levels.filter(({ name }) => name !== only.name && counted.some((row) => row[rank] === name));
  const stated = sum([only, ...others].map(({ fullMarks }) => points(fullMarks)));
  const scores = (of: readonly ToldIndicator[]): boolean => only.score !== undefined && meets(total(of, "score"), points(only.score));
  const areAllScored = own.every(hasMarks) && scores(own);
  // The last rows of the level, as far as they have the marks that all levels lack.
  const lacksOne = own.some((_, from) => {
    const above = add(stated, total(own.slice(from), "weight"));
    const isLacking = from > 0 && [whole, ...BESIDE_EXECUTION].some((all) => meets(above, points(all)));
    return isLacking && !(areAllScored && !scores(own.slice(0, from)));
  });
  return confirmed && !lacksOne && differing.length === 1 && counted.every((row) => levels.some(({ name }) => name === row[rank]));
}

/** Whether a row alone has more marks than the whole: no author's slip, but figures of several cells in one. */
export function isBeyond({ weight }: ToldIndicator, { fullMarks }: Sums): boolean {
  return weight !== null && points(weight.value).low.gt(points(fullMarks).high.times(2));
}

function hasMarks({ weight, score }: ToldIndicator): boolean {
  return weight !== null && score !== null;
}

/** Whether the rows' scores are within the full marks: nobody gets more, unless the weights reach these, and the scores a total that is stated so. */
export function isPossible(rows: readonly ToldIndicator[], { fullMarks, executionMarks, totals }: Sums): boolean {
  const own = rows.filter(isCounted);
  if (total(own, "score").low.lte(points(fullMarks).high)) return true;
  return reaches(own, "weight", fullMarks, executionMarks) && totals.some((whole) => reaches(own, "score", whole, executionMarks));
}

/** The sum of a column, as rounded as its figures are. Rows without a figure add nothing. */
function total(rows: readonly ToldIndicator[], field: "weight" | "score"): Interval {
  return sum(rows.flatMap((row) => (row[field] ? [points(row[field].value)] : [])));
}
