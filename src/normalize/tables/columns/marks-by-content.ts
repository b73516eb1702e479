import { exact } from "../../../core/decimal.js";
import { meets, points, sum } from "../../../core/interval.js";
import { cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import type { Grid } from "../grid.js";
import { isTotalRow } from "../is-total-row.js";
import type { Columns } from "../region.js";
import { columnsWithoutRole } from "./columns-without-role.js";

/** Share of the rows with full marks that must have a score. */
const MOSTLY = 0.7;
/** How many rows must show what a column holds. */
const FEWEST_SHOWN = 2;
/** Rows beside which one may have more than its marks. */
const FEWEST_BESIDE_SLIP = 6;

/**
 * Full marks or scores, or both, under heads that no list knows: of the columns without a role the ones of points, in each row but perhaps one no
 * score above its full marks, that sum to what such columns sum to. Where several do, none is believed.
 */
export function withMarksByContent(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const { of } = columns;
  const [weight, score] = [of.get("weight")?.[0], of.get("score")?.[0]];
  if ((weight !== undefined && score !== undefined) || of.has("review") || of.has("itemScore")) return columns;
  const free = columnsWithoutRole(grid, body, columns);
  const isNew = weight === undefined && score === undefined;
  const pairs = (weight === undefined ? free : [weight]).flatMap((full) =>
    (score === undefined ? free : [score])
      .filter(
        (given) =>
          (isNew ? full < given : full !== given) &&
          areMarks(grid, body, { full, given }, { full: weight !== undefined, given: score !== undefined }),
      )
      .map((given) => ({ full, given })),
  );
  const [pair, ...others] = pairs;
  if (!pair || others.length > 0) return columns;
  return { of: new Map([...of, ["weight", [pair.full]], ["score", [pair.given]]]), heads: columns.heads };
}

/** Whether two columns known for full marks and scores sum to what such columns sum to. */
export function sumToWhole(grid: Grid, body: readonly number[], full: number, given: number): boolean {
  return areMarks(grid, body, { full, given }, { full: false, given: false });
}

/** The marks of a table whose full marks are all told among its indicators, or but for the execution of the budget. */
const USUAL_SUMS = ["100", "90", "80"];

/** Whether, in the rows that have marks in the known column, two columns are full marks and scores by row and by sum. */
function areMarks(
  grid: Grid,
  body: readonly number[],
  { full, given }: { readonly full: number; readonly given: number },
  isKnown: { readonly full: boolean; readonly given: boolean },
): boolean {
  const known = isKnown.given ? given : full;
  const rows = body.filter((row) => !isTotalRow(grid, row) && marks(grid, row, known) !== undefined);
  const both = rows.map((row) => [marks(grid, row, full), marks(grid, row, given)] as const);
  const scored = both.filter(([, part]) => part !== undefined);
  if (scored.length < Math.max(FEWEST_SHOWN, both.length * MOSTLY)) return false;
  if (both.some(([whole]) => whole === undefined)) return false;
  // One score above its marks may be the author's slip.
  const beyond = scored.filter(([whole, part]) => exact(whole!).lt(part!));
  if (beyond.length > (scored.length >= FEWEST_BESIDE_SLIP ? 1 : 0)) return false;
  const stated = (column: number) => body.filter((row) => isTotalRow(grid, row)).flatMap((row) => marks(grid, row, column) ?? []);
  const [whole, part] = [sum(both.map(([one]) => points(one!))), sum(scored.map(([, one]) => points(one!)))];
  const isWhole = () => [...stated(full), ...USUAL_SUMS].some((one) => meets(points(one), whole));
  // What the execution of the budget scored may stand elsewhere. Where nothing is stated, most have all their marks; on a recognised page it may be lost.
  const isRecognised = rows.some((row) => grid.at(row, full)?.reading !== undefined);
  const totals = stated(given);
  const isPart = () =>
    totals.length > 0
      ? totals.some((one) => exact(one).gte(part.low) && exact(one).minus(part.high).lte(exact("100").minus(whole.low)))
      : !isRecognised && scored.filter(([one, other]) => exact(one!).eq(other!)).length > scored.length / 2;
  return (isKnown.full || isWhole()) && (isKnown.given || isPart());
}

function marks(grid: Grid, row: number, column: number): string | undefined {
  const cell = grid.at(row, column);
  return cell?.row === row ? pointsOf(cellText(cell)) : undefined;
}
