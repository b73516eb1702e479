import { draft, figure, fund, marks, row, stated, told } from "../example-draft.js";
import { citeStated } from "../judged.js";
import { defineRule, type Wording } from "../rule.js";
import { citeAll, isWeightless, type Tally } from "../totals/tally.js";
import { agrees, scoredTotals, standingOf, tallyOf } from "../totals/totals.js";
import { gap, middle } from "../wording.js";

const done = told("完成", "完成");
const rows = [row("巡检次数", { ...done, ...marks("45", "45") }), row("系统可用率", { ...done, ...marks("30", "28") })];

const NONE_SHOWN: Wording = { zh: "而文件没有列示任何评分项", en: "no scored row is shown" };

function unweighted(rows: number): Wording {
  return { zh: `列示的 ${rows} 个评分项没有写明分值`, en: `the ${rows} scored rows shown state no weights` };
}

function weighted({ items, weights }: Tally, full: string): Wording {
  const sum = middle(weights);
  return {
    zh: `列示的 ${items.length} 个评分项分值合计 ${sum}（满分 ${full}）`,
    en: `the ${items.length} scored rows shown weigh ${sum} of ${full}`,
  };
}

/** `coverage/incomplete`: the total holds points of rows that the file does not show. */
export const coverageIncomplete = defineRule({
  id: "coverage/incomplete",
  severity: "warning",
  title: { zh: "评分表不完整，总分无法核实", en: "Rows are absent: the total cannot be verified" },
  why: {
    zh: "列示的分值不足满分，而总分高于列示得分之和：有评分项没有公开，总分无从核实。",
    en: "The rows shown do not reach the full marks and the total is above their sum: some scored rows were not published.",
  },
  source:
    "Reviewers' check 6: a hidden component, the remainder being an unlisted block of points; check 49: a form published without its scores",
  accuse(judged) {
    if (standingOf(judged) !== "rows absent") return [];
    const total = scoredTotals(judged).find((one) => !agrees(one, judged))!;
    const summed = tallyOf(total, judged);
    const value = total.stated.score!.value;
    const scores = middle(summed.scores);
    const beyond = gap(value, scores);
    const full = judged.fullMarks[0]!.value;
    const shown = summed.items.length === 0 ? NONE_SHOWN : isWeightless(summed) ? unweighted(summed.items.length) : weighted(summed, full);
    return [
      {
        subject: "total",
        stated: value,
        recomputed: scores,
        difference: beyond,
        message: {
          zh: `报告写明${total.stated.name} ${value}，${shown.zh}、得分合计 ${scores}；其余 ${beyond} 分所在的评分项不在文件中，总分无法核实。`,
          en: `The report states ${value} (${total.stated.name}); ${shown.en}, their scores sum to ${scores}. The rows that carry the other ${beyond} points are not in the file: the total cannot be verified.`,
        },
        cites: [citeStated(total, "score"), ...citeAll(summed, "score")],
        restsOn: "indicators",
      },
    ];
  },
  examples: [
    {
      title: "75 of 100 points are shown and 73 of them scored; the total of 91.5 has 18.5 more",
      kind: "raises",
      draft: draft({ indicators: rows, statedScores: [stated("总得分", "91.5")] }),
      finds: [{ subject: "total", stated: "91.5", recomputed: "73" }],
    },
    {
      title: "A form with a total and no indicators",
      kind: "raises",
      draft: draft({ statedScores: [stated("综合得分", "100")] }),
      finds: [{ subject: "total", stated: "100", recomputed: "0" }],
    },
    {
      title: "Every point is shown",
      kind: "passes",
      draft: draft({
        indicators: rows,
        funds: [fund("年度资金总额", { weight: figure("25"), score: figure("18.5") })],
        statedScores: [stated("总得分", "91.5")],
      }),
      finds: [],
    },
    {
      title: "No weights, and the scores sum to the total",
      kind: "passes",
      draft: draft({ indicators: rows.map((one) => ({ ...one, weight: null })), statedScores: [stated("总得分", "73")] }),
      finds: [],
    },
    {
      title: "The absent 25 points could give exactly the 25 that the total has more",
      kind: "edge",
      draft: draft({ indicators: rows, statedScores: [stated("总得分", "98")] }),
      finds: [{ subject: "total", stated: "98", recomputed: "73" }],
    },
    {
      title: "25.5 points more than the rows is more than the absent 25 could give: then the weights are wrong",
      kind: "edge",
      draft: draft({ indicators: rows, statedScores: [stated("总得分", "98.5")] }),
      finds: [],
      also: ["weight/total-mismatch"],
    },
  ],
});
