import { meets } from "../../core/interval.js";
import { aim, draft, got, marks, row } from "../example-draft.js";
import { cite, citeVerdict, isFull, type Row } from "../rows/row.js";
import { isMissedAsPrinted } from "../rows/verdict.js";
import { defineRule } from "../rule.js";
import { by, gap, placesOf, rounding, show } from "../wording.js";

const lectures = { ...aim(">=", "20", "场"), ...got("18", "场") };
const access = { ...aim(">=", "92", "%"), ...got("64", "%") };

function isMissedFigure({ indicator, verdict }: Row): boolean {
  return indicator.kind === "quantitative" && isMissedAsPrinted(verdict);
}

/** `score/recomputed-mismatch`: points were deducted, but not those that the formula deducts. */
export const scoreRecomputedMismatch = defineRule({
  id: "score/recomputed-mismatch",
  severity: "warning",
  title: { zh: "得分与按公式重算的结果不符", en: "The score is not what the formula gives" },
  why: {
    zh: "定量指标未完成的按完成比例计分，指标旁印有评分标准的按该标准计分；扣多扣少都应当说明依据。",
    en: "A missed quantitative target gives points in proportion, or by the standard printed beside the indicator. More or fewer need a reason.",
  },
  source: "财预〔2020〕10号: weight × actual ÷ target (lower is better: target ÷ actual); reviewers' checks 14 and 15",
  accuse(judged) {
    // A score for execution is held against the fund table's rate: funds/execution-score-mismatch.
    return judged.byTarget.flatMap((row) => {
      const { level3, target, actual, score } = row.indicator;
      if (row.expected === undefined || !isMissedFigure(row) || score === null || isFull(row) !== false) return [];
      if (row.expected.some((one) => meets(judged.standsFor(score.value), one.score))) return [];
      const [expected] = row.expected;
      const recomputed = show(expected.printed, placesOf(score.value));
      return [
        {
          subject: level3,
          stated: score.value,
          recomputed,
          difference: gap(score.value, recomputed),
          message: {
            zh: `“${level3}”指标值 ${target}，实际完成 ${actual}，${by(row).zh}应得 ${expected.formula}＝${recomputed}${rounding(expected.score).zh}，报告给 ${score.value}，按其书写精度也不相符。`,
            en: `${level3}: target ${target}, actual ${actual}; ${by(row).en} ${expected.formula} = ${recomputed}${rounding(expected.score).en}, but the report gives ${score.value}, which is not that even at its printed precision.`,
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
      title: "2 万元 of at most 1.8 may stand for less than 2, but no rounding makes 4 of its 8 points",
      kind: "raises",
      draft: draft({ indicators: [row("单站运维费用", { ...aim("<=", "1.8", "万元"), ...got("2", "万元"), ...marks("8", "4") })] }),
      finds: [{ subject: "单站运维费用", stated: "4", recomputed: "7.2" }],
    },
    {
      title: "2 万元 of at most 1.8 may stand for 1.8: full marks and any share down to 1.8÷2.5 are the formula's",
      kind: "edge",
      draft: draft({
        indicators: [
          row("甲", { ...aim("<=", "1.8", "万元"), ...got("2", "万元"), ...marks("8", "8") }),
          row("乙", { ...aim("<=", "1.8", "万元"), ...got("2", "万元"), ...marks("8", "5.8") }),
        ],
      }),
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
      title: "Where all scores end in a nought it is the form's: 9.60 is 9.6, and agrees with 9.637",
      kind: "passes",
      draft: draft({
        indicators: [
          row("甲", { ...aim(">=", "1000", "户"), ...got("963.7", "户"), ...marks("10", "9.60") }),
          row("乙", { ...aim(">=", "91", "%"), ...got("78.4", "%"), ...marks("8", "6.90") }),
          row("丙", { ...aim(">=", "91", "%"), ...got("92", "%"), ...marks("8", "8.00") }),
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
      title: "The standard beside the indicator takes a point a step: 2 of 20 lectures fewer cost 2 points",
      kind: "passes",
      draft: draft({ indicators: [row("讲座场次", { ...lectures, ...marks("10", "8"), standard: "完成得满分，每少1场扣1分，扣完为止" })] }),
      finds: [],
    },
    {
      title: "The same standard, and another score",
      kind: "raises",
      draft: draft({ indicators: [row("讲座场次", { ...lectures, ...marks("10", "7"), standard: "完成得满分，每少1场扣1分，扣完为止" })] }),
      finds: [{ subject: "讲座场次", stated: "7", recomputed: "8" }],
    },
    {
      title: "A part of a step may count as one or as none: 64% of 92%, a point for 10 points of the rate, leave 5 or 6",
      kind: "edge",
      draft: draft({ indicators: [row("可访问率", { ...access, ...marks("8", "5"), standard: "每降低10个百分点扣1分" })] }),
      finds: [],
    },
    {
      title: "The standard hangs on something that the row does not tell: nothing is judged",
      kind: "passes",
      draft: draft({ indicators: [row("讲座场次", { ...lectures, ...marks("10", "6"), standard: "完成得满分，发现资料不全一处扣2分" })] }),
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
