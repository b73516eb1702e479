import { exact } from "../../core/decimal.js";
import { aim, draft, got, marks, row, stated, told } from "../example-draft.js";
import { cite, isAbove } from "../rows/row.js";
import { defineRule } from "../rule.js";
import { gap } from "../wording.js";

const trips = { ...aim(">=", "30", "次"), ...got("32", "次") };

/** `score/exceeds-weight`: more points than the indicator has, or fewer than none. */
export const scoreExceedsWeight = defineRule({
  id: "score/exceeds-weight",
  severity: "error",
  title: { zh: "得分超过分值", en: "A score above its weight" },
  why: {
    zh: "得分上限为该项指标的分值，下限为 0；超出的部分虚增（或虚减）总分。",
    en: "An indicator gives at most its weight and at least nothing; what goes beyond inflates the total.",
  },
  source: "财预〔2020〕10号: at most the weight; budget system (pmkpi): 自评得分不能大于分值; reviewers' checks 9 and 10",
  accuse(judged) {
    return judged.rows.flatMap((row) => {
      const { level3, score, weight } = row.indicator;
      if (row.score === null || score === null) return [];
      // A row of deductions (扣分项) has no weight or one of 0, and its points are meant to be below 0.
      const negative = row.weight !== null && !row.isBonus && row.score.high.isNegative() && !exact(score.value).isZero();
      const above = isAbove(row);
      if (!negative && !above) return [];
      const limit = negative ? "0" : weight!.value;
      return [
        {
          subject: level3,
          stated: score.value,
          recomputed: limit,
          difference: gap(score.value, limit),
          message: negative
            ? { zh: `“${level3}”得分 ${score.value} 小于 0。`, en: `${level3} scores ${score.value}, less than nothing.` }
            : {
                zh: `“${level3}”得分 ${score.value}，分值只有 ${limit}，超出 ${gap(score.value, limit)}，取整不能解释。`,
                en: `${level3} scores ${score.value} of a weight of ${limit}, ${gap(score.value, limit)} too much: rounding does not explain it.`,
              },
          cites: [cite(row, "score"), cite(row, "weight")],
        },
      ];
    });
  },
  examples: [
    {
      title: "7 points of 6",
      kind: "raises",
      draft: draft({ indicators: [row("下乡次数", { ...trips, ...marks("6", "7") })] }),
      finds: [{ subject: "下乡次数", stated: "7", recomputed: "6" }],
    },
    {
      title: "Less than nothing",
      kind: "raises",
      draft: draft({ indicators: [row("下乡次数", { ...trips, ...marks("6", "-1"), actual: "", actualValue: null, columns: [] })] }),
      finds: [{ subject: "下乡次数", stated: "-1", recomputed: "0" }],
    },
    {
      title: "A row of deductions has no weight",
      kind: "passes",
      draft: draft({ indicators: [row("扣分项", { ...marks(null, "-1"), columns: [] })] }),
      finds: [],
    },
    {
      title: "Nor is one of 0 more than a blank to be filled",
      kind: "passes",
      draft: draft({ indicators: [row("审计问题", { ...marks("0", "-1"), level1: "扣分项", columns: [] })] }),
      finds: [],
    },
    {
      title: "Scores of a hundred each, whose shares by weight the total sums: 90 of a weight of 60 is 54",
      kind: "passes",
      draft: draft({
        indicators: [
          row("下乡次数", { ...trips, ...marks("40", "100") }),
          row("制度建设", { ...told("健全", "健全"), ...marks("60", "90") }),
        ],
        statedScores: [stated("总分", "94", "100")],
      }),
      finds: [],
    },
    {
      title: "6 points of 6",
      kind: "passes",
      draft: draft({ indicators: [row("下乡次数", { ...trips, ...marks("6", "6") })] }),
      finds: [],
    },
    {
      title: "Weight 6.67 may be 6.665 to 6.675, so 6.67 is not above it",
      kind: "edge",
      draft: draft({ indicators: [row("下乡次数", { ...trips, ...marks("6.67", "6.67") })] }),
      finds: [],
    },
    {
      title: "6.3 is a weight of 6.25 printed with one decimal",
      kind: "edge",
      draft: draft({ indicators: [row("下乡次数", { ...trips, ...marks("6.25", "6.3") })] }),
      finds: [],
    },
    {
      title: "6.69 is above 6.67 whatever the rounding",
      kind: "edge",
      draft: draft({ indicators: [row("下乡次数", { ...trips, ...marks("6.67", "6.69") })] }),
      finds: [{ subject: "下乡次数", stated: "6.69", recomputed: "6.67" }],
    },
  ],
});
