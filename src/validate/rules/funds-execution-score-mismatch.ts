import { type Interval, inPercent, meets, point } from "../../core/interval.js";
import type { Fund, Points } from "../../core/record.js";
import type { Cited } from "../accusation.js";
import { draft, figure, fund, money, row } from "../example-draft.js";
import { citeFund } from "../funds/amounts.js";
import { agrees, basesOf, isIdle, rateOver, scoreOf } from "../funds/execution.js";
import type { Judged } from "../judged.js";
import { cite } from "../rows/row.js";
import { defineRule } from "../rule.js";
import { isOfShares } from "../standard/standard.js";
import { gap, middle, placesOf } from "../wording.js";

/** A score for execution, and the fund row whose rate it is scored by. */
interface Scored {
  readonly fund: Fund;
  readonly index: number;
  readonly weight: Points;
  readonly score: Points;
  readonly cites: readonly [Cited, Cited];
}

function onFundRows({ record }: Judged): Scored[] {
  return record.funds.flatMap((fund, index) =>
    fund.score === null || fund.weight === null
      ? []
      : [
          {
            fund,
            index,
            weight: fund.weight,
            score: fund.score,
            cites: [citeFund(fund, index, "score"), citeFund(fund, index, "weight")] as const,
          },
        ],
  );
}

const NAMES_EXECUTION = /(?:执行|支出|支付|使用)(?:率|进度|情况)|^预算执行$/u;

/** An execution indicator that tells neither target nor actual is scored by the rate of the total row, or by nothing. */
function onIndicators({ record, counted }: Judged): Scored[] {
  const index = record.funds.findIndex((fund) => fund.source === "total");
  const fund = record.funds[index];
  if (fund === undefined || onFundRowsStand(record.funds)) return [];
  // Of several below 预算执行 only those that say so are scored by the rate: 固定资产利用率 is another matter.
  const several = counted.filter(({ indicator }) => indicator.category === "execution").length > 1;
  return counted.flatMap((one) => {
    if (several && !NAMES_EXECUTION.test(one.indicator.level3)) return [];
    const { category, targetValue, weight, score, target } = one.indicator;
    if (category !== "execution" || targetValue !== null || target !== "" || weight === null || score === null) return [];
    if (one.standard !== undefined && !isOfShares(one.standard)) return [];
    return [{ fund, index, weight, score, cites: [cite(one, "score"), cite(one, "weight")] as const }];
  });
}

function onFundRowsStand(funds: readonly Fund[]): boolean {
  return funds.some((fund) => fund.score !== null && fund.weight !== null);
}

/**
 * The rates by which the score may have been given: recomputed from the amounts where they stand, else as stated. A stated rate that is
 * the rounding of the recomputed one may have been multiplied as it is printed.
 */
function ratesOf(fund: Fund, judged: Judged): Interval[] {
  const bases = basesOf(fund, judged.profile);
  if (bases.some((base) => isIdle(fund, base))) return [];
  const recomputed = bases.flatMap((base) => rateOver(fund, base) ?? []);
  const rate = fund.executionRate;
  if (recomputed.length === 0) return rate === null ? [] : [inPercent(rate)];
  return rate !== null && agrees(rate, recomputed) ? [...recomputed, point(rate.value)] : recomputed;
}

/** `funds/execution-score-mismatch`: the execution score is not weight × rate. */
export const fundsExecutionScoreMismatch = defineRule({
  id: "funds/execution-score-mismatch",
  severity: "error",
  title: { zh: "预算执行得分与执行率不符", en: "The execution score is not weight × rate" },
  why: {
    zh: "预算执行得分＝分值×执行率，最高不超过分值；多计少计都会直接改变总分。",
    en: "The execution score is the weight times the rate, at most the weight; anything else changes the total.",
  },
  source: "财预〔2020〕10号: 预算执行率 10 × B/A; budget system (pmkpi): 10 × 执行数 ÷ 调整后预算数; reviewers' check 23",
  accuse(judged) {
    return [...onFundRows(judged), ...onIndicators(judged)].flatMap(({ fund, index, weight, score, cites }) => {
      const rates = ratesOf(fund, judged);
      const scores = rates.flatMap((rate) => scoreOf(weight.value, rate, judged.profile.execution) ?? []);
      const [first] = scores;
      if (first === undefined || scores.some((one) => meets(judged.standsFor(score.value), one))) return [];
      const recomputed = middle(first, placesOf(score.value));
      const rate = middle(rates[0]!);
      const amounts = basesOf(fund, judged.profile).filter((base) => rateOver(fund, base) !== undefined);
      const used = amounts.length > 0 ? (["executed", ...amounts] as const) : (["executionRate"] as const);
      return [
        {
          subject: fund.label,
          stated: score.value,
          recomputed,
          difference: gap(score.value, recomputed),
          message: {
            zh: `“${fund.label}”执行得分 ${score.value}，而分值 ${weight.value} × 执行率 ${rate}% ＝ ${recomputed}，按得分的书写精度也不相符。`,
            en: `${fund.label}: execution score ${score.value}, but weight ${weight.value} × rate ${rate}% = ${recomputed}, and the score is not that even at its printed precision.`,
          },
          cites: [...cites, ...used.map((field) => citeFund(fund, index, field))],
        },
      ];
    });
  },
  examples: [
    {
      title: "10 points at 93.65%",
      kind: "raises",
      draft: draft({
        funds: [
          fund("年度资金总额", {
            adjustedBudget: money("42.50"),
            executed: money("39.80"),
            executionRate: figure("93.65%"),
            weight: figure("10"),
            score: figure("10.0"),
          }),
        ],
      }),
      finds: [{ subject: "年度资金总额", stated: "10.0", recomputed: "9.36" }],
    },
    {
      title: "Overspent: the score is at most the weight",
      kind: "passes",
      draft: draft({
        funds: [
          fund("年度资金总额", {
            adjustedBudget: money("88.20"),
            executed: money("93.50"),
            executionRate: figure("106.01%"),
            weight: figure("10"),
            score: figure("10"),
          }),
        ],
      }),
      finds: [],
      also: ["funds/overspent"],
    },
    {
      title: "9.2 and 9 both agree with 9.181",
      kind: "edge",
      draft: draft({
        funds: [
          fund("年度资金总额", { adjustedBudget: money("1000.00"), executed: money("918.10"), weight: figure("10"), score: figure("9.2") }),
          fund("其中：本级", {
            source: "county",
            adjustedBudget: money("1000.00"),
            executed: money("918.10"),
            weight: figure("10"),
            score: figure("9"),
          }),
        ],
      }),
      finds: [],
    },
    {
      title: "9 does not agree with 9.9",
      kind: "edge",
      draft: draft({
        funds: [
          fund("年度资金总额", { adjustedBudget: money("1000.00"), executed: money("990.00"), weight: figure("10"), score: figure("9") }),
        ],
      }),
      finds: [{ subject: "年度资金总额", stated: "9", recomputed: "9.9" }],
    },
    {
      title: "Without amounts the stated rate is taken",
      kind: "raises",
      draft: draft({ funds: [fund("年度资金总额", { executionRate: figure("88%"), weight: figure("20"), score: figure("19.6") })] }),
      finds: [{ subject: "年度资金总额", stated: "19.6", recomputed: "17.6" }],
    },
    {
      title: "An execution row without target and actual is scored by the total's rate",
      kind: "raises",
      draft: draft({
        funds: [fund("年度资金总额", { adjustedBudget: money("100.00"), executed: money("80.00"), executionRate: figure("80.00%") })],
        indicators: [row("预算执行率", { category: "execution", weight: figure("10"), score: figure("9.5"), columns: [] })],
      }),
      finds: [{ subject: "年度资金总额", stated: "9.5", recomputed: "8" }],
    },
    {
      title: "Of several rows below 预算执行 only the one on spending is scored by the rate",
      kind: "passes",
      draft: draft({
        funds: [fund("年度资金总额", { adjustedBudget: money("100.00"), executed: money("80.00"), executionRate: figure("80.00%") })],
        indicators: [
          row("预算执行率", { category: "execution", weight: figure("10"), score: figure("8"), columns: [] }),
          row("固定资产利用率", { category: "execution", weight: figure("5"), score: figure("5"), columns: [] }),
        ],
      }),
      finds: [],
    },
  ],
});
