import type { Cited } from "../accusation.js";
import { aim, draft, got, marks, row, told } from "../example-draft.js";
import { isBlank } from "../plain-text.js";
import { cite, type Row } from "../rows/row.js";
import { defineRule } from "../rule.js";

const FIELDS = ["score", "target", "actual"] as const;
const NAMES = { score: { zh: "得分", en: "score" }, target: { zh: "指标值", en: "target" }, actual: { zh: "实际完成值", en: "actual" } };

/** What the row's table has a column for and the row leaves empty. A sign for "not applicable" is not empty. */
function missing({ indicator }: Row): (typeof FIELDS)[number][] {
  return FIELDS.filter((field) => {
    if (!indicator.columns?.includes(field)) return false;
    if (field === "score") return indicator.score === null;
    return isBlank(indicator[field]) && indicator[`${field}Value`] === null;
  });
}

/** `indicator/missing-value`: a weighted row lacks its score, target or actual. */
export const indicatorMissingValue = defineRule({
  id: "indicator/missing-value",
  severity: "warning",
  title: { zh: "有分值的指标缺少得分、指标值或实际值", en: "A weighted indicator lacks its score, target or actual" },
  why: {
    zh: "有分值的指标应当写明指标值、实际完成值和得分，缺一项就无法核实得分。",
    en: "A weighted row tells target, actual and score; where one is missing the score cannot be verified.",
  },
  source: "财预〔2020〕10号, 自评表: every row has 年度指标值, 实际完成值, 分值, 得分; reviewers' check 49 (form published empty)",
  accuse(judged) {
    return judged.rows.flatMap((row) => {
      const { level3, weight } = row.indicator;
      const [first, ...others] = missing(row);
      if (weight === null || row.isBonus || first === undefined) return [];
      const names = [first, ...others];
      const cites: [Cited, ...Cited[]] = [cite(row, first), cite(row, "weight"), ...others.map((field) => cite(row, field))];
      return [
        {
          subject: level3,
          stated: null,
          recomputed: null,
          message: {
            zh: `“${level3}”分值 ${weight.value}，但${names.map((name) => NAMES[name].zh).join("、")}为空。`,
            en: `${level3} weighs ${weight.value}, but its ${names.map((name) => NAMES[name].en).join(" and ")} cell is empty.`,
          },
          cites,
          restsOn: "indicators" as const,
        },
      ];
    });
  },
  examples: [
    {
      title: "No target",
      kind: "raises",
      draft: draft({ indicators: [row("步道长度", { ...got("4.2", "公里"), ...marks("5", "5") })] }),
      finds: [{ subject: "步道长度" }],
    },
    {
      title: "No score",
      kind: "raises",
      draft: draft({ indicators: [row("步道长度", { ...aim(">=", "4", "公里"), ...got("4.2", "公里"), ...marks("5", null) })] }),
      finds: [{ subject: "步道长度" }],
    },
    {
      title: "A dash says that the cell does not apply",
      kind: "edge",
      draft: draft({ indicators: [row("应急保障", { ...told("/", "—"), ...marks("5", "5") })] }),
      finds: [],
    },
    {
      title: "An indicator told in prose has no cells to be empty",
      kind: "passes",
      draft: draft({ indicators: [row("支出率", { ...marks("12", "12"), columns: [] })] }),
      finds: [],
    },
    {
      title: "A row without a weight is not scored",
      kind: "passes",
      draft: draft({ indicators: [row("参考项", { ...got("3", "个") })] }),
      finds: [],
    },
  ],
});
