import { exact, sumOf } from "../../core/decimal.js";
import { FUND_AMOUNTS, type Money } from "../../core/record.js";
import { mayHaveParts } from "../lexicon/labels/fund-source.js";
import type { FundRow } from "./fund-row.js";
import type { ToldFund } from "./told-fund.js";

type Row = Omit<FundRow, "adjustment">;

const GOVERNMENTS = new Set(["central", "provincial", "municipal", "county"]);

/**
 * Gives each row its depth: 0 the total, 1 its sources, 2 the parts of a source. A second 其中 opens parts of the row above; levels of
 * government below a fiscal row are its parts. Where words leave it open, the reading is taken whose sums hold in more columns.
 */
export function nestFunds(rows: readonly Row[]): ToldFund[] {
  const worded = depthsByWords(rows);
  const flat = rows.map(({ fund }) => (fund.source === "total" ? 0 : 1));
  const best = [worded, flat, ...depthsByRuns(rows)].reduce((kept, candidate) =>
    agreement(rows, candidate) > agreement(rows, kept) ? candidate : kept,
  );
  return rows.map(({ fund }, i) => ({ ...fund, depth: best[i]! }));
}

function depthsByWords(rows: readonly Row[]): number[] {
  let parent: Row | undefined;
  let sourcesOpened = false;
  return rows.map((row, i) => {
    if (row.fund.source === "total") {
      parent = undefined;
      sourcesOpened = false;
      return 0;
    }
    const before = rows[i - 1];
    if (row.group && before?.group === row.group && before.fund.source !== "total") return 2;
    if (row.ofWhich && sourcesOpened && before && before.fund.source !== "total") {
      parent = before;
      return 2;
    }
    sourcesOpened = true;
    if (parent && GOVERNMENTS.has(row.fund.source)) return 2;
    parent = mayHaveParts(row.label) && !GOVERNMENTS.has(row.fund.source) ? row : undefined;
    return 1;
  });
}

/** Readings in which a run of rows right behind some row is parts of it: their names allow it, and they sum to it. */
function depthsByRuns(rows: readonly Row[]): number[][] {
  const readings: number[][] = [];
  if (rows.length > 12) return readings;
  for (let parent = 0; parent < rows.length; parent++) {
    const whole = rows[parent]!;
    if (whole.fund.source === "total" || !mayHaveParts(whole.label)) continue;
    for (let end = parent + 2; end <= rows.length; end++) {
      const run = rows.slice(parent + 1, end);
      if (!run.every((row) => mayBePart(row, whole))) break;
      if (!sumsTo(run, whole)) continue;
      readings.push(rows.map(({ fund }, i) => (fund.source === "total" ? 0 : i > parent && i < end ? 2 : 1)));
    }
  }
  return readings;
}

function mayBePart({ fund }: Row, { fund: whole }: Row): boolean {
  if (GOVERNMENTS.has(fund.source) || fund.source === "fiscal") return true;
  return whole.source === "fiscal" && (fund.source === "current_fiscal" || fund.source === "carryover");
}

function sumsTo(parts: readonly Row[], whole: Row): boolean {
  const judged = FUND_AMOUNTS.flatMap((field) => {
    const sum = whole.fund[field];
    const told = parts.flatMap(({ fund }) => fund[field] ?? []);
    return sum && told.length > 0 ? [{ sum, told }] : [];
  });
  const held = judged.filter(({ sum, told }) =>
    sumOf(told.map(({ yuan }) => yuan))
      .minus(sum.yuan)
      .abs()
      .lte(slackOf(sum, told.length)),
  );
  return held.length === judged.length && judged.some(({ sum }) => !exact(sum.yuan).isZero());
}

/** One unit of the second decimal for each summand. */
function slackOf({ unit }: Money, parts: number) {
  return exact(unit === "元" ? "0.01" : unit === "万元" ? "100" : "1000000").times(parts);
}

/** In how many columns the sources of depth 1 sum to the total, within a unit of the last place for each; blanks prove nothing. */
function agreement(rows: readonly Row[], depths: readonly number[]): number {
  const total = rows.find((_, i) => depths[i] === 0)?.fund;
  if (!total) return 0;
  let held = 0;
  for (const field of FUND_AMOUNTS) {
    const whole = total[field];
    const parts = rows.filter((_, i) => depths[i] === 1).map(({ fund }) => fund[field]);
    if (!whole || parts.length === 0 || parts.every((part) => part === null)) continue;
    const sum = sumOf(parts.map((part) => part?.yuan));
    if (sum.minus(whole.yuan).abs().lte(slackOf(whole, parts.length)) && !exact(whole.yuan).isZero()) held++;
  }
  return held;
}
