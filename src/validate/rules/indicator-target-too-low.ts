import { aim, draft, got, row } from "../example-draft.js";
import { cite } from "../rows/row.js";
import { defineRule } from "../rule.js";
import { show } from "../wording.js";

/** So many times the target asks whether the target was a target. */
const TIMES = 2;

/** `indicator/target-too-low`: more is better, and the actual is twice the target or more. */
export const indicatorTargetTooLow = defineRule({
  id: "indicator/target-too-low",
  severity: "info",
  title: { zh: "指标值可能偏低", en: "The target may have been set too low" },
  why: {
    zh: "实际值达到指标值的两倍以上，通常说明年初指标值设置过低，应核实并说明。",
    en: "An actual of twice the target or more says as a rule that the target was set too low.",
  },
  source:
    "财预〔2020〕10号: well above the target → find the cause, and reduce the score where the target was set plainly too low; reviewers' check 20",
  accuse(judged) {
    return judged.rows.flatMap((row) => {
      const { compared, direction } = row.verdict;
      const { level3, target, actual } = row.indicator;
      if (compared === undefined || direction !== "higher" || compared.bound === "at most" || compared.target.low.lte(0)) return [];
      if (compared.printed.lt(compared.target.low.times(TIMES))) return [];
      const times = show(compared.printed.div(compared.target.low));
      return [
        {
          subject: level3,
          stated: show(compared.target.low, 6),
          recomputed: show(compared.printed, 6),
          difference: show(compared.target.low.minus(compared.printed), 6),
          message: {
            zh: `“${level3}”指标值 ${target}，实际完成 ${actual}，是指标值的 ${times} 倍，指标值可能偏低。`,
            en: `${level3}: target ${target}, actual ${actual}, ${times} times as much: the target may have been set too low.`,
          },
          cites: [cite(row, "target"), cite(row, "actual")],
        },
      ];
    });
  },
  examples: [
    {
      title: "20 planned, 90 done",
      kind: "raises",
      draft: draft({ indicators: [row("办件事项", { ...aim(">=", "20", "个"), ...got("90", "个") })] }),
      finds: [{ subject: "办件事项", stated: "20", recomputed: "90" }],
    },
    {
      title: "A limit that was kept far below is no low target",
      kind: "passes",
      draft: draft({ indicators: [row("宣传成本", { ...aim("<=", "3", "万元"), ...got("0.50", "万元") })] }),
      finds: [],
    },
    {
      title: "Exactly twice the target",
      kind: "edge",
      draft: draft({ indicators: [row("办件事项", { ...aim(">=", "20", "个"), ...got("40", "个") })] }),
      finds: [{ subject: "办件事项", stated: "20", recomputed: "40" }],
    },
    {
      title: "One less than twice",
      kind: "edge",
      draft: draft({ indicators: [row("办件事项", { ...aim(">=", "20", "个"), ...got("39", "个") })] }),
      finds: [],
    },
    {
      title: "A target of 0 cannot be doubled",
      kind: "passes",
      draft: draft({ indicators: [row("新增线路", { ...aim(">=", "0", "条"), ...got("3", "条") })] }),
      finds: [],
    },
  ],
});
