import { exact, YUAN_PER } from "../../core/decimal.js";
import type { Interval } from "../../core/interval.js";
import type { Fund, FundAmount, Money, MoneyUnit } from "../../core/record.js";
import type { Cited } from "../accusation.js";

/** An interval in yuan told in a unit. */
export function ofUnit(yuan: Interval, unit: MoneyUnit): Interval {
  const factor = exact(YUAN_PER[unit]);
  return { low: yuan.low.div(factor), high: yuan.high.div(factor) };
}

/** An amount as printed, with its unit once: sentences print the unit beside the figure, tables in their head. */
export function printedAmount({ raw, unit }: Money): string {
  return raw.endsWith(unit) ? raw : `${raw}${unit}`;
}

/** Whether an amount is nought as printed. */
export function isZero(money: Money): boolean {
  return exact(money.value).isZero();
}

type FundField = FundAmount | "executionRate" | "weight" | "score" | "label";

/** What a finding cites of a row of funds: the figure, else the whole row. */
export function citeFund(fund: Fund, index: number, field: FundField): Cited {
  const figure = field === "label" ? null : fund[field];
  return { path: `/funds/${index}/${field}`, evidence: figure?.evidence ?? fund.evidence, doubt: figure?.doubt };
}

/** Chinese and English names of the columns, for messages. */
export const COLUMN_NAMES: { readonly [column in FundAmount]: { readonly zh: string; readonly en: string } } = {
  initialBudget: { zh: "年初预算数", en: "initial budget" },
  adjustedBudget: { zh: "全年预算数", en: "adjusted budget" },
  received: { zh: "到位数", en: "amount received" },
  executed: { zh: "全年执行数", en: "amount executed" },
  balance: { zh: "结余", en: "balance" },
};
