import { aim, draft, figure, fund, got, marks, money, row, stated, told } from "../example-draft.js";
import { citeStated } from "../judged.js";
import { defineRule } from "../rule.js";
import { citeAll, doubtfulWeights } from "../totals/tally.js";
import { scoredTotals, standingOf, tallyOf } from "../totals/totals.js";
import { gap, listed, middle, rounding } from "../wording.js";

const rows = [
  row("培训场次", { ...aim(">=", "12", "场"), ...got("12", "场"), ...marks("50", "50") }),
  row("学员满意度", {
    ...told("满意", "满意"),
    ...marks("40", "38"),
    level1: "满意度指标",
    level2: "服务对象满意度指标",
    deviationReason: "样本偏少",
  }),
];
const execution = fund("年度资金总额", {
  adjustedBudget: money("80.00"),
  executed: money("72.00"),
  executionRate: figure("90.00%"),
  weight: figure("10"),
  score: figure("9"),
});
const thirds = ["甲", "乙", "丙"].map((name) => row(name, { ...told("完成", "完成"), ...marks("33.33", "33.33") }));

/** `score/total-mismatch`: no stated total agrees with the sum of the scores, though every point of the full marks is accounted for. */
export const scoreTotalMismatch = defineRule({
  id: "score/total-mismatch",
  severity: "error",
  title: { zh: "总分与各项得分之和不符", en: "The stated total is not the sum of the scores" },
  why: {
    zh: "总分应当等于各指标得分与预算执行得分之和；不相等说明汇总错误，或者有得分未在表中列示。",
    en: "A total that is not its parts was added up wrongly, or holds points that the report does not show.",
  },
  source: "财预〔2020〕10号, 单位自评: the total is the sum of the indicators' scores; reviewers' check 1 (sum of scores ≠ stated total)",
  accuse(judged) {
    if (standingOf(judged) !== "differs") return [];
    const totals = scoredTotals(judged);
    const total = totals[0]!;
    const summed = tallyOf(total, judged);
    const recomputed = middle(summed.scores);
    const said = totals.map(({ stated: { name, score } }) => `${name} ${score!.value}`);
    const withExecution = judged.execution.length > 0 && total.extent === "everything";
    const value = total.stated.score!.value;
    return [
      {
        subject: "total",
        stated: value,
        recomputed,
        difference: gap(value, recomputed),
        message: {
          zh: `报告写明${listed(said, "、")}，而 ${judged.counted.length} 项指标得分${withExecution ? "与预算执行得分" : ""}之和为 ${recomputed}${rounding(summed.scores).zh}，没有一处总分与之相符，取整不能解释。`,
          en: `The report states ${listed(said, ", ")}; the scores of ${judged.counted.length} indicators${withExecution ? " and of budget execution" : ""} sum to ${recomputed}${rounding(summed.scores).en}, which no stated total meets: rounding does not explain it.`,
        },
        cites: [
          citeStated(total, "score"),
          ...totals.slice(1).map((other) => citeStated(other, "score")),
          ...citeAll(summed, "score"),
          ...doubtfulWeights(summed),
        ],
        restsOn: "indicators",
      },
    ];
  },
  examples: [
    {
      title: "97 is stated; 50 and 38 and 9 for execution are 97, so 98 is not",
      kind: "raises",
      draft: draft({ indicators: rows, funds: [execution], statedScores: [stated("总分", "98", "100")] }),
      finds: [{ subject: "total", stated: "98", recomputed: "97" }],
    },
    {
      title: "The sum with the execution score of the fund table is the total",
      kind: "passes",
      draft: draft({ indicators: rows, funds: [execution], statedScores: [stated("总分", "97", "100")] }),
      finds: [],
    },
    {
      title: "The execution score is told by a sentence alone",
      kind: "passes",
      draft: draft({
        indicators: rows,
        statedScores: [{ ...stated("预算执行率", "9", "10"), scope: "level1" }, stated("总分", "97", "100")],
      }),
      finds: [],
    },
    {
      title: "One of two stated totals agrees: that they differ is another rule's finding",
      kind: "passes",
      draft: draft({ indicators: rows, funds: [execution], statedScores: [stated("自评得分", "95"), stated("总分", "97", "100")] }),
      finds: [],
      also: ["score/stated-totals-differ"],
    },
    {
      title: "Three thirds of 100 printed as 33.33 sum to 99.99, and to 100 within their rounding",
      kind: "edge",
      draft: draft({ indicators: thirds, statedScores: [stated("总分", "100", "100")] }),
      finds: [],
    },
    {
      title: "A doubtful score: the reading is in question, not the author",
      kind: "raises",
      draft: draft({
        indicators: [
          ...rows.slice(0, 1),
          {
            ...rows[1]!,
            score: { ...figure("38"), doubt: { confidence: 0.4, readings: ["39"], because: "recognised with low confidence" } },
          },
        ],
        funds: [execution],
        statedScores: [stated("总分", "98", "100")],
      }),
      finds: [{ subject: "total", stated: "98", recomputed: "97", cause: "extraction" }],
    },
  ],
});
