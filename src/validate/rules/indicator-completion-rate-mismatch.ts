import { exact } from "../../core/decimal.js";
import { divide, type Interval, meets, multiply, point, rounded } from "../../core/interval.js";
import { aim, draft, figure, got, row } from "../example-draft.js";
import { cite, type Row } from "../rows/row.js";
import { defineRule } from "../rule.js";
import { gap, middle, placesOf, rounding } from "../wording.js";

const all = point("100");

/** Actual ÷ target in percent, as printed, whichever side is good; undefined for ranges, bounds and a target of 0. */
function rateOf({ verdict: { compared } }: Row): Interval | undefined {
  if (compared === undefined || compared.bound !== "exact" || !compared.target.low.eq(compared.target.high)) return undefined;
  const quotient = divide(compared.actual, point(compared.target.low));
  return quotient && multiply(quotient, all);
}

/** Many columns of completion rates stop at 100: a met target told as 100% is complete, whatever the quotient. */
function isCapped(row: Row, rate: string): boolean {
  return row.verdict.outcome === "met" && exact(rate).eq(100);
}

/** `indicator/completion-rate-mismatch`: the stated completion rate is not actual ÷ target. */
export const indicatorCompletionRateMismatch = defineRule({
  id: "indicator/completion-rate-mismatch",
  severity: "error",
  title: { zh: "完成率与实际值、指标值不符", en: "The completion rate is not actual ÷ target" },
  why: {
    zh: "完成率＝实际完成值÷年度指标值，是比例计分的依据。",
    en: "The completion rate is the actual over the target, and a score in proportion follows from it.",
  },
  source: "Provincial forms with a 完成率 column; reviewers' check 68 (completion-rate column ≠ actual ÷ target)",
  accuse(judged) {
    return judged.rows.flatMap((row) => {
      const { completionRate: stated, level3, target, actual } = row.indicator;
      const rate = rateOf(row);
      if (stated === null || rate === undefined || meets(rounded(stated.value), rate) || isCapped(row, stated.value)) return [];
      const { printed, target: wanted } = row.verdict.compared!;
      const value = printed.times(100).div(wanted.low);
      const recomputed = middle(point(value), placesOf(stated.value));
      return [
        {
          subject: level3,
          stated: stated.value,
          recomputed,
          difference: gap(stated.value, recomputed),
          message: {
            zh: `“${level3}”写明完成率 ${stated.raw}，而实际完成 ${actual} ÷ 指标值 ${target} ＝ ${recomputed}%${rounding(rate, "%").zh}，取整不能解释。`,
            en: `${level3}: stated completion rate ${stated.raw}; actual ${actual} ÷ target ${target} = ${recomputed}%${rounding(rate, "%").en}: rounding does not explain it.`,
          },
          cites: [cite(row, "completionRate"), cite(row, "actual"), cite(row, "target")],
        },
      ];
    });
  },
  examples: [
    {
      title: "40 of 50 minutes is 80%, not 90%",
      kind: "raises",
      draft: draft({
        indicators: [row("响应时限", { ...aim("<=", "50", "分钟"), ...got("40", "分钟"), completionRate: figure("90.00%") })],
      }),
      finds: [{ subject: "响应时限", stated: "90.00", recomputed: "80" }],
    },
    {
      title: "A limit kept has a rate below 100 by the same quotient",
      kind: "passes",
      draft: draft({ indicators: [row("电费", { ...aim("<=", "15", "万元"), ...got("9.60", "万元"), completionRate: figure("64.00%") })] }),
      finds: [],
    },
    {
      title: "A met target told as 100%",
      kind: "passes",
      draft: draft({ indicators: [row("抽检批次", { ...aim(">=", "100", "批"), ...got("120", "批"), completionRate: figure("100%") })] }),
      finds: [],
    },
    {
      title: "95.3% is 143 of 150 rounded",
      kind: "edge",
      draft: draft({
        indicators: [row("培训人次", { ...aim(">=", "150", "人次"), ...got("143", "人次"), completionRate: figure("95.3%") })],
      }),
      finds: [],
    },
    {
      title: "95.2% is not",
      kind: "edge",
      draft: draft({
        indicators: [row("培训人次", { ...aim(">=", "150", "人次"), ...got("143", "人次"), completionRate: figure("95.2%") })],
      }),
      finds: [{ subject: "培训人次", stated: "95.2", recomputed: "95.33" }],
    },
    {
      title: "1.2 万人 of 10000 人: the units are reconciled",
      kind: "passes",
      draft: draft({
        indicators: [row("服务人数", { ...aim(">=", "10000", "人"), ...got("1.20", "万人"), completionRate: figure("120.00%") })],
      }),
      finds: [],
    },
  ],
});
