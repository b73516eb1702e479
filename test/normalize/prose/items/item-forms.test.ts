import { describe, expect, it } from "vitest";
import { told, toldLines } from "../told.js";

/** Levels and name, target, actual, marks and score of each indicator. */
const rows = (facts: ReturnType<typeof told>) =>
  facts.indicators.map((row) =>
    [`${row.level1}/${row.level2}/${row.level3}`, row.target, row.actual, row.weight?.value ?? "", row.score?.value ?? ""].join("|"),
  );

describe("items of a list in the forms that reports give them", () => {
  it.each<[string, string[], string[]]>([
    [
      "marks less what was lost",
      ["检修座数，目标值15处，实际完成12处，分值10分，扣2分；巡查次数，目标值20次，实际完成20次，分值10分，不扣分。"],
      ["产出指标//检修座数|15处|12处|10|8", "产出指标//巡查次数|20次|20次|10|10"],
    ],
    [
      "marks lost in several places, of which nobody tells the sum",
      ["检修座数，目标值15处，实际完成12处，分值10分，扣1分，另有返工扣0.5分。"],
      ["产出指标//检修座数|15处|12处|10|"],
    ],
    ["full marks in words", ["检修座数，目标值15处，实际完成15处，分值10分，得满分。"], ["产出指标//检修座数|15处|15处|10|10"]],
    [
      "target and result parted as a list parts, under a level told with 方面",
      [
        "数量指标方面：检修座数目标≥8座、实际9座，得8分（满分8分）。质量指标方面：联防机制目标保持稳定、实际达成预期指标，得9分（满分9分）。",
      ],
      ["产出指标/数量指标/检修座数|≥8座|9座|8|8", "产出指标/质量指标/联防机制|保持稳定|达成预期指标|9|9"],
    ],
    [
      "results before targets in brackets",
      ["成本指标·单座检修成本：实际完成2.1万元（年初目标≤2.3万元），自评8分（标准分8分）。"],
      ["产出指标/成本指标/单座检修成本|≤2.3万元|2.1万元|8|8"],
    ],
    [
      "both levels before a quoted name, and sentences between",
      [
        "产出指标下设时效指标，其中“检修时限”指标权重为7分。年初设定目标为≤5天。从年终统计结果看，实际完成值为5天，指标已完成。依据评分办法，该指标得7分。",
      ],
      ["产出指标/时效指标/检修时限|≤5天|5天|7|7"],
    ],
    [
      "counted in words",
      [
        "一是检修座数（数量指标），年度指标值≥8座，实际完成9座，分值8分，得分8分。二是考核得分率（质量指标），年度指标值≥92%，实际完成86%，分值6分，得分5.61分。",
      ],
      ["产出指标/数量指标/检修座数|≥8座|9座|8|8", "产出指标/质量指标/考核得分率|≥92%|86%|6|5.61"],
    ],
    ["评 before the score", ["检修座数，目标：=4座，完成：4座，满分8分，评8分。"], ["产出指标//检修座数|=4座|4座|8|8"]],
    ["该指标 before its marks", ["检修座数：年初目标≥8座，年末实际完成9座，该指标9分，得9分。"], ["产出指标//检修座数|≥8座|9座|9|9"]],
    ["marks as shares", ["检修座数（权重15%）：年度指标值≥8座，全年完成值9座，得分15分。"], ["产出指标//检修座数|≥8座|9座|15|15"]],
    [
      "figures without 分",
      ["检修座数。指标值：较好；完成值：较好；分值：10；得分：9；扣分原因：返工。"],
      ["产出指标//检修座数|较好|较好|10|9"],
    ],
    [
      "marks right behind the names",
      ["立项规范性4分，得4分；绩效目标合理性4分，得3分。"],
      ["产出指标//立项规范性|||4|4", "产出指标//绩效目标合理性|||4|3"],
    ],
    [
      "what was set, and what was found",
      ["船民满意度。年初设定≥90%，经问卷调查为93.5%，指标分值10分，自评10分。"],
      ["产出指标//船民满意度|≥90%|93.5%|10|10"],
    ],
    [
      "what was reached in words",
      ["联防机制，预期目标为明显改善，实际明显改善，权重10分，得分9.5分。"],
      ["产出指标//联防机制|明显改善|明显改善|10|9.5"],
    ],
    [
      "a level that ran into the name",
      ["其中数量指标检修座数20分得20分，质量指标检修合格率15分得14分。"],
      ["产出指标/数量指标/检修座数|||20|20", "产出指标/质量指标/检修合格率|||15|14"],
    ],
    ["result and score alone", ["（1）检修座数。年末实际完成值为9座，达到年初目标，得7分。"], ["产出指标//检修座数||9座||7"]],
  ])("%s", (_, texts, expected) => {
    expect(rows(told("（一）产出指标", ...texts))).toEqual(expected);
  });

  it("stand under the first level whose score is told on the line above", () => {
    const facts = told(
      "产出指标得分58.47分。",
      "数量指标：",
      "指标1：检修座数。目标值：不低于8座；实际值：9座；分值：7分；得分：7分。",
      "成本指标：",
      "指标1：单座成本。目标值：不超过2万元；实际值：1.9万元；分值：6分；得分：6分。",
      "效益指标得分26.7分。",
      "社会效益指标：",
      "指标1：受益村。目标值：不低于4个；实际值：4个；分值：9分；得分：9分。",
    );
    expect(rows(facts).map((row) => row.split("|")[0])).toEqual([
      "产出指标/数量指标/检修座数",
      "产出指标/成本指标/单座成本",
      "效益指标/社会效益指标/受益村",
    ]);
    expect(facts.statedScores.map(({ name, score }) => [name, score?.value])).toEqual([
      ["产出指标", "58.47"],
      ["效益指标", "26.7"],
    ]);
  });

  it("are lines of their own where nothing but their levels begins them", () => {
    const facts = toldLines(
      [
        "数量指标—浮桥检修座数：目标值≥1450座，完成值1073座，权重6分，得分4.44分",
        "数量指标—渡口整修处数：目标值≥35处，完成值36处，权重7分，得分7分",
        "- 质量指标—缆绳抽检合格率：目标值≥87%，完成值100%，权重8分，得分8分",
      ].join("\n"),
    );
    expect(rows(facts).map((row) => row.split("|").slice(3).join(" "))).toEqual(["6 4.44", "7 7", "8 8"]);
  });
});

describe("the execution of the budget", () => {
  it.each(["预算执行率分值10分，得9.7分。", "另预算执行率满分10分，得9.7分。"])(
    "is no indicator of 满意度, below whose head it is told: %s",
    (text) => {
      const facts = told("（三）满意度指标（10分）", "船民满意度，目标值≥90%，完成值93%，分值10分，得分10分。", text);
      expect(rows(facts)).toEqual(["满意度指标//船民满意度|≥90%|93%|10|10"]);
      expect(facts.statedScores.map(({ name, score, fullMarks }) => [name, score?.value, fullMarks?.value])).toEqual([
        ["满意度指标", undefined, "10"],
        ["预算执行率", "9.7", "10"],
      ]);
    },
  );
});

describe("the sum of all indicators", () => {
  const totals = (...texts: string[]) =>
    told(...texts).statedScores.flatMap(({ scope, score }) => (scope === "total" ? [score?.value] : []));

  it("is a total, unless it is said of a level's", () => {
    expect(totals("以上12项指标合计得分94.8分。")).toEqual(["94.8"]);
    expect(totals("（一）产出指标", "以上7项指标合计得分60分。")).toEqual([]);
    expect(totals("以上3项指标合计得分20分。")).toEqual([]);
  });
});

describe("the year of the funds", () => {
  const years = (text: string) => told(text).years.flatMap(({ year, place }) => (place === "funds" ? [year] : []));

  it("is none where the funds of several years are told, in whatever sentences", () => {
    expect(years("2021年度项目支出198万元，执行率99%。2022年度项目预算220万元，实际支出209万元，执行率95%，较上年下降4个百分点。")).toEqual(
      [],
    );
    expect(years("2022年度项目预算220万元，实际支出209万元，执行率95%。")).toEqual([2022]);
    expect(years("2022年度项目预算220万元，实际支出209万元，执行率95%，较上年下降4个百分点。")).toEqual([]);
  });
});
