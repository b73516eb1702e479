import type { Cited } from "../accusation.js";
import { draft, inRow, marks, row, stated, told } from "../example-draft.js";
import { citeStated, type Stated, toStated } from "../judged.js";
import { defineRule } from "../rule.js";
import { agreesByPlace } from "../totals/agrees-by-place.js";
import { type Group, groupOf, mayBeLost } from "../totals/group.js";
import { citeAll, isWeightless, type Tally } from "../totals/tally.js";
import { mayLackRows } from "../totals/totals.js";
import { gap, middle, rounding } from "../wording.js";

const done = told("完成", "完成");
const output = [row("抽检批次", { ...done, ...marks("30", "30") }), row("抽检品种", { ...done, ...marks("20", "20") })];
const sevenths = Array.from({ length: 7 }, (_, i) => row(`子项${i + 1}`, { ...done, ...marks("7.14", "7.14") }));

/** The rows whose weights the stated marks differ from, by every way of summing them. */
function differing({ marks: full }: Stated, group: Group | undefined, rowsAbsent: boolean): Tally | undefined {
  if (full === null || group === undefined) return undefined;
  const explained = group.ways.some((way) => {
    if (isWeightless(way)) return true;
    const missing = full.low.gt(way.weights.high);
    const agrees = !missing && full.high.gte(way.weights.low);
    return agrees || (missing && (way.withoutWeight > 0 || group.lacksPart || rowsAbsent));
  });
  return explained ? undefined : group.ways[0];
}

/** `weight/subtotal-mismatch`: the marks that a level's caption names are not the sum of its rows. */
export const weightSubtotalMismatch = defineRule({
  id: "weight/subtotal-mismatch",
  severity: "error",
  title: { zh: "分项标注的分值与所属指标分值之和不符", en: "A level's marks are not the sum of its weights" },
  why: {
    zh: "“产出指标（50分）”一类的标注应当等于其下各指标分值之和；不符说明权重设置前后不一。",
    en: "A caption such as 产出指标（50分） is the sum of the weights below it; where it is not, the weights were set inconsistently.",
  },
  source: "财预〔2020〕10号: weights by level; reviewers' check 3 (a level's caption ≠ the sum of its rows)",
  accuse(judged) {
    const parts = judged.record.statedScores.map(toStated).filter(({ stated: { scope } }) => scope !== "total");
    const rowsAbsent = mayLackRows(judged) || mayBeLost(judged);
    return parts.flatMap((part) => {
      const summed = differing(part, groupOf(part, judged), rowsAbsent);
      if (summed === undefined) return [];
      const { name, fullMarks } = part.stated;
      const recomputed = middle(summed.weights);
      const cites: [Cited, ...Cited[]] = [citeStated(part, "fullMarks"), ...citeAll(summed, "weight")];
      return [
        {
          subject: name,
          stated: fullMarks!.value,
          recomputed,
          difference: gap(fullMarks!.value, recomputed),
          message: {
            zh: `“${name}”标注为 ${fullMarks!.value} 分，其下 ${summed.items.length} 项指标分值之和为 ${recomputed}${rounding(summed.weights).zh}，取整不能解释。`,
            en: `${name} is given ${fullMarks!.value} points; its ${summed.items.length} indicators weigh ${recomputed}${rounding(summed.weights).en}: rounding does not explain it.`,
          },
          cites,
          restsOn: "indicators" as const,
          agreesByPlace: agreesByPlace(part, judged, "weights"),
        },
      ];
    });
  },
  examples: [
    {
      title: "产出指标（45分） over rows of 50",
      kind: "raises",
      draft: draft({ indicators: output, statedScores: [stated("产出指标", null, "45", "level1")] }),
      finds: [{ subject: "产出指标", stated: "45", recomputed: "50" }],
    },
    {
      title: "产出指标（50分） over rows of 50, by its level and by its second level",
      kind: "passes",
      draft: draft({
        indicators: output,
        statedScores: [stated("产出指标", null, "50", "level1"), stated("数量指标", null, "50", "level2")],
      }),
      finds: [],
    },
    {
      title: "The rows above the subtotal weigh 50, and one below it was read as of their level, too: it is the reading that is in doubt",
      kind: "raises",
      draft: draft({
        indicators: [...output, row("受益户数", { ...done, ...marks("30", "30") })].map((each, i) => ({
          ...each,
          ...inRow([1, 2, 4][i]!),
        })),
        statedScores: [{ ...stated("产出指标", null, "50", "level1"), ...inRow(3) }],
      }),
      finds: [{ subject: "产出指标", stated: "50", recomputed: "80", cause: "extraction" }],
    },
    {
      title: "Seven weights of 7.14 sum to 49.98, and to 50 within their rounding",
      kind: "edge",
      draft: draft({ indicators: sevenths, statedScores: [stated("产出指标", null, "50", "level1")] }),
      finds: [],
    },
    {
      title: "The file ends below the level's first rows: no total says what there is in all",
      kind: "passes",
      draft: draft({
        indicators: [row("抽检批次", { ...done, ...marks("29", "29") })],
        statedScores: [stated("产出指标", null, "50", "level1")],
      }),
      finds: [],
    },
    {
      title: "A row without a weight may carry the rest",
      kind: "passes",
      draft: draft({ indicators: [...output, row("抽检报告", { ...done })], statedScores: [stated("产出指标", null, "55", "level1")] }),
      finds: [],
    },
  ],
});
