import { type Interval, meets, rounded } from "../../core/interval.js";
import type { Fund, Points } from "../../core/record.js";
import type { Cited } from "../accusation.js";
import { aim, draft, figure, fund, got, marks, money, row } from "../example-draft.js";
import { citeFund } from "../funds/amounts.js";
import { basesOf, rateOver, scoreOf } from "../funds/execution.js";
import { ratesOf } from "../funds/rows-by-rate.js";
import type { Judged } from "../judged.js";
import { cite, citeVerdict } from "../rows/row.js";
import { defineRule } from "../rule.js";
import { gap, middle, placesOf } from "../wording.js";

/** A score for execution, and the fund row whose rate it is scored by. */
interface Scored {
  readonly fund: Fund;
  readonly index: number;
  readonly weight: Points;
  readonly score: Points;
  /** The rate, in percent, as an indicator that agrees with it tells it. */
  readonly told?: Interval;
  readonly cites: readonly [Cited, Cited, ...Cited[]];
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

/** The scores of execution indicators; where one tells target and actual, it rests on these too. */
function onIndicators({ byRate }: Judged): Scored[] {
  return byRate.map(({ row, fund, index }) => {
    const { weight, score, target, actualValue } = row.indicator;
    // The rate as the row prints it may have been multiplied.
    const told = target === "" || actualValue === null ? undefined : rounded(actualValue.value);
    const cites = [cite(row, "score"), cite(row, "weight"), ...(target === "" ? [] : citeVerdict(row))] as const;
    return { fund, index, weight: weight!, score: score!, cites, ...(told ? { told } : {}) };
  });
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
    return [...onFundRows(judged), ...onIndicators(judged)].flatMap(({ fund, index, weight, score, told, cites }) => {
      const rates = ratesOf(fund, judged.profile);
      const scores = [...rates, ...(told ? [told] : [])].flatMap((rate) => scoreOf(weight.value, rate, judged.profile.execution) ?? []);
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
      title: "All was spent, the target of 100% reached, and a point is missing",
      kind: "raises",
      draft: draft({
        funds: [fund("资金总额", { adjustedBudget: money("100.00"), executed: money("100.00"), executionRate: figure("100.00%") })],
        indicators: [row("资金执行率", { category: "execution", ...aim("=", "100", "%"), ...got("100", "%"), ...marks("10", "9") })],
      }),
      finds: [{ subject: "资金总额", stated: "9", recomputed: "10" }],
    },
    {
      title: "A part's rate, or one that the fund table does not tell, is not the whole budget's",
      kind: "passes",
      draft: draft({
        funds: [fund("资金总额", { adjustedBudget: money("100.00"), executed: money("92.00"), executionRate: figure("92.00%") })],
        indicators: [
          row("政府采购执行率", { category: "execution", ...aim("=", "100", "%"), ...got("100", "%"), ...marks("10", "10") }),
          row("资金执行率", { category: "execution", ...aim("=", "100", "%"), ...got("100", "%"), ...marks("10", "10") }),
        ],
      }),
      finds: [],
    },
    {
      title: "A target below 100% is met before all is spent: the rate alone does not give the score",
      kind: "passes",
      draft: draft({
        funds: [fund("资金总额", { adjustedBudget: money("100.00"), executed: money("96.00"), executionRate: figure("96.00%") })],
        indicators: [row("预算执行率", { category: "execution", ...aim(">=", "95", "%"), ...got("96", "%"), ...marks("10", "10") })],
      }),
      finds: [],
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
