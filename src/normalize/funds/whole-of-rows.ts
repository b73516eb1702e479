import { exact, sumOf } from "../../core/decimal.js";
import { FUND_AMOUNTS } from "../../core/record.js";
import { fundSource } from "../lexicon/labels/fund-source.js";
import type { ToldFund } from "./told-fund.js";

/** Whether tasks sum to a total: what is spent beside tasks (salaries, a running office) no list of tasks tells. */
export function sumsUpTasks(rows: readonly ToldFund[]): boolean {
  const whole = rows.find(({ source }) => source === "total");
  const parts = rows.filter((fund) => fund !== whole);
  return whole !== undefined && parts.length > 1 && sumsUp(whole, parts);
}

/**
 * Rows of which most are no sources of money list something else: items of expenditure, projects, places. Parts of a total that stands
 * before them, or that is called the total of funds, may have names of their own.
 */
export function namesNoSource(rows: readonly { readonly label: string }[]): boolean {
  const sources = rows.map(({ label }) => (label === "" ? "unnamed" : fundSource(label)));
  if (sources[0] === "total" || rows.some(({ label }, i) => sources[i] === "total" && /资金|预算|经费|金额/u.test(label))) return false;
  const parts = sources.filter((source) => source !== "total");
  return parts.length > 0 && parts.filter((source) => source !== undefined).length * 2 < parts.length;
}

/** Whether the execution's marks stand beside the row that all others sum to: what they are called, they are parts of the money that is scored. */
export function marksTotal(rows: readonly { readonly fund: ToldFund }[]): boolean {
  const [whole, ...parts] = rows.map(({ fund }) => fund);
  return whole?.weight != null && whole.score !== null && parts.every(({ score }) => score === null) && sumsUp(whole, parts);
}

/** Where no label was read as the total's, the row of an unknown label that all others sum to is the total. */
export function withTotal<Row extends { readonly fund: ToldFund; readonly label: string }>(rows: readonly Row[]): readonly Row[] {
  if (rows.length < 3 || rows.some(({ fund }) => fund.source === "total")) return rows;
  const at = rows.findIndex(
    ({ fund, label }, i) =>
      fundSource(label) === undefined &&
      sumsUp(
        fund,
        rows.filter((_, k) => k !== i).map((row) => row.fund),
      ),
  );
  return rows.map((row, i) => (i === at ? { ...row, fund: { ...row.fund, source: "total" as const } } : row));
}

function sumsUp(whole: ToldFund, parts: readonly ToldFund[]): boolean {
  const told = FUND_AMOUNTS.filter((field) => whole[field] !== null);
  const held = told.filter((field) => sumOf(parts.map((part) => part[field]?.yuan)).eq(whole[field]!.yuan));
  return told.length > 1 && held.length === told.length && told.some((field) => !exact(whole[field]!.yuan).isZero());
}
