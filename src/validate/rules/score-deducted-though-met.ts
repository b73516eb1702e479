import { exact } from "../../core/decimal.js";
import { aim, draft, got, marks, row, told } from "../example-draft.js";
import type { Judged } from "../judged.js";
import { asksFull, cite, citeVerdict, hasLost, hasOwnRule, type Row } from "../rows/row.js";
import { defineRule } from "../rule.js";
import { gap, show } from "../wording.js";

/** Far above the target: some rules deduct, as the target was set too low. */
function isOverachieved({ verdict: { compared, direction } }: Row, percent: string): boolean {
  if (compared === undefined || direction !== "higher" || compared.target.low.lte(0)) return false;
  return compared.printed.times(100).gte(compared.target.low.times(percent));
}

function isQualitative(row: Row): boolean {
  return row.indicator.kind === "qualitative" || row.verdict.by === "words";
}

/** The least score that does not ask for an explanation; undefined where none is asked. */
function least(row: Row, { profile }: Judged): { readonly value: string; readonly missed: boolean } | undefined {
  if (hasOwnRule(row) || !asksFull(row)) return undefined;
  if (isQualitative(row)) {
    const bound = row.weight!.low.times(exact(profile.qualitative.bounds[0]!)).div(100);
    return { value: show(bound), missed: row.score!.high.lt(bound) };
  }
  if (isOverachieved(row, profile.overachievement.percent)) return undefined;
  return { value: row.indicator.weight!.value, missed: hasLost(row) };
}

/** `score/deducted-though-met`: the target was met and points are missing. */
export const scoreDeductedThoughMet = defineRule({
  id: "score/deducted-though-met",
  severity: "warning",
  title: { zh: "达到目标却被扣分", en: "Points deducted though the target was met" },
  why: {
    zh: "完成指标值应得满分（定性指标达成应在分值的 80% 以上）；扣分说明实际值、得分或评分理由有一处不实。",
    en: "A met target gives its full weight (a qualitative one 80 percent or more). A deduction says that actual, score or reason is not as told.",
  },
  source: "财预〔2020〕10号: met gives the full weight; first tier 100-80 percent; reviewers' check 13",
  accuse(judged) {
    // A score for execution is held against the fund table's rate: funds/execution-score-mismatch.
    return judged.byTarget.flatMap((row) => {
      const { level3, target, actual, score, weight } = row.indicator;
      if (row.verdict.outcome !== "met" || row.score === null || row.weight === null || row.indicator.sharesMarks || row.isBonus) return [];
      const bound = least(row, judged);
      if (bound === undefined || !bound.missed) return [];
      const rule = isQualitative(row)
        ? {
            zh: `定性指标达成应不低于分值的 ${judged.profile.qualitative.bounds[0]}%，即 ${bound.value}`,
            en: `a met qualitative target gives at least ${judged.profile.qualitative.bounds[0]}% of the weight, ${bound.value}`,
          }
        : { zh: `达到目标应得 ${bound.value}`, en: `a met target gives ${bound.value}` };
      return [
        {
          subject: level3,
          stated: score!.value,
          recomputed: bound.value,
          difference: gap(score!.value, bound.value),
          message: {
            zh: `“${level3}”指标值 ${target}，实际完成 ${actual}，已达到目标；${rule.zh}，报告只给 ${score!.value}（分值 ${weight!.value}），取整不能解释。`,
            en: `${level3}: target ${target}, actual ${actual}, met; ${rule.en}, but the report gives ${score!.value} (weight ${weight!.value}): rounding does not explain it.`,
          },
          cites: [cite(row, "score"), cite(row, "weight"), ...citeVerdict(row)],
        },
      ];
    });
  },
  examples: [
    {
      title: "40 trips of at least 36, and 6.5 points of 7.5",
      kind: "raises",
      draft: draft({ indicators: [row("下乡次数", { ...aim(">=", "36", "次"), ...got("40", "次"), ...marks("7.5", "6.5") })] }),
      finds: [{ subject: "下乡次数", stated: "6.5", recomputed: "7.5" }],
    },
    {
      title: "One score for this row and the next: which of them lost the points is not told",
      kind: "passes",
      draft: draft({
        indicators: [{ ...row("下乡次数", { ...aim(">=", "36", "次"), ...got("40", "次"), ...marks("7.5", "6.5") }), sharesMarks: true }],
      }),
      finds: [],
    },
    {
      title: "In time, as planned, and no point at all",
      kind: "raises",
      draft: draft({ indicators: [row("公示及时性", { ...told("及时", "及时"), ...marks("8", "0") })] }),
      finds: [{ subject: "公示及时性", stated: "0", recomputed: "6.4" }],
    },
    {
      title: "130 percent of the target: the deduction may be for a target set too low",
      kind: "passes",
      draft: draft({ indicators: [row("办件数", { ...aim(">=", "100", "件"), ...got("130", "件"), ...marks("8", "7") })] }),
      finds: [],
    },
    {
      title: "129 percent of the target is below that bound",
      kind: "edge",
      draft: draft({ indicators: [row("办件数", { ...aim(">=", "100", "件"), ...got("129", "件"), ...marks("8", "7") })] }),
      finds: [{ subject: "办件数", stated: "7", recomputed: "8" }],
    },
    {
      title: "A met qualitative target at exactly 80 percent of its weight",
      kind: "edge",
      draft: draft({ indicators: [row("制度建设", { ...told("健全", "达成预期指标"), ...marks("10", "8") })] }),
      finds: [],
    },
    {
      title: "A figure answered by a word is not judged",
      kind: "passes",
      draft: draft({ indicators: [row("合格率", { ...aim(">=", "95", "%"), actual: "已完成", ...marks("8", "6") })] }),
      finds: [],
    },
  ],
});
