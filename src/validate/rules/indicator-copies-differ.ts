import { PLAIN_DECIMAL } from "../../core/decimal.js";
import { meets, points, rounded } from "../../core/interval.js";
import type { Claims } from "../../core/record.js";
import { aim, draft, got, marks, row } from "../example-draft.js";
import { plainText } from "../plain-text.js";
import { cite } from "../rows/row.js";
import { defineRule } from "../rule.js";

type Copy = Claims["copies"][number];

const FIELD_NAMES = {
  weight: { zh: "分值", en: "weight" },
  score: { zh: "得分", en: "score" },
  target: { zh: "指标值", en: "target" },
  actual: { zh: "实际完成值", en: "actual" },
  completionRate: { zh: "完成率", en: "completion rate" },
};

/** The same figure in another print, or the same words with other spaces. */
function isSame({ field, kept, other }: Copy): boolean {
  const figures = [kept, other].map((text) => plainText(text).replace(/[%,]/g, ""));
  const numeric = field !== "target" && field !== "actual" && figures.every((text) => PLAIN_DECIMAL.test(text));
  if (!numeric) return plainText(kept) === plainText(other);
  const stands = field === "completionRate" ? rounded : points;
  return meets(stands(figures[0]!), stands(figures[1]!));
}

const share = row("满意度", { ...aim(">=", "90", "%"), ...got("96", "%"), ...marks("10", "10") });
const copy = (field: Copy["field"], kept: string, other: string): Copy => ({
  indicator: "满意度",
  field,
  kept,
  other,
  evidence: [{ quote: other }],
});

/** `indicator/copies-differ`: the same indicator is told twice with different figures. */
export const indicatorCopiesDiffer = defineRule({
  id: "indicator/copies-differ",
  severity: "error",
  title: { zh: "同一指标前后数据不一致", en: "One indicator is told twice with different figures" },
  why: {
    zh: "正文、分项表与附件评分表写的是同一指标，数据应当一致；不一致时以附件全表为准并须更正。",
    en: "Prose, part tables and annex tell the same indicator; where they differ the full table's figure is kept and the report needs correcting.",
  },
  source: "Reviewers' check 42: text figures ≠ table figures; provincial forms that print the indicators by part and again in an annex",
  accuse(judged) {
    return judged.record.claims.copies.flatMap((one, index) => {
      if (isSame(one)) return [];
      const row = judged.rows.find(({ indicator }) => plainText(indicator.level3) === plainText(one.indicator));
      const field = FIELD_NAMES[one.field];
      return [
        {
          subject: one.indicator,
          stated: one.other,
          recomputed: one.kept,
          message: {
            zh: `“${one.indicator}”的${field.zh}一处写 ${one.other}，另一处（采用）写 ${one.kept}。`,
            en: `${one.indicator}: its ${field.en} is told as ${one.other} in one place and as ${one.kept} (kept) in another.`,
          },
          cites: [
            { path: `/claims/copies/${index}`, evidence: one.evidence, doubt: one.doubt },
            ...(row === undefined ? [] : [cite(row, one.field)]),
          ],
        },
      ];
    });
  },
  examples: [
    {
      title: "96% in the annex, 94% in the part table",
      kind: "raises",
      draft: draft({ indicators: [share], claims: { copies: [copy("actual", "96%", "94%")] } }),
      finds: [{ subject: "满意度", stated: "94%", recomputed: "96%" }],
    },
    {
      title: "The same words with another space",
      kind: "passes",
      draft: draft({ indicators: [share], claims: { copies: [copy("target", "≥90%", ">= 90 %")] } }),
      finds: [],
    },
    {
      title: "10 and 10.00 are the same score",
      kind: "edge",
      draft: draft({ indicators: [share], claims: { copies: [copy("score", "10", "10.00")] } }),
      finds: [],
    },
    {
      title: "10 and 9.9 are not",
      kind: "edge",
      draft: draft({ indicators: [share], claims: { copies: [copy("score", "10", "9.9")] } }),
      finds: [{ subject: "满意度", stated: "9.9", recomputed: "10" }],
    },
  ],
});
