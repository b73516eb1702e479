import { FUND_AMOUNTS, type FundAmount, isSourceFund, isWholeFund } from "../../../core/record.js";
import { sumConstraint } from "../constraint.js";
import type { Collector } from "./collector.js";
import { boundConstraint, executionConstraint, rateConstraint } from "./row-constraints.js";

const BASES = ["adjustedBudget", "initialBudget", "received"] as const;

/** Rates, execution scores, and totals over their sources. */
export function collectFunds(collector: Collector): void {
  const { funds } = collector.draft;
  funds.forEach((fund, i) => {
    const path = `/funds/${i}`;
    const amount = (field: FundAmount) => collector.money(fund[field], `${path}/${field}`);
    for (const field of FUND_AMOUNTS) amount(field);
    const executed = amount("executed");
    const rate = collector.percent(fund.executionRate, `${path}/executionRate`);
    const weight = collector.points(fund.weight, `${path}/weight`);
    const score = collector.points(fund.score, `${path}/score`);
    const base = fund.rateBase ?? "adjustedBudget";
    const bases = (fund[base] ? [base] : BASES.filter((each) => fund[each])).map((each) => amount(each)!);
    if (rate && executed && bases.length > 0) collector.constraints.push(rateConstraint(rate, executed, bases));
    if (!weight || !score) return;
    collector.constraints.push(boundConstraint(score, weight));
    const used = [...(executed && bases.length > 0 ? [executed] : []), ...(rate ? [rate] : [])];
    if (used.length > 0) collector.constraints.push(executionConstraint(score, weight, rate, executed ?? null, executed ? bases : []));
  });
  const rows = funds.map((fund, index) => ({ fund, index })).filter(({ fund }) => fund.told !== "prose");
  const [total, ...more] = rows.filter(({ fund }) => isWholeFund(fund));
  if (!total || more.length > 0) return;
  const parts = rows.filter((row) => row !== total && isSourceFund(row.fund));
  for (const field of FUND_AMOUNTS) {
    const slotOf = ({ fund, index }: (typeof rows)[number]) => collector.money(fund[field], `/funds/${index}/${field}`);
    const whole = slotOf(total);
    const stated = parts.flatMap((part) => slotOf(part) ?? []);
    if (whole && parts.length > 0 && stated.length === parts.length)
      collector.constraints.push(sumConstraint([stated], whole, `sum of the sources' ${field}`));
  }
}
