import { meets, rounded } from "../../core/interval.js";
import { aim, draft, got, marks, row } from "../example-draft.js";
import { cite, citeVerdict, isFull } from "../row.js";
import { defineRule } from "../rule.js";
import { gap, placesOf, rounding, show } from "../wording.js";

const access = { ...aim(">=", "92", "%"), ...got("64", "%") };

/** `score/recomputed-mismatch`: points were deducted, but not those that the formula deducts. */
export const scoreRecomputedMismatch = defineRule({
  id: "score/recomputed-mismatch",
  severity: "warning",
  title: { zh: "得分与按公式重算的结果不符", en: "The score is not what the formula gives" },
  why: {
    zh: "定量指标未完成的按完成比例计分；扣多扣少都应当说明依据。",
    en: "A missed quantitative target gives points in proportion. More or fewer need a reason.",
  },
  source: "财预〔2020〕10号: weight × actual ÷ target (lower is better: target ÷ actual); reviewers' checks 14 and 15",
  accuse(judged) {
    return judged.rows.flatMap((row) => {
      const { level3, target, actual, score } = row.indicator;
      if (row.expected === undefined || score === null || isFull(row) !== false) return [];
      if (meets(rounded(score.value), row.expected.score)) return [];
      const recomputed = show(row.expected.printed, placesOf(score.value));
      return [
        {
          subject: level3,
          stated: score.value,
          recomputed,
          difference: gap(score.value, recomputed),
          message: {
            zh: `“${level3}”指标值 ${target}，实际完成 ${actual}，按比例应得 ${row.expected.formula}＝${recomputed}${rounding(row.expected.score).zh}，报告给 ${score.value}，按其书写精度也不相符。`,
            en: `${level3}: target ${target}, actual ${actual}; in proportion ${row.expected.formula} = ${recomputed}${rounding(row.expected.score).en}, but the report gives ${score.value}, which is not that even at its printed precision.`,
          },
          cites: [cite(row, "score"), cite(row, "weight"), ...citeVerdict(row)],
        },
      ];
    });
  },
  examples: [
    {
      title: "64% of 92% and 8 points give 5.57, not 7",
      kind: "raises",
      draft: draft({ indicators: [row("可访问率", { ...access, ...marks("8", "7") })] }),
      finds: [{ subject: "可访问率", stated: "7", recomputed: "5.57" }],
    },
    {
      title: "24 of 32 and 8 points give 6",
      kind: "passes",
      draft: draft({ indicators: [row("核查批次", { ...aim(">=", "32", "批"), ...got("24", "批"), ...marks("8", "6") })] }),
      finds: [],
    },
    {
      title: "A limit exceeded: 5 hours of at most 4 give 10×4÷5",
      kind: "passes",
      draft: draft({ indicators: [row("修复时限", { ...aim("<=", "4", "小时"), ...got("5.0", "小时"), ...marks("10", "8") })] }),
      finds: [],
    },
    {
      title: "9.181 printed as 9.2 or as 9 is the same score",
      kind: "edge",
      draft: draft({
        indicators: [
          row("甲", { ...aim(">=", "1000", "户"), ...got("918.1", "户"), ...marks("10", "9.2") }),
          row("乙", { ...aim(">=", "1000", "户"), ...got("918.1", "户"), ...marks("10", "9") }),
        ],
      }),
      finds: [],
    },
    {
      title: "9.181 printed as 9.3 is not",
      kind: "edge",
      draft: draft({ indicators: [row("甲", { ...aim(">=", "1000", "户"), ...got("918.1", "户"), ...marks("10", "9.3") })] }),
      finds: [{ subject: "甲", stated: "9.3", recomputed: "9.18" }],
    },
    {
      title: "The standard beside the indicator takes a point a step: nothing is judged",
      kind: "passes",
      draft: draft({
        indicators: [{ ...row("讲座场次", { ...aim(">=", "20", "场"), ...got("18", "场"), ...marks("10", "8") }), ownRule: true }],
      }),
      finds: [],
    },
    {
      title: "The report prints its own rule, of a kind that is not computed: nothing is judged",
      kind: "passes",
      draft: draft({
        indicators: [row("可访问率", { ...access, ...marks("8", "7") })],
        claims: { scoring: [{ about: "ratio", values: ["1", "0.5"], text: "每降低1个百分点扣0.5分", evidence: [] }] },
      }),
      finds: [],
    },
  ],
});
