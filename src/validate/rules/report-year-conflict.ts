import type { Cited } from "../accusation.js";
import { draft } from "../example-draft.js";
import { defineRule } from "../rule.js";
import { listed } from "../wording.js";

const year = (named: number, place: string) => ({ year: named, place, evidence: [{ quote: `${named}年度` }] });

/** `report/year-conflict`: two places name different evaluated years. */
export const reportYearConflict = defineRule({
  id: "report/year-conflict",
  severity: "warning",
  title: { zh: "评价年度前后不一致", en: "Different evaluated years are named" },
  why: {
    zh: "标题、表头与正文应当评价同一年度；不一致多因沿用上年报告未改。",
    en: "Title, head and text evaluate one year; another year is mostly a leftover of last year's report.",
  },
  source: "Reviewers' check 47: year in title ≠ text ≠ dates",
  accuse(judged) {
    const { years } = judged.record.claims;
    const first = years[0];
    const at = years.findIndex((one) => one.year !== first?.year);
    if (first === undefined || at < 0) return [];
    const cited = (index: number): Cited => ({ path: `/claims/years/${index}`, evidence: years[index]!.evidence });
    const said = years.map((one) => `${one.place} ${one.year}`);
    return [
      {
        subject: "fiscalYear",
        stated: String(years[at]!.year),
        recomputed: String(first.year),
        message: {
          zh: `报告各处写明的评价年度不一致：${listed(said, "、")}。`,
          en: `The report names different evaluated years: ${listed(said, ", ")}.`,
        },
        cites: [cited(at), ...years.flatMap((_, index) => (index === at ? [] : [cited(index)]))],
      },
    ];
  },
  examples: [
    {
      title: "2019 in the head, 2020 in the text",
      kind: "raises",
      draft: draft({ claims: { years: [year(2019, "表头"), year(2019, "封面"), year(2020, "正文")] } }),
      finds: [{ subject: "fiscalYear", stated: "2020", recomputed: "2019" }],
    },
    {
      title: "One year in every place",
      kind: "passes",
      draft: draft({ claims: { years: [year(2019, "表头"), year(2019, "正文")] } }),
      finds: [],
    },
    {
      title: "One place alone cannot contradict itself",
      kind: "edge",
      draft: draft({ claims: { years: [year(2019, "标题")] } }),
      finds: [],
    },
  ],
});
