import { meets } from "../../core/interval.js";
import { draft, marks, row, stated, told } from "../example-draft.js";
import { citeStated, type StatedTotal } from "../judged.js";
import { defineRule } from "../rule.js";
import { scoredTotals } from "../totals/totals.js";
import { gap, listed } from "../wording.js";

const all = [row("演练次数", { ...told("完成", "完成"), ...marks("100", "96.37") })];

/** Where all meet the first, one that does not meet another: the one that lies highest, if it lies above where another ends. */
function farthest(totals: readonly StatedTotal[]): StatedTotal | undefined {
  const highest = totals.reduce((a, b) => (a.score!.low.gte(b.score!.low) ? a : b));
  return totals.some(({ score }) => score!.high.lt(highest.score!.low)) ? highest : undefined;
}

/** 89.5 of 90 and 99.5 of 100 are totals of different things. */
function areOfOne({ marks: a }: StatedTotal, { marks: b }: StatedTotal): boolean {
  return a === null || b === null || meets(a, b);
}

/** `score/stated-totals-differ`: head, foot and text name different totals. */
export const scoreStatedTotalsDiffer = defineRule({
  id: "score/stated-totals-differ",
  severity: "error",
  title: { zh: "报告各处总分不一致", en: "The report states different totals" },
  why: {
    zh: "正文、表头和合计行的总分应当是同一个数；不一致时无法确认哪一个是自评结果。",
    en: "Text, head and foot tell one result. Where they differ nobody knows which was self-assessed.",
  },
  source: "Reviewers' check 4: total in the head ≠ total in the foot ≠ total in the text",
  accuse(judged) {
    return (["everything", "indicators"] as const).flatMap((extent) => {
      const [first, ...all] = scoredTotals(judged).filter((total) => total.extent === extent);
      if (first === undefined) return [];
      const others = all.filter((other) => areOfOne(first, other));
      const odd = others.find((other) => !meets(first.score!, other.score!)) ?? farthest([first, ...others]);
      if (odd === undefined) return [];
      const totals = [first, ...others];
      const said = totals.map(({ stated: { name, score } }) => `${name} ${score!.value}`);
      const value = first.stated.score!.value;
      const other = odd.stated.score!.value;
      return [
        {
          subject: "total",
          stated: value,
          recomputed: other,
          difference: gap(value, other),
          message: {
            zh: `报告 ${totals.length} 处写明总分：${listed(said, "、")}，相互不符，取整不能解释。`,
            en: `The report states its total ${totals.length} times, as ${listed(said, ", ")}: they differ by more than rounding.`,
          },
          cites: [citeStated(first, "score"), ...others.map((total) => citeStated(total, "score"))],
        },
      ];
    });
  },
  examples: [
    {
      title: "The text tells 95.37, the table 96.37",
      kind: "raises",
      draft: draft({ indicators: all, statedScores: [stated("自评得分", "95.37"), stated("总分", "96.37", "100")] }),
      finds: [{ subject: "total", stated: "95.37", recomputed: "96.37" }],
    },
    {
      title: "96.370 and 96.37 are the same figure",
      kind: "passes",
      draft: draft({ indicators: all, statedScores: [stated("自评得分", "96.370"), stated("总分", "96.37", "100")] }),
      finds: [],
    },
    {
      title: "89.5 of the indicators' 90, 99.5 of all 100, rows of the table unread",
      kind: "passes",
      draft: draft({ indicators: [], statedScores: [stated("合计", "89.5", "90"), stated("总分", "99.5", "100")] }),
      finds: [],
      also: ["coverage/incomplete"],
    },
    {
      title: "Two totals of two decimals that differ by 0.01 meet within their rounding",
      kind: "edge",
      draft: draft({ indicators: all, statedScores: [stated("自评得分", "96.38"), stated("总分", "96.37", "100")] }),
      finds: [],
    },
  ],
});
