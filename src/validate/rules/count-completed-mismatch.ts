import { exact } from "../../core/decimal.js";
import { rounded } from "../../core/interval.js";
import type { Claims } from "../../core/record.js";
import { type Cited, isSure } from "../accusation.js";
import { distinctClaims } from "../count-claims.js";
import { aim, draft, figure, fund, got, marks, row } from "../example-draft.js";
import type { Judged } from "../judged.js";
import { type HowMany, howMany, isCompleted, isWithin } from "../rows/completed.js";
import { isOfExecution } from "../rows/of-execution.js";
import { cite, type Row } from "../rows/row.js";
import { defineRule } from "../rule.js";
import { mayLackRows } from "../totals/totals.js";

type Count = Claims["counts"][number];

const met = row("甲", { ...aim(">=", "10", "次"), ...got("12", "次"), ...marks("50", "50") });
const unmet = row("乙", { ...aim(">=", "10", "次"), ...got("9", "次"), ...marks("50", "45"), deviationReason: "天气" });
const claim = (of: Count["of"], count: string | null, share: string | null = null, band?: [number, number]): Count => ({
  of,
  count,
  share,
  ...(band && { band }),
  evidence: [{ quote: `${of} ${count ?? share}` }],
});

/** How a row counts for a claim; undefined where that does not speak of completion. */
function countedBy({ of, band }: Count): ((row: Row) => boolean | null) | undefined {
  if (of === "completed") return isCompleted;
  if (of === "uncompleted") return (row) => negate(isCompleted(row));
  return of === "band" && band !== undefined ? (row) => isWithin(row, band) : undefined;
}

function negate(told: boolean | null): boolean | null {
  return told === null ? null : !told;
}

/** The count or the share that is claimed is one that the rows may show. */
function holds(claimed: Count, counted: HowMany, all: number, rowsAbsent: boolean): boolean {
  const most = rowsAbsent ? Number.POSITIVE_INFINITY : counted.most;
  if (claimed.count !== null && (Number(claimed.count) < counted.least || Number(claimed.count) > most)) return false;
  if (claimed.share === null || rowsAbsent) return true;
  const share = rounded(claimed.share);
  return share.high.gte(exact(counted.least).times(100).div(all)) && share.low.lte(exact(counted.most).times(100).div(all));
}

/** Every set of rows that the author may have counted over. */
function waysOf({ rows, counted }: Judged): (readonly Row[])[] {
  const withoutExecution = (list: readonly Row[]) => list.filter((row) => !isOfExecution(row));
  return [rows, counted, withoutExecution(rows), withoutExecution(counted)].filter((list) => list.length > 0);
}

/** 共4个指标（含预算执行率）, where three are rows and the fund table tells the fourth: it is completed where it has all its points. */
function withExecution(judged: Judged, { of }: Count, rows: readonly Row[], counted: HowMany): Counted | undefined {
  const [execution] = judged.execution;
  const isCounted = judged.record.claims.counts.some((other) => other.of === "indicators" && Number(other.count) === rows.length + 1);
  if (!isCounted || !execution?.score || !execution.weight || of === "band") return undefined;
  const isFull = execution.score.high.gte(execution.weight.low);
  const more = isFull === (of === "completed") ? 1 : 0;
  return { counted: { least: counted.least + more, most: counted.most + more }, all: rows.length + 1 };
}

interface Counted {
  readonly counted: HowMany;
  /** Of how many. */
  readonly all: number;
}

/** What each way of counting gives. A way that counts as many indicators as the report says it has (共11个，其中已完成6个) is the author's. */
function countsOf(judged: Judged, claimed: Count, ways: readonly (readonly Row[])[], is: (row: Row) => boolean | null): Counted[] {
  const counts = ways.flatMap((rows) => {
    const counted = howMany(rows, is);
    const more = withExecution(judged, claimed, rows, counted);
    return [{ counted, all: rows.length }, ...(more === undefined ? [] : [more])];
  });
  const told = judged.record.claims.counts.filter(({ of }) => of === "indicators").map(({ count }) => Number(count));
  const ofTold = counts.filter(({ all }) => told.includes(all));
  return ofTold.length > 0 ? ofTold : counts;
}

function citesOf(row: Row): Cited[] {
  return [cite(row, "score"), cite(row, "target"), cite(row, "actual")];
}

/** `count/completed-mismatch`: the prose tells more or fewer completed indicators than the rows show. */
export const countCompletedMismatch = defineRule({
  id: "count/completed-mismatch",
  severity: "error",
  title: { zh: "完成指标个数与各行所示不符", en: "The stated number of completed indicators is not what the rows show" },
  why: {
    zh: "正文称“全部完成”而表中有未达标指标，是自评结论与数据矛盾的典型情形。",
    en: "“All completed” above a table with unmet targets is the typical contradiction between a conclusion and its data.",
  },
  source: "Reviewers' checks 43 (全部完成 while a row is unmet) and 44 (counts and shares)",
  accuse(judged) {
    const rowsAbsent = mayLackRows(judged);
    const ways = waysOf(judged);
    return distinctClaims(judged.record.claims.counts).flatMap(({ claim: claimed, index }) => {
      const is = countedBy(claimed);
      if (is === undefined) return [];
      const counts = countsOf(judged, claimed, ways, is);
      const mayHold = (ofCounts: readonly Counted[]) => ofCounts.some(({ counted, all }) => holds(claimed, counted, all, rowsAbsent));
      const [first] = counts;
      if (first === undefined || mayHold(counts)) return [];
      // Doubtful rows are left out of what is cited where the claim does not hold whichever way they count.
      const sure = (row: Row) => citesOf(row).every((cited) => isSure(cited, judged.reading.unsure));
      const isProven = !mayHold(countsOf(judged, claimed, ways, (row) => (sure(row) ? is(row) : null)));
      const { least, most } = first.counted;
      const shown = least === most ? String(least) : `${least}-${most}`;
      const said = claimed.count ?? `${claimed.share}%`;
      const what = WHAT[claimed.of] ?? WHAT.completed!;
      return [
        {
          subject: "completed",
          stated: claimed.count ?? claimed.share,
          recomputed: shown,
          message: {
            zh: `正文写明${what.zh}指标 ${said}${claimed.count === null ? "" : " 个"}，而 ${first.all} 项指标中按指标值、实际值和得分应为 ${shown} 个。`,
            en: `The prose tells ${said} ${what.en} indicators; of ${first.all} rows, by target, actual and score, ${shown} are.`,
          },
          cites: [
            { path: `/claims/counts/${index}`, evidence: claimed.evidence },
            ...(isProven ? judged.rows.filter(sure) : judged.rows).flatMap(citesOf),
          ],
          restsOn: "indicators" as const,
        },
      ];
    });
  },
  examples: [
    {
      title: "All are told completed, and one is not",
      kind: "raises",
      draft: draft({ indicators: [met, unmet], claims: { counts: [claim("completed", "2")] } }),
      finds: [{ subject: "completed", stated: "2", recomputed: "1" }],
    },
    {
      title: "One completed, one not: half of them",
      kind: "passes",
      draft: draft({
        indicators: [met, unmet],
        claims: {
          counts: [
            claim("completed", "1"),
            claim("uncompleted", "1"),
            claim("uncompleted", null, "50"),
            claim("band", null, "100", [80, 100]),
          ],
        },
      }),
      finds: [],
    },
    {
      title: "Three in all, with the execution of the budget, which lost points: one completed, two not",
      kind: "passes",
      draft: draft({
        indicators: [met, unmet],
        funds: [fund("年度资金总额", { weight: figure("10"), score: figure("9.5") })],
        claims: { counts: [claim("indicators", "3"), claim("completed", "1"), claim("uncompleted", "2")] },
      }),
      finds: [],
      also: ["weight/total-mismatch"],
    },
    {
      title: "A row that tells neither its actual nor its points may be either",
      kind: "passes",
      draft: draft({
        indicators: [met, row("丙", { ...aim(">=", "10", "次"), actual: "/" })],
        claims: { counts: [claim("completed", "2"), claim("completed", "1")] },
      }),
      finds: [],
    },
    {
      title: "A row read with doubt may be either, and what the others show is too many all the same",
      kind: "raises",
      draft: draft({
        indicators: [
          { ...unmet, ...marks("25", "22.5") },
          { ...unmet, level3: "丙", ...marks("25", "22.5") },
          {
            ...met,
            level3: "丁",
            score: { ...figure("50"), doubt: { confidence: 0.4, readings: [], because: "recognised with low confidence" } },
          },
        ],
        claims: { counts: [claim("uncompleted", "1"), claim("uncompleted", "3")] },
      }),
      finds: [
        { subject: "completed", stated: "1", recomputed: "2" },
        { subject: "completed", stated: "3", recomputed: "2", cause: "extraction" },
      ],
    },
    {
      title: "One of three is 33%, and 33.3%, but not 34%",
      kind: "edge",
      draft: draft({
        indicators: [met, { ...met, level3: "丁", ...marks(null, null) }, unmet],
        claims: { counts: [claim("uncompleted", null, "33"), claim("uncompleted", null, "33.3"), claim("uncompleted", null, "34")] },
      }),
      finds: [{ subject: "completed", stated: "34", recomputed: "1" }],
    },
  ],
});

const WHAT: { readonly [of in Count["of"]]?: { readonly zh: string; readonly en: string } } = {
  completed: { zh: "已完成", en: "completed" },
  uncompleted: { zh: "未完成", en: "uncompleted" },
  band: { zh: "完成率在该区间的", en: "in-band" },
};
