import { range } from "../../core/range.js";
import { distinctClaims } from "../count-claims.js";
import { draft, figure, fund, row, stated, told } from "../example-draft.js";
import type { Judged } from "../judged.js";
import { isOfExecution } from "../rows/of-execution.js";
import { cite } from "../rows/row.js";
import { defineRule } from "../rule.js";
import { mayLackRows } from "../totals/totals.js";
import { gap } from "../wording.js";

const rows = ["甲", "乙", "丙"].map((name) => row(name, { ...told("完成", "完成") }));
const claim = (count: string) => ({ of: "indicators" as const, count, share: null, evidence: [{ quote: `设置绩效指标${count}个` }] });

/**
 * Every number that the rows may be counted as: with or without 其中 rows, and with or without the execution score, wherever it stands. `included`: the
 * prose says whether that is one of them.
 */
function countsOf({ rows, counted, execution }: Judged, included: boolean | undefined): number[] {
  return [rows, counted].flatMap((list) => {
    const bare = list.filter((row) => !isOfExecution(row)).length;
    const beside = execution.length === 0 ? [] : [bare + 1, list.length + 1];
    if (included === false) return range(bare, Math.max(bare + 1, list.length));
    if (included && bare < list.length) return [list.length];
    return included ? [bare + 1] : [bare, list.length, ...beside];
  });
}

/** What the prose says of budget execution, and which rows may be counted or not. */
function waysOf(included: boolean | undefined) {
  if (included === undefined) return { said: { zh: "", en: "" }, either: { zh: "预算执行指标和其中项", en: "execution and 其中" } };
  const said = included ? { zh: "（含预算执行指标）", en: " with" } : { zh: "（不含预算执行指标）", en: " without" };
  return { said: { ...said, en: `${said.en} budget execution` }, either: { zh: "其中项", en: "其中" } };
}

/** `count/indicators-mismatch`: the prose counts other than the rows that stand. */
export const countIndicatorsMismatch = defineRule({
  id: "count/indicators-mismatch",
  severity: "error",
  title: { zh: "指标个数与正文所述不符", en: "The stated number of indicators is not that of the rows" },
  why: {
    zh: "正文写明的指标个数应与评分表一致；不一致说明指标有增删而正文未改。",
    en: "The prose and the table count the same indicators; where they do not, one was changed and the other forgotten.",
  },
  source: "Reviewers' check 44: number of indicators stated ≠ counted",
  accuse(judged) {
    const rowsAbsent = mayLackRows(judged);
    return distinctClaims(judged.record.claims.counts).flatMap(({ claim: { of, count, evidence, execution }, index }) => {
      if (of !== "indicators" || count === null || judged.rows.length === 0) return [];
      const number = Number(count);
      const counts = countsOf(judged, execution);
      if (counts.includes(number) || (rowsAbsent && number > Math.min(...counts))) return [];
      const found = String(execution === undefined ? judged.rows.length : counts[0]);
      const { said, either } = waysOf(execution);
      return [
        {
          subject: "indicators",
          stated: count,
          recomputed: found,
          difference: gap(count, found),
          message: {
            zh: `正文写明共 ${count} 个指标${said.zh}，报告中实有 ${found} 个，无论是否计入${either.zh}，都不是 ${count} 个。`,
            en: `The prose counts ${count} indicators${said.en}; the report shows ${found}, and not ${count} by any way of counting ${either.en} rows.`,
          },
          cites: [{ path: `/claims/counts/${index}`, evidence }, ...judged.rows.map((one) => cite(one, "level3"))],
          restsOn: "indicators" as const,
        },
      ];
    });
  },
  examples: [
    {
      title: "4 are told, 3 stand",
      kind: "raises",
      draft: draft({ indicators: rows, claims: { counts: [claim("4")] } }),
      finds: [{ subject: "indicators", stated: "4", recomputed: "3" }],
    },
    {
      title: "The execution rate, scored in the fund table, is the fourth",
      kind: "passes",
      draft: draft({
        indicators: rows,
        funds: [fund("年度资金总额", { weight: figure("10"), score: figure("10") })],
        claims: { counts: [claim("4")] },
      }),
      finds: [],
    },
    {
      title: "3 are told, 3 stand",
      kind: "passes",
      draft: draft({ indicators: rows, claims: { counts: [claim("3")] } }),
      finds: [],
    },
    {
      title: "The row that scores budget execution may be counted or not",
      kind: "edge",
      draft: draft({ indicators: [row("预算执行率", { category: "execution" }), ...rows], claims: { counts: [claim("3"), claim("4")] } }),
      finds: [],
    },
    {
      title: "The prose says whether budget execution is one of them",
      kind: "raises",
      draft: draft({
        indicators: [row("预算执行率", { category: "execution" }), ...rows],
        claims: {
          counts: [
            { ...claim("3"), execution: true },
            { ...claim("3"), execution: false },
          ],
        },
      }),
      finds: [{ subject: "indicators", stated: "3", recomputed: "4" }],
    },
    {
      title: "Budget execution may be told as a part of the process",
      kind: "passes",
      draft: draft({
        indicators: [row("预算执行率", { category: "process", level1: "过程" }), ...rows],
        claims: { counts: [claim("3"), claim("4")] },
      }),
      finds: [],
    },
    {
      title: "Rows are absent from the file: the number cannot be counted",
      kind: "passes",
      draft: draft({
        indicators: rows.map((one) => ({ ...one, weight: { raw: "20", value: "20" }, score: { raw: "20", value: "20" } })),
        statedScores: [stated("总分", "95")],
        claims: { counts: [claim("5")] },
      }),
      finds: [],
      also: ["coverage/incomplete"],
    },
  ],
});
