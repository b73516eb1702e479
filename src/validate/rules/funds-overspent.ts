import { inYuan } from "../../core/interval.js";
import { draft, fund, money } from "../example-draft.js";
import { COLUMN_NAMES, citeFund, ofUnit, printedAmount } from "../funds/amounts.js";
import { defineRule } from "../rule.js";
import { gap, middle, placesOf } from "../wording.js";

const LIMITS = ["adjustedBudget", "received"] as const;

/** `funds/overspent`: more was spent than budgeted, or than received. */
export const fundsOverspent = defineRule({
  id: "funds/overspent",
  severity: "warning",
  title: { zh: "执行数超过预算数或到位数", en: "More was spent than budgeted or received" },
  why: {
    zh: "支出不得超过批复的预算和实际到位的资金；超出部分应说明来源。",
    en: "Spending is bound by the approved budget and by what was received; where it goes beyond, its source must be told.",
  },
  source: "预算法 第十三条: no spending without or beyond the budget; reviewers' check 27",
  accuse(judged) {
    return judged.record.funds.flatMap((fund, index) => {
      const { executed } = fund;
      const limit = LIMITS.find((field) => executed !== null && fund[field] !== null && inYuan(executed).low.gt(inYuan(fund[field]).high));
      if (executed === null || limit === undefined) return [];
      const allowed = fund[limit]!;
      const recomputed = middle(ofUnit(inYuan(allowed), executed.unit), placesOf(executed.value));
      return [
        {
          subject: fund.label,
          stated: executed.value,
          recomputed,
          difference: gap(executed.value, recomputed),
          message: {
            zh: `“${fund.label}”执行 ${printedAmount(executed)}，超过${COLUMN_NAMES[limit].zh} ${printedAmount(allowed)}，取整不能解释。`,
            en: `${fund.label}: ${printedAmount(executed)} executed, more than the ${COLUMN_NAMES[limit].en} of ${printedAmount(allowed)}: rounding does not explain it.`,
          },
          cites: [citeFund(fund, index, "executed"), citeFund(fund, index, limit)],
        },
      ];
    });
  },
  examples: [
    {
      title: "93.50 of 88.20, by the total and by its source",
      kind: "raises",
      draft: draft({
        funds: [
          fund("年度资金总额", { adjustedBudget: money("88.20"), executed: money("93.50") }),
          fund("当年财政拨款", { source: "current_fiscal", adjustedBudget: money("88.20"), executed: money("93.50") }),
          fund("其他资金", { source: "other", adjustedBudget: money("0.00"), executed: money("0.00") }),
        ],
      }),
      finds: [
        { subject: "年度资金总额", stated: "93.50", recomputed: "88.2" },
        { subject: "当年财政拨款", stated: "93.50", recomputed: "88.2" },
      ],
    },
    {
      title: "Spent to the last cent",
      kind: "passes",
      draft: draft({ funds: [fund("年度资金总额", { adjustedBudget: money("88.20"), executed: money("88.20") })] }),
      finds: [],
    },
    {
      title: "More than was received",
      kind: "raises",
      draft: draft({
        funds: [fund("年度资金总额", { adjustedBudget: money("100.00"), received: money("80.00"), executed: money("90.00") })],
      }),
      finds: [{ subject: "年度资金总额", stated: "90.00", recomputed: "80" }],
    },
    {
      title: "A budget of 97 万元 may be 97.4, so that 973500.00 元 is not proven to be beyond it",
      kind: "edge",
      draft: draft({ funds: [fund("年度资金总额", { adjustedBudget: money("97"), executed: money("973500.00", "元") })] }),
      finds: [],
    },
  ],
});
