import { draft, figure, fund, marks, row, stated, told } from "../example-draft.js";
import type { Judged } from "../judged.js";
import { defineRule } from "../rule.js";
import { citeAll } from "../totals/tally.js";
import { coverage, isFragment, scoredTotals, standingOf } from "../totals/totals.js";
import { gap, middle, rounding } from "../wording.js";

const done = told("完成", "完成");
const sixty = row("改造面积", { ...done, ...marks("60", "60") });
const thirty = row("居民满意度", { ...done, ...marks("30", "30"), level1: "满意度指标" });
const execution = fund("年度资金总额", { weight: figure("10"), score: figure("10") });
const ninths = Array.from({ length: 9 }, (_, i) => row(`子项${i + 1}`, { ...done, ...marks("11.11", "11.11") }));

/**
 * Too many points are wrong whatever is absent; too few only when nothing says that rows are absent, and full marks are known of. So do weights of
 * less than half of them below a total beyond the scores, also where an absent row's score is more than its weight.
 */
function isWrong(judged: Judged): boolean {
  const extent = coverage(judged);
  if (extent === "over") return true;
  const marksAreKnown = scoredTotals(judged).length > 0 || judged.fullMarks.some(({ cites }) => cites.length > 0);
  return extent === "short" && marksAreKnown && standingOf(judged) !== "rows absent" && !isFragment(judged);
}

/** `weight/total-mismatch`: the weights do not sum to the full marks. */
export const weightTotalMismatch = defineRule({
  id: "weight/total-mismatch",
  severity: "error",
  title: { zh: "分值之和不等于满分", en: "The weights do not sum to the full marks" },
  why: {
    zh: "各指标分值与预算执行分值之和应为满分（一般为 100 分），否则总分不可比。",
    en: "Weights, that of budget execution with them, sum to the full marks (100 as a rule): otherwise totals cannot be compared.",
  },
  source: "财预〔2020〕10号: 执行率 10, 产出 50, 效益 30, 满意度 10; reviewers' check 2 (sum of weights ≠ 100)",
  accuse(judged) {
    if (!isWrong(judged)) return [];
    const { everything } = judged;
    const { value, cites } = judged.fullMarks[0]!;
    const weights = middle(everything.weights);
    const [first, ...others] = citeAll(everything, "weight");
    return [
      {
        subject: "total",
        stated: weights,
        recomputed: value,
        difference: gap(weights, value),
        message: {
          zh: `${everything.items.length} 项分值之和为 ${weights}${rounding(everything.weights).zh}，满分为 ${value}，取整不能解释${everything.withoutWeight > 0 ? `；另有 ${everything.withoutWeight} 项没有写明分值` : ""}。`,
          en: `${everything.items.length} weights sum to ${weights}${rounding(everything.weights).en}, the full marks are ${value}: rounding does not explain it${everything.withoutWeight > 0 ? `; ${everything.withoutWeight} more state no weight` : ""}.`,
        },
        cites: [first!, ...others, ...cites],
        restsOn: "indicators",
      },
    ];
  },
  examples: [
    {
      title: "60 and 30 and 12 for execution are 102",
      kind: "raises",
      draft: draft({
        indicators: [sixty, thirty],
        funds: [fund("年度资金总额", { weight: figure("12"), score: figure("12") })],
        statedScores: [stated("总分", "102")],
      }),
      finds: [{ subject: "total", stated: "102", recomputed: "100" }],
    },
    {
      title: "99 points, all of them scored, and the total is their sum: no row is absent, a weight is wrong",
      kind: "raises",
      draft: draft({
        indicators: [sixty, { ...thirty, ...marks("29", "29") }],
        funds: [execution],
        statedScores: [stated("总分", "99", "100")],
      }),
      finds: [{ subject: "total", stated: "99", recomputed: "100" }],
    },
    {
      title: "Weights of 30 below a total of 101: rows are absent, and one of them has more points than its weight",
      kind: "passes",
      draft: draft({ indicators: [thirty], statedScores: [stated("总分", "101", "100")] }),
      finds: [],
    },
    {
      title: "98 in the total's row is what the weights sum to; full marks are a round figure",
      kind: "raises",
      draft: draft({
        indicators: [sixty, { ...thirty, ...marks("28", "28") }],
        funds: [execution],
        statedScores: [stated("总分", "98", "98")],
      }),
      finds: [{ subject: "total", stated: "98", recomputed: "100" }],
    },
    {
      title: "Bonus points come on top of 100",
      kind: "passes",
      draft: draft({
        indicators: [sixty, thirty, { ...thirty, ...marks("2", "2"), level1: "加分项", level3: "获省级表彰" }],
        funds: [execution],
        statedScores: [stated("总分", "102")],
      }),
      finds: [],
    },
    {
      title: "60 and 30 and 10 for execution are 100",
      kind: "passes",
      draft: draft({ indicators: [sixty, thirty], funds: [execution], statedScores: [stated("总分", "100", "100")] }),
      finds: [],
    },
    {
      title: "The report's full marks are 90",
      kind: "passes",
      draft: draft({ indicators: [sixty, thirty], statedScores: [stated("总分", "90", "90")] }),
      finds: [],
    },
    {
      title: "The execution score stands on the fund table and as an indicator: it counts once",
      kind: "passes",
      draft: draft({
        indicators: [row("预算执行率", { ...done, ...marks("10", "10"), category: "execution" }), sixty, thirty],
        funds: [execution],
        statedScores: [stated("总分", "100", "100")],
      }),
      finds: [],
    },
    {
      title: "Nine weights of 11.11 sum to 99.99, and to 100 within their rounding",
      kind: "edge",
      draft: draft({ indicators: ninths, statedScores: [stated("总分", "99.99", "100")] }),
      finds: [],
    },
    {
      title: "No weights are stated at all",
      kind: "passes",
      draft: draft({
        indicators: [
          { ...sixty, ...marks(null, "60") },
          { ...thirty, ...marks(null, "30") },
        ],
        statedScores: [stated("总分", "90")],
      }),
      finds: [],
    },
  ],
});
