import { inPercent } from "../../core/interval.js";
import type { Fund, FundAmount, Percent } from "../../core/record.js";
import type { Cited } from "../accusation.js";
import { draft, figure, fund, money } from "../example-draft.js";
import { COLUMN_NAMES, citeFund, printedAmount } from "../funds/amounts.js";
import { agrees, basesOf, isIdle, RATE_BASES, type RateBase, rateOver } from "../funds/execution.js";
import type { Judged } from "../judged.js";
import { defineRule } from "../rule.js";
import { gap, middle, placesOf, rounding } from "../wording.js";

/**
 * Each stated rate of a row. One that the prose tells beside the table's is of an unnamed base, so that any will do, and may be the
 * table's rate rounded once more.
 */
function told(judged: Judged): { readonly index: number; readonly rate: Percent; readonly cited: Cited; readonly bases: RateBase[] }[] {
  const { funds, claims } = judged.record;
  const ofRows = funds.flatMap((fund, index) =>
    fund.executionRate === null
      ? []
      : [{ index, rate: fund.executionRate, cited: citeFund(fund, index, "executionRate"), bases: basesOf(fund, judged.profile) }],
  );
  const inProse = claims.rates.flatMap(({ source, rate, evidence }, claim) => {
    const rows = funds.flatMap((fund, index) => (fund.source === source && fund.executed !== null ? [index] : []));
    const fund = rows.length === 1 ? funds[rows[0]!] : undefined;
    if (fund === undefined || (fund.executionRate !== null && agrees(rate, [inPercent(fund.executionRate)]))) return [];
    if (isOfOwnAmounts(judged, fund, rate)) return [];
    const bases = RATE_BASES.filter((base) => fund[base] !== null);
    return [
      { index: rows[0]!, rate, cited: { path: `/claims/rates/${claim}`, evidence: rate.evidence ?? evidence, doubt: rate.doubt }, bases },
    ];
  });
  return [...ofRows, ...inProse];
}

/** A rate that is right of the amounts told with it: it is those that are held against the table. */
function isOfOwnAmounts({ record: { claims } }: Judged, fund: Fund, rate: Percent): boolean {
  const told = (field: FundAmount) => claims.amounts.find((claim) => claim.source === fund.source && claim.field === field)?.money ?? null;
  const own = { ...fund, executed: told("executed"), ...Object.fromEntries(RATE_BASES.map((base) => [base, told(base)])) };
  return (
    own.executed !== null &&
    agrees(
      rate,
      RATE_BASES.flatMap((base) => rateOver(own, base) ?? []),
    )
  );
}

/** `funds/execution-rate-mismatch`: the stated rate is not executed ÷ budget. */
export const fundsExecutionRateMismatch = defineRule({
  id: "funds/execution-rate-mismatch",
  severity: "error",
  title: { zh: "预算执行率与执行数、预算数不符", en: "The execution rate is not executed ÷ budget" },
  why: {
    zh: "执行率＝全年执行数÷全年（调整后）预算数，是计算预算执行得分的依据。",
    en: "The rate is the amount executed over the adjusted budget, and the execution score follows from it.",
  },
  source: "财预〔2020〕10号, 自评表: 执行率 (B/A); reviewers' checks 22 and 24",
  accuse(judged) {
    return told(judged).flatMap(({ index, rate, cited, bases }) => {
      const fund = judged.record.funds[index]!;
      const rates = bases.flatMap((base) => rateOver(fund, base) ?? []);
      const [first] = rates;
      if (first === undefined || bases.some((base) => isIdle(fund, base)) || agrees(rate, rates)) return [];
      const base = bases.find((one) => rateOver(fund, one) !== undefined)!;
      const budget = fund[base]!;
      const recomputed = middle(first, placesOf(rate.value));
      const column = COLUMN_NAMES[base];
      return [
        {
          subject: fund.label,
          stated: rate.value,
          recomputed,
          difference: gap(rate.value, recomputed),
          message: {
            zh: `“${fund.label}”写明执行率 ${rate.raw}，而执行数 ${printedAmount(fund.executed!)} ÷ ${column.zh} ${printedAmount(budget)} ＝ ${recomputed}%${rounding(first, "%").zh}，取整不能解释。`,
            en: `${fund.label}: stated rate ${rate.raw}; ${printedAmount(fund.executed!)} executed ÷ ${column.en} of ${printedAmount(budget)} = ${recomputed}%${rounding(first, "%").en}: rounding does not explain it.`,
          },
          cites: [cited, citeFund(fund, index, "executed"), citeFund(fund, index, base)],
        },
      ];
    });
  },
  examples: [
    {
      title: "86.82% is stated of 239.10 out of 260.40, which is 91.82%",
      kind: "raises",
      draft: draft({
        funds: [fund("年度资金总额", { adjustedBudget: money("260.40"), executed: money("239.10"), executionRate: figure("86.82%") })],
      }),
      finds: [{ subject: "年度资金总额", stated: "86.82", recomputed: "91.82" }],
    },
    {
      title: "0.1 of 650, a share rounded at its only decimal, of 94 spent",
      kind: "passes",
      draft: draft({
        funds: [
          fund("年度资金总额", {
            adjustedBudget: money("650"),
            executed: money("94"),
            executionRate: { raw: "0.1", value: "10" },
          }),
        ],
      }),
      finds: [],
    },
    {
      title: "91.82% of the same amounts",
      kind: "passes",
      draft: draft({
        funds: [fund("年度资金总额", { adjustedBudget: money("260.40"), executed: money("239.10"), executionRate: figure("91.82%") })],
      }),
      finds: [],
    },
    {
      title: "Nothing budgeted and nothing spent: 0% and 100% are both told of it",
      kind: "passes",
      draft: draft({
        funds: [
          fund("上年结转资金", {
            source: "carryover",
            adjustedBudget: money("0.00"),
            executed: money("0.00"),
            executionRate: figure("0.00%"),
          }),
          fund("其他资金", { source: "other", adjustedBudget: money("0.00"), executed: money("0.00"), executionRate: figure("100.00%") }),
        ],
      }),
      finds: [],
    },
    {
      title: "The prose's 90% is of the prose's own 90 out of 100: those amounts are what differs from the table",
      kind: "passes",
      draft: draft({
        funds: [fund("年度资金总额", { adjustedBudget: money("100.00"), executed: money("95.00"), executionRate: figure("95.00%") })],
        claims: {
          amounts: [
            { source: "total", field: "adjustedBudget", money: money("100.00"), evidence: [] },
            { source: "total", field: "executed", money: money("90.00"), evidence: [] },
          ],
          rates: [{ source: "total", rate: figure("90%"), evidence: [] }],
        },
      }),
      finds: [],
      also: ["funds/narrative-mismatch"],
    },
    {
      title: "96% carries ± 0.5 and meets 95.97%",
      kind: "edge",
      draft: draft({
        funds: [fund("年度资金总额", { adjustedBudget: money("4012.60"), executed: money("3850.90"), executionRate: figure("96%") })],
      }),
      finds: [],
    },
    {
      title: "97% does not meet 95.97%",
      kind: "edge",
      draft: draft({
        funds: [fund("年度资金总额", { adjustedBudget: money("4012.60"), executed: money("3850.90"), executionRate: figure("97%") })],
      }),
      finds: [{ subject: "年度资金总额", stated: "97", recomputed: "95.97" }],
    },
    {
      title: "The table's head divides by the initial budget, in another unit",
      kind: "passes",
      draft: draft({
        funds: [
          fund("年度资金总额", {
            initialBudget: money("100", "万元"),
            adjustedBudget: money("120", "万元"),
            executed: money("900000.00", "元"),
            executionRate: figure("90%"),
            rateBase: "initialBudget",
          }),
        ],
      }),
      finds: [],
    },
  ],
});
