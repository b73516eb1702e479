import { describe, expect, it } from "vitest";
import { told } from "./told.js";

type Row = readonly [string, string, string, string | undefined, string | undefined];

/** Name, target, actual, marks and score of each indicator. */
const rows = (...texts: string[]): Row[] =>
  told(...texts).indicators.map(({ level3, target, actual, weight, score }) => [level3, target, actual, weight?.value, score?.value]);

describe("indicators told clause by clause", () => {
  it.each<[string, Row[]]>([
    [
      "其中：修缮校舍（20分），年度目标12间，实际13间，得20分；安装路灯数（15分），年度目标≥60盏，实际58盏，得14.5分。",
      [
        ["修缮校舍", "12间", "13间", "20", "20"],
        ["安装路灯数", "≥60盏", "58盏", "15", "14.5"],
      ],
    ],
    ["1.新建渡口（15分）。计划新建4座，实际新建4座，完成率100%，自评得15分。", [["新建渡口", "4座", "4座", "15", "15"]]],
    ["3.缆绳更换数。该指标分值15分，目标值520根，实际完成520根，得15分。", [["缆绳更换数", "520根", "520根", "15", "15"]]],
    ["（2）质量指标：缆绳合格率目标值不低于97%，实际为98.2%，分值15分，得15分。", [["缆绳合格率", "不低于97%", "98.2%", "15", "15"]]],
    [
      "检修缆绳，分值20分，指标值≥200根，完成值210根，得分20分，培训船工，分值10分，指标值30人，完成值27人，得分9分。",
      [
        ["检修缆绳", "≥200根", "210根", "20", "20"],
        ["培训船工", "30人", "27人", "10", "9"],
      ],
    ],
    ["资助船工（满分10分，自评9分）：目标100人，实际资助90人。", [["资助船工", "100人", "90人", "10", "9"]]],
    ["2.船只年检率（8分）。目标≥95%。实际为93.1%。扣分原因是一艘停航，得7.8分。", [["船只年检率", "≥95%", "93.1%", "8", "7.8"]]],
  ])("%s", (text, expected) => {
    expect(rows(text)).toEqual(expected);
    expect(told(text).statedScores).toEqual([]);
  });

  it("stand under the level that a numbered line names with its marks", () => {
    const { indicators, statedScores } = told(
      "（一）投入与过程（20分），得分19分。",
      "其中：预算执行率（10分），得9.5分；管理制度健全性（10分），得9.5分。",
      "（二）产出指标（50分），自评得47.5分",
      "1.新建渡口（15分）。计划新建4座，实际新建4座，自评得15分。",
      "（三）效益（20分）",
      "4.服务对象满意度（10分），年度目标≥90%，实际94%，得10分。",
    );
    expect(indicators.map(({ level1, level3 }) => [level1, level3])).toEqual([
      ["投入与过程", "预算执行率"],
      ["投入与过程", "管理制度健全性"],
      ["产出指标", "新建渡口"],
      ["效益", "服务对象满意度"],
    ]);
    expect(statedScores.map(({ name, score, fullMarks }) => [name, score?.value, fullMarks?.value])).toEqual([
      ["产出指标", "47.5", "50"],
      ["效益", undefined, "20"],
    ]);
  });

  it("have the marks of their level where they are its only ones", () => {
    expect(
      rows(
        "2、产出指标（满分30分，自评29分）",
        "（1）数量指标（满分20分，自评20分）：检修渡口目标值不少于4座，实际检修4座。",
        "（2）可持续影响指标（满分10分，自评9分）：联防机制基本建立，船工轮训仍需加强。",
        "4、满意度指标（满分10分，自评10分）",
        "船民满意度目标值不低于90%，实际为93%。",
      ),
    ).toEqual([
      ["检修渡口", "不少于4座", "4座", "20", "20"],
      ["联防机制", "", "", "10", "9"],
      ["船民满意度", "不低于90%", "93%", "10", "10"],
    ]);
    expect(rows("4、效益指标（满分20分，自评20分）", "过渡人次目标值9万，实际9.4万。", "船民满意度目标值90%，实际93%。")).toEqual([]);
  });

  it.each([
    "全年预算86万元，实际支出86万元，预算执行率100%，得10分（满分10分）。",
    "预算执行率100%，该项分值10分，得10分。",
    "全年实际支出86万元。执行率分值10分，得分10分。",
    "年度预算安排86万元，预算执行率100%，预算执行分值10分，自评得10分。",
  ])("the execution's marks are no indicator: %s", (text) => {
    const { indicators, statedScores } = told("一、预算执行", text);
    expect(indicators).toEqual([]);
    expect(statedScores.map(({ scope, score, fullMarks }) => [scope, score?.value, fullMarks?.value])).toEqual([["level1", "10", "10"]]);
  });

  it.each([
    "2022年计划检修渡口4座，实际检修4座，完成率100%。",
    "本项目自评得分95分，其中：产出指标得分48分，效益指标得分28分。",
    "船民满意度目标值90%，实际93%，群众反映良好。",
    "全部为财政资金，实际支出86万元，满分10分，得10分。",
    "评分标准：完成目标得10分，未完成目标每少1座扣1分。",
    "11月底前完工，实际于10月28日完工，分值10分，得10分。",
  ])("none is made of %s", (text) => {
    expect(rows(text)).toEqual([]);
  });
});
