import { exact } from "../../../core/decimal.js";
import { inPercent, meets, multiply, point, rounded } from "../../../core/interval.js";
import { range } from "../../../core/range.js";
import { readPercent } from "../../figures/percent.js";
import { pointsOf } from "../../figures/points.js";
import type { FundRole } from "../../lexicon/labels/head-words.js";
import { begunAt, type Grid } from "../grid.js";
import type { Columns } from "../region.js";

/** The columns of the execution's full marks and of what was given of them. */
interface Marks {
  readonly weight: number;
  readonly score: number;
}

/**
 * Marks of the execution, or their score, under heads that no list knows: of the columns behind the first amount the only ones in which the
 * score is the full marks times the rate, wherever they stand in a row, and in one row at least.
 */
export function withMarksByRate(grid: Grid, body: readonly number[], columns: Columns<FundRole>): Columns<FundRole> {
  const { of, heads } = columns;
  const [rate, weight, score] = (["executionRate", "weight", "score"] as const).map((role) => of.get(role)?.[0]);
  if (rate === undefined || score !== undefined) return columns;
  const taken = new Set([...of.values()].flat());
  const free = range(Math.min(...taken) + 1, grid.columnCount).filter((column) => !taken.has(column));
  const pairs = (weight === undefined ? free : [weight])
    .flatMap((weight) => free.filter((score) => score > weight).map((score) => ({ weight, score })))
    .filter((marks) => areMarks(grid, body, rate, marks));
  const [pair, ...others] = pairs;
  if (!pair || others.length > 0) return columns;
  return { of: new Map([...of, ["weight", [pair.weight]], ["score", [pair.score]]]), heads };
}

function areMarks(grid: Grid, body: readonly number[], rate: number, { weight, score }: Marks): boolean {
  const rows = body.flatMap((row) => {
    const percent = readPercent(grid.at(row, rate));
    const [full, given] = [weight, score].map((column) => pointsOf(begunAt(grid, row, column)?.text ?? ""));
    if (full === undefined && given === undefined) return [];
    if (!percent || full === undefined || given === undefined) return [false];
    const share = multiply(multiply(point(full), inPercent(percent)), point("0.01"));
    return [meets(rounded(given), share) || (given === full && exact(percent.value).gte(100))];
  });
  return rows.length > 0 && rows.every((holds) => holds);
}
