import { decimalPlaces, exact } from "../../../core/decimal.js";
import type { Table } from "../../../core/extracted.js";
import { groupBy } from "../../../core/group-by.js";
import { points } from "../../../core/interval.js";
import { type Doubt, FUND_AMOUNTS } from "../../../core/record.js";
import { isRateOf } from "../../figures/rate-of.js";
import { unsure } from "../../figures/unsure.js";
import { doubtFund } from "../../funds/doubt-fund.js";
import type { ToldFund } from "../../funds/told-fund.js";
import { namesTwoSources } from "../../lexicon/labels/fund-source.js";
import { fundRole } from "../../lexicon/labels/head-words.js";
import type { ReadTable } from "../../tables/read-tables.js";
import { DOUBT, shakyTables } from "./shaky-tables.js";

/** No money's execution has so many marks. */
const MOST_MARKS = 100;
/** Marks have no such decimals, and an amount seldom where others of its row have fewer: another figure's digits ran into it. */
const MANY_PLACES = 3;
const IMPOSSIBLE = unsure("the execution has more marks than a report: figures ran together, or stand in each other's columns");
const UNBORNE = unsure("rebuilt from a text, and no row's amounts give its rate: figures may stand in each other's columns");
const RAN_TOGETHER = unsure("labels or figures of several cells may be one");
const SHIFTED = unsure("rebuilt from a text, and a head stands where a row's label should: labels may stand beside each other's figures");
const NAMELESS = unsure("several rows of the table have no name: what names them may stand on another page");
const UNITS = unsure("rows of one table have amounts in different units: which of them is stated for all does not tell");

/**
 * The funds of each table; all amounts of a table are doubtful that was rebuilt with doubt, several of whose rows lack a name, or whose columns only gutters part where labels ran together, or, where it
 * was rebuilt from a text, whose figures do not bear each other out. So are those beside impossible marks.
 */
export function doubtFunds(funds: readonly (readonly ToldFund[])[], tables: readonly ReadTable[]): ToldFund[][] {
  const shaky = shakyTables(tables);
  const originOf = new Map(tables.map(({ table }) => [table.index, table.origin]));
  return funds.map((rows) => {
    const ofTables = new Map(
      [...groupBy(rows, ({ place }) => place.table)].map(([table, own]) => [
        table,
        shaky.has(table) ? DOUBT : areNameless(own) ? NAMELESS : DOUBTS_BY_ORIGIN[originOf.get(table) ?? "ruled"]?.(own),
      ]),
    );
    return rows.map((fund) => {
      const doubt = ofTables.get(fund.place.table) ?? (hasImpossibleMarks(fund) ? IMPOSSIBLE : undefined);
      return doubt ? doubtFund(fund, doubt) : fund;
    });
  });
}

function areNameless(rows: readonly ToldFund[]): boolean {
  return rows.filter(({ label }) => label === "").length > 1;
}

function hasImpossibleMarks({ weight }: ToldFund): boolean {
  return weight !== null && (Number(weight.value) > MOST_MARKS || decimalPlaces(weight.value) >= MANY_PLACES);
}

/** What is asked of the rows of tables whose cells nothing parts, by what told the cells. */
const DOUBTS_BY_ORIGIN: { readonly [origin in Table["origin"]]?: (rows: readonly ToldFund[]) => Doubt | undefined } = {
  delimited: misplaced,
  aligned: ranTogether,
};

/** Why labels may be of two columns that only gutters part: with them the unit of all rows stands in one row's label. */
function ranTogether(rows: readonly ToldFund[]): Doubt | undefined {
  if (rows.some(({ label }) => namesTwoSources(label))) return RAN_TOGETHER;
  return new Set(rows.flatMap((fund) => FUND_AMOUNTS.flatMap((field) => fund[field]?.unit ?? []))).size > 1 ? UNITS : undefined;
}

/** Why figures of rows that a text tells may stand in each other's places. */
function misplaced(rows: readonly ToldFund[]): Doubt | undefined {
  if (rows.some(hasPiecesOfTwo)) return RAN_TOGETHER;
  if (rows.some(({ label }) => isHead(label))) return SHIFTED;
  const together = ranTogether(rows);
  if (together) return together;
  const rated = rows.map(givesRate).filter((gives) => gives !== undefined);
  return rated.length > 0 && !rated.includes(true) && rows.some(isOutOfPlace) ? UNBORNE : undefined;
}

/** Whether the row's rate is none, or is that of other amounts of the row than those under its heads; more spent than there was tells of exchanged heads. */
function isOutOfPlace(fund: ToldFund): boolean {
  const { executed, executionRate } = fund;
  if (!executionRate) return false;
  if (Number(executionRate.value) > MOST_MARKS || decimalPlaces(executionRate.value) >= MANY_PLACES) return true;
  const budget = budgetOf(fund);
  if (executed && budget && exact(executed.yuan).gt(budget.yuan)) return true;
  const amounts = [...new Set(FUND_AMOUNTS.flatMap((field) => fund[field]?.yuan ?? []))].filter((yuan) => !exact(yuan).isZero());
  return amounts.some((spent) => amounts.some((of) => of !== spent && isRateOf(executionRate, spent, of)));
}

function isHead(label: string): boolean {
  const head = fundRole(label);
  return head?.exact === true || head?.role === "label";
}

function hasPiecesOfTwo(fund: ToldFund): boolean {
  const places = FUND_AMOUNTS.flatMap((field) => (fund[field] ? [decimalPlaces(fund[field].value)] : []));
  return Math.max(...places) >= MANY_PLACES && new Set(places).size > 1 && givesRate(fund) !== true;
}

/** Whether the row's rate, or its score, follows from what was spent of its budget; undefined where it tells neither, or no amounts. */
function givesRate(fund: ToldFund): boolean | undefined {
  const { executed, executionRate, weight, score } = fund;
  const budget = budgetOf(fund);
  if (!executed || !budget || !executionRate || exact(budget.yuan).isZero()) return undefined;
  if (isRateOf(executionRate, executed.yuan, budget.yuan)) return true;
  if (!weight || !score) return false;
  const due = exact(weight.value).times(executed.yuan).div(budget.yuan);
  const { low, high } = points(score.value);
  return due.gte(low.minus(SLACK)) && due.lte(high.plus(SLACK));
}

function budgetOf({ rateBase, ...fund }: ToldFund) {
  return (rateBase && fund[rateBase]) ?? fund.adjustedBudget ?? fund.initialBudget ?? fund.received;
}

/** Scores are rounded to a tenth or less. */
const SLACK = 0.05;
