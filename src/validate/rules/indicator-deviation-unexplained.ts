import { aim, draft, got, marks, row, told } from "../example-draft.js";
import { isSilent } from "../plain-text.js";
import { cite, citeVerdict, hasLost } from "../rows/row.js";
import { defineRule } from "../rule.js";

const columns = ["target", "actual", "weight", "score", "deviationReason"] as const;
const unmet = { ...aim(">=", "95", "%"), ...got("85.5", "%"), ...marks("10", "9"), columns: [...columns] };

/** `indicator/deviation-unexplained`: a missed target or lost points, and the column for reasons says nothing. */
export const indicatorDeviationUnexplained = defineRule({
  id: "indicator/deviation-unexplained",
  severity: "warning",
  title: { zh: "偏差未说明原因", en: "A deviation without a reason" },
  why: {
    zh: "未达指标值或未得满分的，应当在偏差原因栏说明原因和改进措施。",
    en: "Where the target was missed or points were lost, the column for it must tell why and what will be done.",
  },
  source: "财预〔2020〕10号, 自评表: 偏差原因分析及改进措施; budget system: score < weight asks for 理由及依据; reviewers' check 39",
  accuse(judged) {
    return judged.rows.flatMap((row) => {
      const { level3, target, actual, score, weight, deviationReason, columns: present } = row.indicator;
      if (!present?.includes("deviationReason") || !isSilent(deviationReason)) return [];
      const missed = row.verdict.outcome === "unmet" || row.verdict.outcome === "partly";
      const lost = hasLost(row);
      if (!missed && !lost) return [];
      const zh = [
        missed ? `指标值 ${target}、实际完成 ${actual}，未达到目标` : "",
        lost ? `分值 ${weight!.value}、得分 ${score!.value}` : "",
      ];
      const en = [missed ? `target ${target} and actual ${actual}, not met` : "", lost ? `score ${score!.value} of ${weight!.value}` : ""];
      return [
        {
          subject: level3,
          stated: deviationReason,
          recomputed: null,
          message: {
            zh: `“${level3}”${zh.filter(Boolean).join("，")}，而偏差原因栏${deviationReason.trim() === "" ? "为空" : `只写“${deviationReason}”`}。`,
            en: `${level3}: ${en.filter(Boolean).join("; ")}; the column for reasons ${deviationReason.trim() === "" ? "is empty" : `says only ${deviationReason}`}.`,
          },
          cites: [
            cite(row, "deviationReason"),
            ...(missed ? citeVerdict(row) : []),
            ...(lost ? [cite(row, "score"), cite(row, "weight")] : []),
          ],
        },
      ];
    });
  },
  examples: [
    {
      title: "85.5% of at least 95%, and a dash for a reason",
      kind: "raises",
      draft: draft({ indicators: [row("路灯完好率", { ...unmet, deviationReason: "-" })] }),
      finds: [{ subject: "路灯完好率", stated: "-" }],
    },
    {
      title: "Points lost, and 无 for a reason",
      kind: "raises",
      draft: draft({
        indicators: [row("制度建设", { ...told("健全", "基本健全"), ...marks("10", "9"), deviationReason: "无", columns: [...columns] })],
      }),
      finds: [{ subject: "制度建设", stated: "无" }],
    },
    {
      title: "A reason is told",
      kind: "passes",
      draft: draft({ indicators: [row("路灯完好率", { ...unmet, deviationReason: "两台设备待修，已列入明年计划" })] }),
      finds: [],
    },
    {
      title: "The form has no column for reasons",
      kind: "passes",
      draft: draft({ indicators: [row("路灯完好率", { ...unmet, columns: ["target", "actual", "weight", "score"] })] }),
      finds: [],
    },
    {
      title: "6.67 of 6.67 has lost nothing, whatever the rounding",
      kind: "edge",
      draft: draft({
        indicators: [row("路灯完好率", { ...aim(">=", "95", "%"), ...got("97", "%"), ...marks("6.67", "6.67"), columns: [...columns] })],
      }),
      finds: [],
    },
  ],
});
