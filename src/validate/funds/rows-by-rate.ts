import { exact } from "../../core/decimal.js";
import { type Interval, inPercent, point } from "../../core/interval.js";
import type { Fund, Quantity } from "../../core/record.js";
import type { Judged } from "../judged.js";
import type { Row } from "../rows/row.js";
import { isOfShares } from "../standard/standard.js";
import { agrees, basesOf, isIdle, rateOver } from "./execution.js";

/** An indicator on the budget's execution, and the fund row whose rate it is scored by. */
export interface RowByRate {
  readonly row: Row;
  readonly fund: Fund;
  readonly index: number;
}

const NAMES_EXECUTION = /(?:执行|支出|支付|使用)(?:率|进度|情况)|^预算执行$/u;

/**
 * The indicators that are scored by the rate of the total row: they tell no target, or one of 100%, so that the score is weight × rate and nothing else. None
 * where the fund table has marks of its own, or no rate can be told.
 */
export function rowsByRate(judged: Judged): RowByRate[] {
  const { funds } = judged.record;
  const index = funds.findIndex((fund) => fund.source === "total");
  const fund = funds[index];
  if (fund === undefined || funds.some(({ score, weight }) => score !== null && weight !== null) || ratesOf(fund, judged).length === 0)
    return [];
  // Of several below 预算执行 only those that say so are scored by the rate: 固定资产利用率 is another matter.
  const several = judged.counted.filter(({ indicator }) => indicator.category === "execution").length > 1;
  return judged.counted.flatMap((row) => {
    const { category, level3, targetValue, weight, score, target, sharesMarks } = row.indicator;
    if (category !== "execution" || weight === null || score === null || sharesMarks) return [];
    const isAsked = target === "" ? !several || NAMES_EXECUTION.test(level3) : NAMES_EXECUTION.test(level3) && isWhole(targetValue);
    return isAsked && (row.standard === undefined || isOfShares(row.standard)) ? [{ row, fund, index }] : [];
  });
}

/** 100%, ≥100%. */
function isWhole(target: Quantity | null): boolean {
  return target !== null && (target.operator === "=" || target.operator === ">=") && target.unit === "%" && exact(target.value).eq(100);
}

/**
 * The rates by which a score for execution may have been given: recomputed from the amounts where they stand, else as stated. A stated rate that is
 * the rounding of the recomputed one may have been multiplied as it is printed.
 */
export function ratesOf(fund: Fund, judged: Judged): Interval[] {
  const bases = basesOf(fund, judged.profile);
  if (bases.some((base) => isIdle(fund, base))) return [];
  const recomputed = bases.flatMap((base) => rateOver(fund, base) ?? []);
  const rate = fund.executionRate;
  if (recomputed.length === 0) return rate === null ? [] : [inPercent(rate)];
  return rate !== null && agrees(rate, recomputed) ? [...recomputed, point(rate.value)] : recomputed;
}
