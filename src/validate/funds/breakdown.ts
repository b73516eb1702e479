import { type Interval, inYuan, meets, sum } from "../../core/interval.js";
import { FUND_AMOUNTS, type Fund, type FundAmount, isSourceFund, isWholeFund } from "../../core/record.js";
import { isZero } from "./amounts.js";

export interface Placed {
  readonly fund: Fund;
  readonly index: number;
}

/** The total row of the fund table and the rows that it is said to be the sum of. */
export interface Breakdown {
  readonly total: Placed;
  readonly parts: readonly Placed[];
}

const LEVELS: ReadonlySet<string> = new Set(["central", "provincial", "municipal", "county"]);
const YEARS: ReadonlySet<string> = new Set(["current_fiscal", "carryover"]);

/** The ways in which a table's rows may be meant to sum to its total, the likeliest first. */
export interface Meaning {
  readonly ways: readonly Breakdown[];
  /** The record tells the depth of the rows: another way than the first may excuse a difference, but is not needed to prove it. */
  readonly depthIsTold: boolean;
}

/**
 * The rows of depth 1, or every row but the total where no depths are told; and, where levels stand beside the 财政资金 whose parts
 * they may be, or years beside it, without these. None where there is no total row, or more than one.
 */
export function meaningOf(funds: readonly Fund[]): Meaning {
  const all = funds.map((fund, index) => ({ fund, index }));
  const inTables = all.filter(({ fund }) => fund.told !== "prose");
  const rows = inTables.length > 0 || !listsAllInProse(all) ? inTables : all;
  const [total, ...more] = rows.filter(({ fund }) => isWholeFund(fund));
  if (total === undefined || more.length > 0) return { ways: [], depthIsTold: false };
  const parts = rows.filter((row) => row !== total && isSourceFund(row.fund));
  const has = (source: Fund["source"]) => parts.some(({ fund }) => fund.source === source);
  const without = (sources: ReadonlySet<string>) => parts.filter(({ fund }) => !sources.has(fund.source));
  const nested = [
    ...(has("fiscal") || has("current_fiscal") ? [LEVELS] : []),
    ...(has("fiscal") ? [YEARS, new Set([...LEVELS, ...YEARS])] : []),
  ];
  const ways = [parts, ...nested.map(without).filter((way) => way.length > 0 && way.length < parts.length)];
  return { ways: ways.map((way) => ({ total, parts: way })), depthIsTold: rows.every(({ fund }) => fund.depth !== undefined) };
}

/** Σ of the parts that state the column, and how it stands to the total. */
export interface ColumnSum {
  readonly parts: readonly Placed[];
  readonly sum: Interval;
  readonly verdict: "agrees" | "differs" | "cannot be told";
}

/** Parts that say nothing may carry what is missing; so may sources that the table does not list, unless it is shown to list them all. */
export function sumColumn(breakdown: Breakdown, column: FundAmount): ColumnSum {
  const total = breakdown.total.fund[column];
  const parts = breakdown.parts.filter(({ fund }) => fund[column] !== null);
  const added = sum(parts.map(({ fund }) => inYuan(fund[column]!)));
  if (total === null || parts.length === 0) return { parts, sum: added, verdict: "cannot be told" };
  if (meets(inYuan(total), added)) return { parts, sum: added, verdict: "agrees" };
  const tooMuch = added.low.gt(inYuan(total).high);
  const certain = tooMuch || (parts.length === breakdown.parts.length && listsAll(breakdown));
  return { parts, sum: added, verdict: certain ? "differs" : "cannot be told" };
}

/** Sentences often name a part only; parts that reach the total in one column are all of them. */
function listsAllInProse(rows: readonly Placed[]): boolean {
  const total = rows.find(({ fund }) => fund.source === "total");
  const parts = rows.filter(({ fund }) => fund.source !== "total");
  return total !== undefined && parts.length > 1 && reachesTotal({ total, parts });
}

/** A catch-all row among several, or a column whose parts do reach its total. */
function listsAll({ total, parts }: Breakdown): boolean {
  return (parts.length > 1 && parts.some(({ fund }) => fund.source === "other")) || reachesTotal({ total, parts });
}

function reachesTotal({ total, parts }: Breakdown): boolean {
  return FUND_AMOUNTS.some((column) => {
    const stated = total.fund[column];
    const amounts = parts.flatMap(({ fund }) => fund[column] ?? []);
    return stated !== null && !isZero(stated) && amounts.length > 0 && meets(inYuan(stated), sum(amounts.map(inYuan)));
  });
}
