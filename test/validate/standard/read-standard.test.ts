import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStandard } from "../../../src/validate/standard/read-standard.js";
import type { Clause } from "../../../src/validate/standard/standard.js";

/** A clause in short: `unmet nothing`, `below 2天 -1`, `80..90% 8`. */
function short(clause: Clause): string {
  const { gives } = clause;
  const award =
    gives.kind === "off"
      ? `-${gives.by.toFixed()}${gives.of === "percent" ? "%" : ""}`
      : gives.kind === "points" || gives.kind === "percent"
        ? `${[...new Set([gives.low.toFixed(), gives.high.toFixed()])].join("..")}${gives.kind === "percent" ? "%" : ""}`
        : gives.kind;
  if (clause.when === "each") {
    const { side, size, unit, mayBeOnce } = clause.step;
    return `${side} ${size.toFixed()}${unit} ${award}${mayBeOnce ? " (or once)" : ""}`;
  }
  if (clause.when === "within") return `${clause.low?.toFixed() ?? ""}..${clause.high?.toFixed() ?? ""}${clause.unit} ${award}`;
  return `${clause.when} ${award}`;
}

const clausesOf = (text: string) => readStandard(text)?.clauses.map(short);

describe("a printed scoring standard", () => {
  it.each([
    ["完成目标得满分，否则按比例得分", "met full", "unmet share"],
    ["按完成比例计分，完成得满分。", "unmet share", "met full"],
    ["完成得满分；未完成的，得分＝实际完成值÷目标值×该指标分值", "met full", "unmet share"],
    ["得分=执行率×分值", "unmet share"],
    ["达到目标值得满分，未达到的按实际完成值与目标值之比乘以分值计分", "met full", "unmet share"],
    ["未达到指标值的，按实际值/目标值×分值记分", "unmet share"],
    ["达到指标值得满分；未达到的，按照B/A×该指标分值计算得分", "met full", "unmet share"],
    ["完成得满分，未完成的按实际完成程度×分值计分", "met full", "unmet share"],
    ["与目标值一致得满分，不一致的，根据完成比例扣减相应分值", "met full", "unmet share"],
    ["按实际完成情况计分", "unmet some"],
    ["按完成情况与指标值的比例计分，最高得8分", "unmet share"],
    ["完成得满分，未完成按比例得分，以分值为上限", "met full", "unmet share"],
    ["达标得满分，未达标按实际完成情况得分", "met full", "unmet some"],
    ["90%以上得满分，90%以下按比例得分", "90..% full", "..90% share"],
    ["达成预期得80%至100%分值，部分达成得60%至80%，未达成得60%以下", "met 80..100%", "partly 60..80%", "unmet 0..60%"],
    ["不高于目标值得满分，高于的按比例扣分", "met full", "unmet share"],
    ["达到得满分，否则不得分", "met full", "unmet nothing"],
    ["符合要求得满分，否则酌情扣分。", "met full", "unmet open"],
    ["达成预期得满分，部分达成得60%～80%，未达成不得分", "met full", "partly 60..80%", "unmet nothing"],
    ["按设计任务核定，完成得满分，每差 1个百分点扣 0.5 分。", "met full", "below 1个百分点 -0.5"],
    ["达到目标值得满分，每少1套扣0.5分，扣完为止", "met full", "below 1套 -0.5"],
    ["未按时完成，每延迟1天扣1分", "above 1天 -1"],
    ["按期完成得满分，每迟延一个月扣1分", "met full", "above 1个月 -1"],
    ["较目标值每降低1%扣分值的5%", "below 1% -5%"],
    ["按时得满分，超1日扣2分", "met full", "above 1日 -2 (or once)"],
    ["≥90%得满分，每低1个百分点扣0.5分", "90..% full", "below 1个百分点 -0.5"],
    ["90%（含）以上得满分，80%（含）-90%得8分，80%以下不得分", "90..% full", "80..90% 8", "..80% nothing"],
    ["完成率低于80%的，不得分；80%以上按比例得分", "..80% nothing", "80..% share"],
    ["80%≤完成率<90%得一半分值", "80..90% 50%"],
    ["达到95%及以上得10分，低于60%不得分", "95..% 10", "..60% nothing"],
    ["发生1起即不得分", "1..起 nothing"],
  ])("%s", (text, ...clauses) => {
    expect(readStandard(text)).toMatchObject({ isUnderstood: true });
    expect(clausesOf(text)).toEqual(clauses);
  });

  it.each([
    "优：≥95%；良：≥85%；中：≥70%；差：<70%",
    "手续完备得满分，发现不合规一笔扣2分。",
    "优得满分，良得80%",
    "弄虚作假不得分",
    "①计划明确（2分）；②制度健全（3分）",
    "低于目标值10%以内扣2分",
    "每完成1场得1分",
    "得分=本年值÷上年值×分值",
  ])("is not understood where it hangs on more than target and actual: %s", (text) => {
    expect(readStandard(text)).toMatchObject({ isUnderstood: false });
  });

  it("is not understood where it is too long to be one rule", () => {
    expect(readStandard(`${"完成得满分，".repeat(80)}每少1场扣1分`)).toMatchObject({ isUnderstood: false });
  });

  it.each(["", "数据来源：统计年鉴", "16场", "不超过30分钟", "95%"])("is none where nothing is said of points: %s", (text) => {
    expect(readStandard(text)).toBeUndefined();
  });

  it("says what a part of a step counts as, and what is taken at most", () => {
    expect(readStandard("每超1天扣2分，不足1天按1天计算，扣完为止")).toMatchObject({ parts: "step", isUnderstood: true });
    expect(readStandard("每超5天扣2分，不足5天的不扣分")).toMatchObject({ parts: "none", isUnderstood: true });
    expect(readStandard("每少1%扣1分，最多扣3分")?.most?.toFixed()).toBe("3");
  });

  it("reads any text without fault, and in time in proportion to its length", () => {
    const word = fc.constantFrom(
      "每",
      "完成",
      "得",
      "扣",
      "分",
      "满分",
      "1",
      "0.5",
      "%",
      "个百分点",
      "以上",
      "低于",
      "目标值",
      "，",
      "；",
      "按比例",
      "的",
      "≥",
      "-",
      "（",
      "）",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const start = performance.now();
        readStandard(words.join(""));
        expect(performance.now() - start).toBeLessThan(200);
      }),
    );
  });
});
