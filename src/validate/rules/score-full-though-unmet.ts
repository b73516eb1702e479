import { decimalPlaces, exact } from "../../core/decimal.js";
import { meets, rounded } from "../../core/interval.js";
import { aim, draft, got, marks, row, told } from "../example-draft.js";
import { allowsFull, cite, citeVerdict, hasOwnRule, isFull, type Row } from "../rows/row.js";
import { defineRule } from "../rule.js";
import { by, show } from "../wording.js";

const visitors = { ...aim(">=", "85", "%"), ...got("70", "%") };

/** No formula is computed to more than this, whatever is printed of it: 3.995 points are printed as 4. */
const HUNDREDTHS = 2;

/**
 * What its formula gives, rounded: the execution score at the precision of its print (10 agrees with 9.98), another at hundredths of a point.
 */
function isRoundedFormula(row: Row): boolean {
  const { category, score } = row.indicator;
  const { value } = score!;
  const given = category === "execution" || decimalPlaces(value) > HUNDREDTHS ? value : exact(value).toFixed(HUNDREDTHS);
  return row.expected?.some((one) => meets(rounded(given), one.score)) === true;
}

/** `score/full-though-unmet`: the target was missed and every point given. */
export const scoreFullThoughUnmet = defineRule({
  id: "score/full-though-unmet",
  severity: "error",
  title: { zh: "未达目标却得满分", en: "Full marks though the target was not met" },
  why: {
    zh: "未完成指标值的，应按完成比例或等次扣分；仍计满分是自评虚高最常见的形式。",
    en: "A target that was missed costs points in proportion. Full marks are the commonest way to inflate a self-evaluation.",
  },
  source: "财预〔2020〕10号: not met → weight × actual ÷ target, or the tier's share; reviewers' checks 11 and 12",
  accuse(judged) {
    // A score for execution is held against the fund table's rate: funds/execution-score-mismatch.
    return judged.byTarget.flatMap((row) => {
      const { level3, target, actual, score, weight } = row.indicator;
      const missed = row.verdict.outcome === "unmet" || row.verdict.outcome === "partly";
      if (!missed || isFull(row) !== true || row.weight!.high.lte(0) || hasOwnRule(row) || isRoundedFormula(row)) return [];
      if (row.standard !== undefined && allowsFull(row)) return [];
      const formula = row.expected?.[0];
      const recomputed = formula ? show(formula.printed) : null;
      const should = formula
        ? { zh: `，${by(row).zh}应为 ${formula.formula}＝${recomputed}`, en: `; ${by(row).en} ${formula.formula} = ${recomputed}` }
        : { zh: "", en: "" };
      return [
        {
          subject: level3,
          stated: score!.value,
          recomputed,
          difference: formula ? show(row.score!.low.plus(row.score!.high).div(2).minus(formula.printed)) : null,
          message: {
            zh: `“${level3}”指标值 ${target}，实际完成 ${actual}，没有达到目标，却得满分 ${score!.value}（分值 ${weight!.value}）${should.zh}。`,
            en: `${level3}: target ${target}, actual ${actual}, not met, yet full marks of ${score!.value} (weight ${weight!.value})${should.en}.`,
          },
          cites: [cite(row, "score"), cite(row, "weight"), ...citeVerdict(row)],
        },
      ];
    });
  },
  examples: [
    {
      title: "70% of at least 85% and 6 points of 6",
      kind: "raises",
      draft: draft({ indicators: [row("患者满意度", { ...visitors, ...marks("6", "6") })] }),
      finds: [{ subject: "患者满意度", stated: "6", recomputed: "4.94" }],
    },
    {
      title: "A limit kept: 18 of at most 21 is met",
      kind: "passes",
      draft: draft({ indicators: [row("车辆运行成本", { ...aim("<=", "21", "万元"), ...got("18", "万元"), ...marks("8", "8") })] }),
      finds: [],
    },
    {
      title: "One yuan over the limit: 3.995 points are printed as 4",
      kind: "edge",
      draft: draft({ indicators: [row("人均培训成本", { ...aim("<=", "803", "元/人"), ...got("804", "元/人"), ...marks("4", "4") })] }),
      finds: [],
    },
    {
      title: "99.5 of at least 100 and 10 points of 10: the formula gives 9.95",
      kind: "raises",
      draft: draft({ indicators: [row("绿化面积", { ...aim(">=", "100.0", "亩"), ...got("99.5", "亩"), ...marks("10", "10") })] }),
      finds: [{ subject: "绿化面积", stated: "10", recomputed: "9.95" }],
    },
    {
      title: "Partly reached by its own words, with every point",
      kind: "raises",
      draft: draft({ indicators: [row("管护机制", { ...told("健全", "部分达成预期指标并具有一定效果"), ...marks("10", "10") })] }),
      finds: [{ subject: "管护机制", stated: "10", recomputed: null }],
    },
    {
      title: "99% printed whole may be 99.5%, which meets 99.5%: not proven unmet",
      kind: "edge",
      draft: draft({ indicators: [row("准确率", { ...aim(">=", "99.5", "%"), ...got("99", "%"), ...marks("5", "5") })] }),
      finds: [],
    },
    {
      title: "Finished on 15 January though due by the end of December",
      kind: "raises",
      draft: draft({
        indicators: [row("完工时间", { ...told("2023年12月底前", "2024年1月15日"), kind: "quantitative", ...marks("5", "5") })],
      }),
      finds: [{ subject: "完工时间", stated: "5", recomputed: null }],
    },
    {
      title: "Units of different kinds are not compared",
      kind: "passes",
      draft: draft({ indicators: [row("服务人数", { ...aim(">=", "2", "万人次"), ...got("9000", "户"), ...marks("5", "5") })] }),
      finds: [],
    },
  ],
});
