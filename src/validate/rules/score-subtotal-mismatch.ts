import type { Cited } from "../accusation.js";
import { draft, inRow, marks, row, stated, told } from "../example-draft.js";
import { citeStated, type Stated, toStated } from "../judged.js";
import { defineRule } from "../rule.js";
import { agreeTogether } from "../totals/agree-together.js";
import { agreesByPlace } from "../totals/agrees-by-place.js";
import { type Group, groupOf, mayBeLost } from "../totals/group.js";
import { citeAll, type Tally } from "../totals/tally.js";
import { standingOf } from "../totals/totals.js";
import { gap, middle, rounding } from "../wording.js";

const output = [
  row("巡查次数", { ...told("完成", "完成"), ...marks("30", "30"), level1: "产出" }),
  row("修缮面积", { ...told("完成", "完成"), ...marks("30", "28.5"), level1: "产出" }),
];
const process = row("支出率", { ...told("完成", "完成"), ...marks("20", "20"), level1: "过程", level2: "资金管理", category: "process" });
const cost = row("单次费用", { ...told("完成", "完成"), ...marks("10", "10"), level1: "成本", category: "cost" });
const ninths = Array.from({ length: 9 }, (_, i) =>
  row(`子项${i + 1}`, { ...told("完成", "完成"), ...marks("6.67", "6.67"), level1: "产出" }),
);

/** The rows whose sum a stated part differs from, by every way of summing it. Less than stated is no proof where points may be elsewhere. */
function differing(part: Stated, group: Group | undefined, rowsAbsent: boolean): Tally | undefined {
  const { score } = part;
  if (score === null || group === undefined) return undefined;
  const explained = group.ways.some(({ scores, open, items }) => {
    if (items.every((item) => item.score === null)) return true;
    const short = score.low.gt(scores.high);
    return (score.high.gte(scores.low) && !short) || (short && (open || group.lacksPart || rowsAbsent));
  });
  return explained ? undefined : group.ways[0];
}

/** Rows that the stated marks of the group leave room for may be absent from the file. */
function mayBeAbsent(part: Stated, tally: Tally): boolean {
  if (part.marks === null || part.score === null) return false;
  const beyond = part.score.low.minus(tally.scores.high);
  return beyond.gt(0) && beyond.lte(part.marks.high.minus(tally.weights.low));
}

/** `score/subtotal-mismatch`: the score of a level or of a named part is not the sum of its indicators. */
export const scoreSubtotalMismatch = defineRule({
  id: "score/subtotal-mismatch",
  severity: "error",
  title: { zh: "分项得分与所属指标得分之和不符", en: "A level's stated score is not the sum of its indicators" },
  why: {
    zh: "产出、效益等分项得分由所属指标得分汇总而来；不符说明汇总错误或事后改动了其中一处。",
    en: "The score of output or benefit is the sum of its indicators; where it is not, one of the two was changed or added up wrongly.",
  },
  source: "财预〔2020〕10号, 自评表: scores are summed by level; reviewers' check 3 (a level's caption ≠ the sum of its rows)",
  accuse(judged) {
    const parts = judged.record.statedScores.map(toStated).filter(({ stated: { scope } }) => scope !== "total");
    const rowsAbsent = standingOf(judged) === "rows absent" || mayBeLost(judged);
    return parts.flatMap((part) => {
      const summed = differing(part, groupOf(part, judged), rowsAbsent);
      if (summed === undefined || mayBeAbsent(part, summed)) return [];
      const { name, score } = part.stated;
      const recomputed = middle(summed.scores);
      const cites: [Cited, ...Cited[]] = [citeStated(part, "score"), ...citeAll(summed, "score")];
      return [
        {
          subject: name,
          stated: score!.value,
          recomputed,
          difference: gap(score!.value, recomputed),
          message: {
            zh: `报告写明“${name}”得 ${score!.value} 分，而其 ${summed.items.length} 项指标得分之和为 ${recomputed}${rounding(summed.scores).zh}，取整不能解释。`,
            en: `The report states ${score!.value} for ${name}; its ${summed.items.length} indicators sum to ${recomputed}${rounding(summed.scores).en}: rounding does not explain it.`,
          },
          cites,
          restsOn: "indicators" as const,
          agreesByPlace: agreesByPlace(part, judged, "scores") || agreeTogether(judged),
        },
      ];
    });
  },
  examples: [
    {
      title: "产出 is stated as 59.5 while its rows give 58.5",
      kind: "raises",
      draft: draft({ indicators: [...output, process], statedScores: [stated("绩效产出", "59.5", null, "section")] }),
      finds: [{ subject: "绩效产出", stated: "59.5", recomputed: "58.5" }],
    },
    {
      title: "产出 is stated as 59.5, and the only row without levels is the budget's execution",
      kind: "raises",
      draft: draft({
        indicators: [...output, row("预算执行率", { ...told("100%", "98%"), ...marks("10", "9.8"), level1: "", category: "execution" })],
        statedScores: [stated("产出指标", "59.5", null, "level1")],
      }),
      finds: [{ subject: "产出指标", stated: "59.5", recomputed: "58.5" }],
    },
    {
      title: "A row without levels may be one of 产出's",
      kind: "passes",
      draft: draft({
        indicators: [...output, row("资料归档", { ...told("完成", "完成"), ...marks("1", "1"), level1: "" })],
        statedScores: [stated("产出指标", "59.5", null, "level1")],
      }),
      finds: [],
    },
    {
      title: "A part named by two levels, one of which has no rows, is the sum of the other",
      kind: "passes",
      draft: draft({
        indicators: [...output, process],
        statedScores: [stated("决策情况及过程情况", "20", null, "section"), stated("产出", "58.5", null, "level1")],
      }),
      finds: [],
    },
    {
      title: "产出 may be stated with the cost that its rows call a first level, or without, where cost is stated apart",
      kind: "passes",
      draft: draft({ indicators: [...output, cost], statedScores: [stated("产出", "68.5", null, "level1")] }),
      finds: [],
    },
    {
      title: "Sentences alone tell the indicators, and not all of the full marks: a row may be lost",
      kind: "passes",
      draft: draft({
        indicators: output.map(({ columns: _, ...indicator }) => indicator),
        statedScores: [stated("产出", "59.5", null, "section")],
      }),
      finds: [],
    },
    {
      title: "产出 is stated with neither its own sum nor that with the cost",
      kind: "raises",
      draft: draft({ indicators: [...output, cost], statedScores: [stated("产出", "67", null, "level1")] }),
      finds: [{ subject: "产出", stated: "67", recomputed: "58.5" }],
    },
    {
      title:
        "The two rows above the subtotal sum to it, and one below it was read as of its level, too: it is the reading that is in doubt",
      kind: "raises",
      draft: draft({
        indicators: [...output, cost].map((each, i) => ({ ...each, level1: "产出", ...inRow([1, 2, 4][i]!) })),
        statedScores: [{ ...stated("产出", "58.5", null, "level1"), ...inRow(3) }],
      }),
      finds: [{ subject: "产出", stated: "58.5", recomputed: "68.5", cause: "extraction" }],
    },
    {
      title: "What 产出 states too little, 过程 states too much: a row may have been read under the wrong level",
      kind: "raises",
      draft: draft({
        indicators: [...output, process],
        statedScores: [stated("产出", "30", null, "level1"), stated("过程", "48.5", null, "level1")],
      }),
      finds: [
        { subject: "产出", stated: "30", recomputed: "58.5", cause: "extraction" },
        { subject: "过程", stated: "48.5", recomputed: "20", cause: "extraction" },
      ],
    },
    {
      title: "Nine scores of 6.67 sum to 60.03, which 60.00 meets within their rounding",
      kind: "edge",
      draft: draft({ indicators: ninths, statedScores: [stated("绩效产出", "60.00", "60", "section")] }),
      finds: [],
    },
    {
      title: "Nine scores of 6.67 do not sum to 59.9 by any rounding",
      kind: "edge",
      draft: draft({ indicators: ninths, statedScores: [stated("绩效产出", "59.9", "60", "section")] }),
      finds: [{ subject: "绩效产出", stated: "59.9", recomputed: "60.03" }],
    },
  ],
});
