import { type Interval, inYuan } from "../../core/interval.js";
import type { Fund } from "../../core/record.js";
import type { Cited } from "../accusation.js";
import { draft, fund, money } from "../example-draft.js";
import { COLUMN_NAMES, citeFund, ofUnit, printedAmount } from "../funds/amounts.js";
import { type Breakdown, type ColumnSum, type Meaning, meaningOf, sumColumn } from "../funds/breakdown.js";
import { readsAsOutline } from "../outline.js";
import { defineRule } from "../rule.js";
import { gap, middle, placesOf, rounding } from "../wording.js";

const COLUMNS = ["initialBudget", "adjustedBudget", "received", "executed"] as const;
type Column = (typeof COLUMNS)[number];

/** The sum that differs: by the likeliest way, by no other way in agreement, and by every way where depths are not told. */
function differing({ ways, depthIsTold }: Meaning, column: Column): { readonly way: Breakdown; readonly summed: ColumnSum } | undefined {
  const sums = ways.map((way) => ({ way, summed: sumColumn(way, column) }));
  if (sums.some(({ summed }) => summed.verdict === "agrees")) return undefined;
  const proving = depthIsTold ? sums.slice(0, 1) : sums;
  return proving.every(({ summed }) => summed.verdict === "differs") ? sums[0] : undefined;
}

/** The column's amounts in every row but the total's, as they stand. */
function amountsBelow(funds: readonly Fund[], { total: whole }: Breakdown, column: Column): Interval[] {
  return funds.flatMap((fund, index) => {
    const amount = index === whole.index || fund.told === "prose" ? null : fund[column];
    return amount === null ? [] : [inYuan(amount)];
  });
}

const total = (adjusted: string, executed: string) =>
  fund("年度资金总额", { depth: 0, adjustedBudget: money(adjusted), executed: money(executed) });
const current = fund("当年财政拨款", { source: "current_fiscal", depth: 1, adjustedBudget: money("412.60"), executed: money("371.20") });
const carried = fund("上年结转资金", { source: "carryover", depth: 1, adjustedBudget: money("88.15"), executed: money("88.15") });
const other = fund("其他资金", { source: "other", depth: 1, adjustedBudget: money("0.00"), executed: money("0.00") });

/** `funds/sources-mismatch`: the total row is not the sum of its source rows. */
export const fundsSourcesMismatch = defineRule({
  id: "funds/sources-mismatch",
  severity: "error",
  title: { zh: "资金总额与各来源之和不符", en: "The total row is not the sum of its sources" },
  why: {
    zh: "年度资金总额应等于当年财政拨款、上年结转资金与其他资金之和；不等时执行率也不可信。",
    en: "The year's total is the sum of its sources; where it is not, the rate built on it cannot be trusted either.",
  },
  source: "财预〔2020〕10号, 自评表: 年度资金总额 and its 其中 rows; reviewers' check 25",
  accuse(judged) {
    const meaning = meaningOf(judged.record.funds);
    return COLUMNS.flatMap((column) => {
      const found = differing(meaning, column);
      if (found === undefined) return [];
      const { way, summed } = found;
      if (readsAsOutline(inYuan(way.total.fund[column]!), amountsBelow(judged.record.funds, way, column))) return [];
      const stated = way.total.fund[column]!;
      const told = ofUnit(summed.sum, stated.unit);
      const recomputed = middle(told, placesOf(stated.value));
      const name = COLUMN_NAMES[column];
      const parts = summed.parts.map(({ fund }) => `${fund.label} ${fund[column]!.raw}`).join(" ＋ ");
      const cites: [Cited, ...Cited[]] = [
        citeFund(way.total.fund, way.total.index, column),
        ...summed.parts.map(({ fund, index }) => citeFund(fund, index, column)),
      ];
      return [
        {
          subject: column,
          stated: stated.value,
          recomputed,
          difference: gap(stated.value, recomputed),
          message: {
            zh: `${name.zh}：${way.total.fund.label} ${printedAmount(stated)}，而 ${parts} ＝ ${recomputed}${stated.unit}${rounding(told).zh}，取整不能解释。`,
            en: `${name.en}: ${way.total.fund.label} is ${printedAmount(stated)}, but ${parts} = ${recomputed}${stated.unit}${rounding(told).en}: rounding does not explain it.`,
          },
          cites,
          restsOn: "funds" as const,
        },
      ];
    });
  },
  examples: [
    {
      title: "412.60 and 88.15 are not 470.28",
      kind: "raises",
      draft: draft({ funds: [total("470.28", "459.35"), current, carried, other] }),
      finds: [{ subject: "adjustedBudget", stated: "470.28", recomputed: "500.75" }],
    },
    {
      title: "412.60 and 88.15 are 500.75",
      kind: "passes",
      draft: draft({ funds: [total("500.75", "459.35"), current, carried, other] }),
      finds: [],
    },
    {
      title: "The money is broken down twice, by source and by use",
      kind: "passes",
      draft: draft({
        funds: [
          total("1200", "1150"),
          fund("一般公共预算", { source: "fiscal", depth: 1, adjustedBudget: money("1100"), executed: money("1060") }),
          fund("其他资金", { source: "other", depth: 1, adjustedBudget: money("100"), executed: money("90") }),
          fund("基本支出", { source: "other", depth: 1, adjustedBudget: money("650"), executed: money("640") }),
          fund("项目支出", { source: "other", depth: 1, adjustedBudget: money("550"), executed: money("510") }),
        ],
      }),
      finds: [],
    },
    {
      title: "A part of a part is not counted twice",
      kind: "passes",
      draft: draft({
        funds: [
          fund("年度总金额", { depth: 0, adjustedBudget: money("73.60") }),
          fund("财政资金小计", { source: "fiscal", depth: 1, adjustedBudget: money("73.60") }),
          fund("市级", { source: "municipal", depth: 2, adjustedBudget: money("73.60") }),
        ],
      }),
      finds: [],
    },
    {
      title: "Three amounts of two decimals may miss their total by 0.02",
      kind: "edge",
      draft: draft({ funds: [total("500.77", "459.35"), current, carried, other] }),
      finds: [],
    },
    {
      title: "By 0.03 they may not",
      kind: "edge",
      draft: draft({ funds: [total("500.78", "459.35"), current, carried, other] }),
      finds: [{ subject: "adjustedBudget", stated: "500.78", recomputed: "500.75" }],
    },
    {
      title: "One source named of a larger total: others may be unnamed",
      kind: "passes",
      draft: draft({ funds: [total("470.28", "459.35"), current] }),
      finds: [],
    },
  ],
});
