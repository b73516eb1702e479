import { inYuan, meets, sum } from "../../core/interval.js";
import type { Claims } from "../../core/record.js";
import type { Cited } from "../accusation.js";
import { draft, money } from "../example-draft.js";
import { ofUnit, printedAmount } from "../funds/amounts.js";
import { defineRule } from "../rule.js";
import { gap, middle, placesOf, rounding } from "../wording.js";

type List = Claims["breakdowns"][number];

/** `funds/breakdown-mismatch`: listed items of expenditure do not sum to their total. */
export const fundsBreakdownMismatch = defineRule({
  id: "funds/breakdown-mismatch",
  severity: "error",
  title: { zh: "支出明细之和与合计不符", en: "Items of expenditure do not sum to their total" },
  why: {
    zh: "支出明细逐项相加应等于支出合计；不等说明有支出未列明或金额填错。",
    en: "The items of an expenditure list sum to its total; otherwise spending is unlisted or an amount is wrong.",
  },
  source: "Forms with 项目支出明细 (by economic class); reviewers' checks 26 and 37",
  accuse(judged) {
    return judged.record.claims.breakdowns.flatMap((list, index) => {
      if (list.items.length === 0) return [];
      const added = sum(list.items.map((item) => inYuan(item.money)));
      if (meets(inYuan(list.total), added)) return [];
      const told = ofUnit(added, list.total.unit);
      const recomputed = middle(told, placesOf(list.total.value));
      const path = `/claims/breakdowns/${index}`;
      const terms = list.items.map(({ label, money }) => `${label} ${printedAmount(money)}`).join(" ＋ ");
      const cites: [Cited, ...Cited[]] = [
        { path: `${path}/total`, evidence: list.total.evidence ?? list.evidence, doubt: list.total.doubt },
        ...list.items.map(({ money: one }, at) => ({
          path: `${path}/items/${at}/money`,
          evidence: one.evidence ?? list.evidence,
          doubt: one.doubt,
        })),
      ];
      return [
        {
          subject: list.label,
          stated: list.total.value,
          recomputed,
          difference: gap(list.total.value, recomputed),
          message: {
            zh: `“${list.label}”为 ${printedAmount(list.total)}，而 ${terms} ＝ ${recomputed}${list.total.unit}${rounding(told).zh}，取整不能解释。`,
            en: `${list.label} is ${printedAmount(list.total)}, but ${terms} = ${recomputed}${list.total.unit}${rounding(told).en}: rounding does not explain it.`,
          },
          cites,
          restsOn: "funds" as const,
        },
      ];
    });
  },
  examples: [
    {
      title: "410.25, 202.60 and 95.40 are 708.25, not 710.65",
      kind: "raises",
      draft: draft({ claims: { breakdowns: [list("710.65", "410.25", "202.60", "95.40")] } }),
      finds: [{ subject: "支出合计", stated: "710.65", recomputed: "708.25" }],
    },
    {
      title: "410.25, 202.60 and 95.40 are 708.25",
      kind: "passes",
      draft: draft({ claims: { breakdowns: [list("708.25", "410.25", "202.60", "95.40")] } }),
      finds: [],
    },
    {
      title: "Four figures of two decimals may differ by 0.02",
      kind: "edge",
      draft: draft({ claims: { breakdowns: [list("708.27", "410.25", "202.60", "95.40")] } }),
      finds: [],
    },
    {
      title: "Items in 元 under a total in 万元",
      kind: "passes",
      draft: draft({
        claims: {
          breakdowns: [
            {
              label: "支出合计",
              total: money("1.30", "万元"),
              items: [
                { label: "印刷费", money: money("8000.00", "元") },
                { label: "差旅费", money: money("5000.00", "元") },
              ],
              evidence: [],
            },
          ],
        },
      }),
      finds: [],
    },
  ],
});

function list(total: string, ...items: string[]): List {
  return {
    label: "支出合计",
    total: money(total),
    items: items.map((one, i) => ({ label: `科目${i + 1}`, money: money(one) })),
    evidence: [],
  };
}
