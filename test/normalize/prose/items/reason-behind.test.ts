import { describe, expect, it } from "vitest";
import { told, toldLines } from "../told.js";

const reasons = (facts: ReturnType<typeof told>) => facts.indicators.map(({ level3, reason }) => `${level3}: ${reason ?? ""}`);

describe("why an indicator fell short", () => {
  it("is what stands behind a label, up to the sentence's end or the next label", () => {
    const text =
      "（一）产出指标。1.数量指标。检修浮桥座数，权重10分，目标≥12座，实际完成9座，得7.5分，扣分原因：备件迟到，已催办。更换缆绳根数，权重8分，目标≥4根，实际完成4根，得8分。";
    expect(reasons(told(text))).toEqual(["检修浮桥座数: 备件迟到，已催办", "更换缆绳根数: "]);
    const fields = "数量指标：检修浮桥座数；指标值：≥12座；完成值：9座；原因：备件迟到；分值：10；得分：7.5";
    expect(reasons(told("产出指标", fields))).toEqual(["检修浮桥座数: 备件迟到"]);
  });

  it("may stand in brackets, or in the sentence behind", () => {
    expect(reasons(told("产出指标", "数量指标：检修浮桥座数，目标≥12座，实际9座，分值10分，得7.5分（未完成原因：备件迟到）。"))).toEqual([
      "检修浮桥座数: 备件迟到",
    ]);
    expect(
      reasons(told("产出指标", "数量指标：检修浮桥座数，目标≥12座，实际9座，分值10分，得7.5分。偏差原因：备件迟到。今后早订。")),
    ).toEqual(["检修浮桥座数: 备件迟到"]);
  });

  it("is what stands behind the label, as in a cell: nothing where that stands alone, 无 where it says that there is none", () => {
    for (const nothing of ["", "无", "/"])
      expect(
        reasons(told("产出指标", `数量指标：检修浮桥座数；目标：≥12座；实际：12座；分值：10；得分：10；偏差原因：${nothing}`)),
      ).toEqual([`检修浮桥座数: ${nothing}`]);
  });

  it("may stand on a line of its own, below those of its indicator", () => {
    const card = (name: string, actual: string, score: string, reason: string) =>
      `—— 指标 ——\n一级指标：产出指标\n二级指标：数量指标\n三级指标：${name}\n指标值：≥12座\n完成值：${actual}\n分值：10\n得分：${score}\n偏差原因：${reason}\n`;
    const facts = toldLines([card("检修浮桥座数", "12座", "10", ""), card("检修渡船座数", "9座", "7.5", "备件迟到")].join("\n"));
    expect(reasons(facts)).toEqual(["检修浮桥座数: ", "检修渡船座数: 备件迟到"]);
    expect(facts.indicators.map(({ level1, level2 }) => level1 + level2)).toEqual(["产出指标数量指标", "产出指标数量指标"]);
  });

  it("of several indicators is not that of the last one told", () => {
    const items =
      "1.数量指标：检修浮桥座数，目标≥12座，实际9座，分值10分，得7.5分。\n2.质量指标：检修合格率，目标100%，实际100%，分值10分，得10分。";
    const short = "未达到预期目标的主要原因：备件迟到，已催办。";
    for (const between of ["", "其中未达到预期目标的1个。\n", "以上产出指标合计得分17.5分。\n"])
      expect(reasons(toldLines(`产出指标\n${items}\n${between}${short}`))).toEqual(["检修浮桥座数: ", "检修合格率: "]);
    const behindShort = items.replace("实际100%，分值10分，得10分", "实际90%，分值10分，得9分");
    expect(reasons(toldLines(`产出指标\n${behindShort}\n其中未达到预期目标的2个。\n${short}`))).toEqual(["检修浮桥座数: ", "检修合格率: "]);
    expect(reasons(toldLines(`产出指标\n${behindShort}\n${short}`))).toEqual(["检修浮桥座数: ", "检修合格率: 备件迟到，已催办"]);
  });
});
