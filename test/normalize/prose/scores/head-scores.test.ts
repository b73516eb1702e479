import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const scores = (...texts: readonly string[]) =>
  told(...texts).statedScores.map(({ scope, name, score, fullMarks }) => [scope, name, score?.value ?? null, fullMarks?.value ?? null]);
const rows = (...texts: readonly string[]) =>
  told(...texts).indicators.map(({ level1, level2, level3, weight, score }) => [level1, level2, level3, weight?.value, score?.value]);

const ITEM = "检修浮桥座数：年度目标值≥12座，实际完成13座，分值20分，得20分。";

describe("the score of a level, told behind its head", () => {
  it.each([
    ["（二）产出指标。该项满分50分，得49.56分。"],
    ["（二）产出指标。满分50分，自评得49.56分。"],
    ["2.产出指标完成情况。该部分分值50分，自评得分49.56分。"],
    ["（二）产出指标。本部分共设8个三级指标，权重50分，自评得分49.56分。"],
    ["二、产出指标", "该类指标权重50分，自评得49.56分。"],
    ["（二）产出指标完成情况", "产出指标共50分，得49.56分。"],
  ])("%s", (...texts) => {
    expect(scores(...texts)).toEqual([["level1", "产出指标", "49.56", "50"]]);
    expect(rows(...texts, ITEM)).toEqual([["产出指标", "", "检修浮桥座数", "20", "20"]]);
    expect(told(...texts, ITEM).unnamed).toEqual([]);
  });

  it("is a second level's where its own sentence names one", () => {
    expect(scores("一、产出方面", "数量指标共20分，自评得18分。")).toEqual([["level2", "数量指标", "18", "20"]]);
  });

  it("is a second level's where the head names one, also where its name holds the first's", () => {
    const texts = ["（一）数量指标。分值30分，得30分。", "（二）社会效益指标。分值20分，得18分。"];
    expect(scores("三、效益指标", ...texts)).toEqual([
      ["level2", "数量指标", "30", "30"],
      ["level2", "社会效益指标", "18", "20"],
    ]);
    expect(rows("三、效益指标", texts[1]!, ITEM)).toEqual([["效益指标", "社会效益指标", "检修浮桥座数", "20", "20"]]);
  });

  it("is not what a sentence tells of an indicator, nor of the whole", () => {
    expect(scores("（二）产出指标", "该项目设置12项指标，满分100分，自评得分97分。")).toEqual([["total", "自评得分", "97", "100"]]);
    expect(scores("（二）产出指标。", "检修浮桥座数目标12座，分值20分，得20分。")).toEqual([]);
    expect(scores("三、自评得分", "自评得分99.16分，评价等级为优。")).toEqual([["total", "自评得分", "99.16", null]]);
  });

  it("bears the name that its own sentence gives the level", () => {
    expect(scores("（二）项目产出情况", "产出指标满分50分，得分49分。")).toEqual([["level1", "产出指标", "49", "50"]]);
  });

  it("goes to no indicator of such a name", () => {
    expect(rows("该部分目标值90%，实际完成95%，分值20分，得20分。", "该类指标权重10分，自评得10分。")).toEqual([]);
  });
});

describe("the execution of the budget", () => {
  const execution = "（一）预算执行情况。预算执行率指标分值10分，得分8.98分。";
  const outputs = "（二）产出指标。该项满分50分，得49.56分。";

  it("is an indicator where its head stands among those of the indicators", () => {
    expect(rows(execution, outputs)).toEqual([["预算执行情况", "", "预算执行率", "10", "8.98"]]);
    expect(scores(execution, outputs)).toEqual([["level1", "产出指标", "49.56", "50"]]);
  });

  it("is the second level too, where a head of the parts' rank repeats its name, and none where a head of its own rank does", () => {
    const parts = ["（一）产出指标", "1.数量指标", `（1）${ITEM}`, "（二）预算执行情况"];
    const rate = "预算执行率：目标值100%，实际完成100%，分值10分，得10分。";
    expect(rows(...parts, "1.预算执行情况", `（1）${rate}`)[1]).toEqual(["预算执行情况", "预算执行情况", "预算执行率", "10", "10"]);
    expect(rows(...parts, "（三）预算执行情况", `1.${rate}`)[1]).toEqual(["预算执行情况", "", "预算执行率", "10", "10"]);
  });

  it("is the money's where it is told of the money", () => {
    const texts = ["二、预算执行情况", "全年实际支出93万元，预算执行率分值10分，得分8.98分。", "三、自评结果", outputs];
    expect(rows(...texts)).toEqual([]);
    expect(scores(...texts)[0]).toEqual(["level1", "预算执行率", "8.98", "10"]);
  });
});

describe("a score that tells not whose it is", () => {
  it.each([
    ["（一）产出指标（50分）。自评得分49.6分。"],
    ["（一）产出指标（50分）", "自评得分49.6分。"],
    ["一、产出指标（满分50分）。综合自评得分49.6分。"],
    ["（一）产出指标满分50分。自评得分49.6分。"],
    ["（一）产出指标", "权重50分。自评得分49.6分。"],
    ["（一）产出指标（50分）。任务按计划完成。该部分得49.6分。"],
  ])("is the level's right behind its marks: %s", (...texts) => {
    expect(scores(...texts, ITEM, "二、自评结论", "本项目自评得分97分。")).toEqual([
      ["level1", "产出指标", "49.6", "50"],
      ["total", "自评得分", "97", null],
    ]);
  });

  it("is the level's right behind its name", () => {
    expect(scores("（一）产出指标", "自评得分49.6分。", ITEM)).toEqual([["level1", "产出指标", "49.6", null]]);
  });

  it("is not the whole's behind the indicators of a level", () => {
    expect(scores("（一）产出指标（50分）", ITEM, "综上，自评得分49.6分。")).toEqual([["level1", "产出指标", null, "50"]]);
    expect(scores("（一）产出指标", ITEM, "以上指标满分50分，自评得分49.6分。")).toEqual([]);
    expect(scores("（三）满意度指标（10分）", ITEM, "综上，自评得分97分。").at(-1)).toEqual(["total", "自评得分", "97", null]);
  });

  it("is the indicator's whose head stands above", () => {
    expect(scores("（一）产出指标", "1.检修浮桥座数", "满分20分，得20分。年度目标值≥12座，实际完成13座。")).toEqual([]);
  });
});

describe("a total out of a hundred", () => {
  it("is told behind 百分制 in parentheses; other words there tell whose it is", () => {
    expect(scores("总分（百分制）：93.94")).toEqual([["total", "总分", "93.94", null]]);
    expect(scores("自评总得分（百分制）：95.87")).toEqual([["total", "自评总得分", "95.87", null]]);
    expect(scores("总分（财政复评）：93.94")).toEqual([]);
  });
});
