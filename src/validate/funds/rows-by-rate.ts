import { exact } from "../../core/decimal.js";
import { type Interval, inPercent, meets, point, rounded } from "../../core/interval.js";
import type { Draft, Fund, Indicator, Quantity } from "../../core/record.js";
import type { Profile } from "../profile.js";
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
/** The rate of the whole budget's execution: 政府采购执行率, 基本支出执行率 and 上半年支出进度 are of parts. */
const OF_THE_WHOLE = /^(?:年度|全年|本年|项目|部门|整体|预算|资金|经费|财政)*(?:执行|支出)(?:率|进度|情况)?$/u;

/**
 * The indicators that are scored by the rate of the total row: they tell neither target nor its value, or a target of 100% and that very rate as their actual.
 * None where the fund table has marks of its own, or no rate can be told. `counted`: the rows that take part in sums.
 */
export function rowsByRate({ funds }: Draft, counted: readonly Row[], profile: Profile): RowByRate[] {
  const index = funds.findIndex((fund) => fund.source === "total");
  const fund = funds[index];
  if (fund === undefined || funds.some(({ score, weight }) => score !== null && weight !== null)) return [];
  const rates = ratesOf(fund, profile);
  // Of several below 预算执行 only those that say so are scored by the rate: 固定资产利用率 is another matter.
  const several = counted.filter(({ indicator }) => indicator.category === "execution").length > 1;
  return counted.flatMap((row) => {
    const { category, level3, targetValue, weight, score, target } = row.indicator;
    if (category !== "execution" || weight === null || score === null) return [];
    const isBare = target === "" && targetValue === null && (!several || NAMES_EXECUTION.test(level3));
    const isAsked = isBare || (isWhole(targetValue) && OF_THE_WHOLE.test(level3) && tellsRate(row.indicator, rates));
    return isAsked && (row.standard === undefined || isOfShares(row.standard)) ? [{ row, fund, index }] : [];
  });
}

/** 100%, ≥100%. */
function isWhole(target: Quantity | null): boolean {
  return target !== null && (target.operator === "=" || target.operator === ">=") && target.unit === "%" && exact(target.value).eq(100);
}

/** Whether the indicator's actual is one of the rates, as it is rounded. */
function tellsRate({ actualValue, sharesMarks }: Indicator, rates: readonly Interval[]): boolean {
  return actualValue?.unit === "%" && !sharesMarks && rates.some((rate) => meets(rounded(actualValue.value), rate));
}

/**
 * The rates by which a score for execution may have been given: recomputed from the amounts where they stand, else as stated. A stated rate that is
 * the rounding of the recomputed one may have been multiplied as it is printed.
 */
export function ratesOf(fund: Fund, profile: Profile): Interval[] {
  const bases = basesOf(fund, profile);
  if (bases.some((base) => isIdle(fund, base))) return [];
  const recomputed = bases.flatMap((base) => rateOver(fund, base) ?? []);
  const rate = fund.executionRate;
  if (recomputed.length === 0) return rate === null ? [] : [inPercent(rate)];
  return rate !== null && agrees(rate, recomputed) ? [...recomputed, point(rate.value)] : recomputed;
}
