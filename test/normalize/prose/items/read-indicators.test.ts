import { describe, expect, it } from "vitest";
import { told, toldLines } from "../told.js";

const rows = (facts: ReturnType<typeof told>) =>
  facts.indicators.map((row) => [row.level1, row.level2, row.level3, row.weight?.value ?? null, row.score?.value ?? null]);

describe("indicators told as paths with their marks", () => {
  it("reads them whatever sign recognition made of the dash", () => {
    const text =
      "1．产出～数量指标・浮桥检修座数 8 分，自评 8 分；产出一质量指标．检修合格率7．5分，自评7.5分；过程一资金管理一资金支出率（%)12分，自评12分。";
    expect(rows(told(text))).toEqual([
      ["产出", "数量指标", "浮桥检修座数", "8", "8"],
      ["产出", "质量指标", "检修合格率", "7.5", "7.5"],
      ["过程", "资金管理", "资金支出率（%)", "12", "12"],
    ]);
  });

  it.each(["～", "~", "〜", "∼", "—", "–", "-", "－", "―", "─", "−", "→", "⇒", "➜", ">", "›", "、"])("parts the levels at %s", (sign) => {
    const path = (...parts: readonly string[]) => parts.join(sign);
    const text = `2.${path("产出", "数量", "浮桥检修座数")}6分，自评4.85分；${path("产出", "质量", "检修合格率")}6分，自评6分。`;
    expect(rows(told(text))).toEqual([
      ["产出", "数量", "浮桥检修座数", "6", "4.85"],
      ["产出", "质量", "检修合格率", "6", "6"],
    ]);
  });

  it("takes the first level from the head above where the paths begin with the second", () => {
    const facts = told(
      "（一）产出（30分，自评28分）",
      "数量～浮桥检修座数20分，自评20分；工艺—焊缝检测率10分，自评8分。",
      "（二）效益（20分，自评20分）",
      "社会效益～沿岸群众出行10分，自评10分；服务对象满意度～群众满意度10分，自评10分。",
    );
    expect(rows(facts)).toEqual([
      ["产出", "数量", "浮桥检修座数", "20", "20"],
      ["产出", "工艺", "焊缝检测率", "10", "8"],
      ["效益", "社会效益", "沿岸群众出行", "10", "10"],
      ["效益", "服务对象满意度", "群众满意度", "10", "10"],
    ]);
  });

  it("keeps 一 where it belongs to a name", () => {
    expect(rows(told("产出～质量指标～分部工程一次验收通过率5分，自评5分。"))[0]![2]).toBe("分部工程一次验收通过率");
    expect(rows(told("产出一数量指标一一体化平台接入数5分，自评5分。"))[0]![2]).toBe("一体化平台接入数");
  });

  it("mends known slips of recognition in level names, and says so", () => {
    const facts = told("产出・成本指桥吨水运行成本9分，自评9分。");
    expect(rows(facts)).toEqual([["产出", "成本指标", "吨水运行成本", "9", "9"]]);
    expect(facts.mended).toMatchObject([{ before: "成本指桥", after: "成本指标" }]);
  });

  it("does not count them as totals", () => {
    expect(told("产出～数量指标～浮桥检修座数8分，自评8分。").statedScores).toEqual([]);
  });

  it("joins entries that the page broke over lines", () => {
    const facts = toldLines(
      [
        "2．效益～社会效益指标—沿岸群众安全意识与出行便利程度10分，自评10分；效",
        "",
        "益一生态效益指标～河岸水土保持率与植被恢复情况10分，自评9分；效益一可持",
        "",
        "续影响指标－联防联控机制10分，自评6.5分。",
      ].join("\n"),
    );
    expect(rows(facts)).toEqual([
      ["效益", "社会效益指标", "沿岸群众安全意识与出行便利程度", "10", "10"],
      ["效益", "生态效益指标", "河岸水土保持率与植被恢复情况", "10", "9"],
      ["效益", "可持续影响指标", "联防联控机制", "10", "6.5"],
    ]);
    expect(facts.indicators[2]!.evidence.map((place) => place.line)).toContain(5);
  });
});

describe("indicators told by their marks alone", () => {
  it.each([
    ["浮桥检修座数指标分值10分，自评得分10分。", ["", "", "浮桥检修座数", "10", "10"]],
    ["“浮桥检修座数”指标满分10分，实际得分9分，扣1分。", ["", "", "浮桥检修座数", "10", "9"]],
    ["数量指标“浮桥检修座数”权重5分，得分5分。", ["", "数量指标", "浮桥检修座数", "5", "5"]],
    ["1.数量指标：浮桥检修座数（10分），目标值≥8座，实际完成9座，得10分。", ["", "数量指标", "浮桥检修座数", "10", "10"]],
  ])("%s", (text, row) => {
    const facts = told(text);
    expect(rows(facts)).toEqual([row]);
    expect(facts.statedScores).toEqual([]);
  });
});

describe("indicators told item by item", () => {
  it("reads target, weight and score, and the level from the head above", () => {
    const facts = told(
      "（1）产出指标完成情况分析",
      "①浮桥检修座数年初目标值为≥8座。经核查台账，完成年初目标。该项指标标准分值为5分，实际得分5分。",
      "②制卡人数年初目标值为持卡人数 5917 万(当年 300 万张)。未完成年初目标。该项指标标准分值为 4 分，实际得分 3.60 分。",
    );
    expect(facts.indicators.map((row) => [row.level1, row.level3, row.target, row.weight?.value, row.score?.value, row.completed])).toEqual(
      [
        ["产出指标", "浮桥检修座数", "≥8座", "5", "5", true],
        ["产出指标", "制卡人数", "持卡人数5917万(当年300万张)", "4", "3.60", false],
      ],
    );
    expect(facts.statedScores).toEqual([]);
  });
});

describe("indicators told with what was aimed at and reached", () => {
  it.each([
    [
      "①浮桥检修座数：年初目标值8座，实际完成值9座，完成率112.5%，该指标分值5分，得分5分。",
      ["浮桥检修座数", "8座", "9座", "5", "5", "112.5"],
    ],
    ["浮桥检修座数，指标值≥8座，全年完成9座，指标分值10分，自评得分10分。", ["浮桥检修座数", "≥8座", "9座", "10", "10", null]],
    ["（1）浮桥检修座数（分值10分）。年度指标值：≥8座；实际完成值：9座；得分：10分。", ["浮桥检修座数", "≥8座", "9座", "10", "10", null]],
    ["指标1：浮桥检修座数，目标值≥8座，实际值9座，完成率100%，权重10，得分10。", ["浮桥检修座数", "≥8座", "9座", "10", "10", "100"]],
  ])("%s", (text, row) => {
    expect(
      told(text).indicators.map((r) => [
        r.level3,
        r.target,
        r.actual,
        r.weight?.value ?? null,
        r.score?.value ?? null,
        r.completionRate?.value ?? null,
      ]),
    ).toEqual([row]);
  });

  it("reads items whose marks stand before the target, under a level that a sentence opens with 其中", () => {
    const { indicators } = told(
      "2.产出指标：分值50分，自评得分49分。其中：",
      "推广车辆数，分值20分，指标值≥2000辆，完成值2100辆，得分20分；",
    );
    expect(indicators.map((r) => [r.level1, r.level3, r.target, r.weight?.value, r.score?.value])).toEqual([
      ["产出指标", "推广车辆数", "≥2000辆", "20", "20"],
    ]);
  });

  it("parts level and name at a bar", () => {
    const { indicators } = told(
      "（一）产出指标",
      "数量指标｜培训村级会计：目标值≥260人，实际完成值247人，分值15分，得分15分。",
      "成本指标｜人均培训费用：目标值≤450元，实际完成值432元，分值10分，得分10分。",
      "（二）满意度指标",
      "服务对象满意度｜参训人员满意度：目标值≥90%，实际完成值96%，分值10分，得分10分。",
    );
    expect(indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ["产出指标", "数量指标", "培训村级会计"],
      ["产出指标", "成本指标", "人均培训费用"],
      ["满意度指标", "服务对象满意度", "参训人员满意度"],
    ]);
  });

  it("keeps the level that a head or a list's beginning names", () => {
    const listed = told(
      "数量指标：浮桥检修座数目标值8座，实际完成8座，分值10分，得分10分；护栏更换长度目标值120米，实际完成120米，分值10分，得分10分。",
    );
    expect(listed.indicators.map((r) => [r.level2, r.level3])).toEqual([
      ["数量指标", "浮桥检修座数"],
      ["数量指标", "护栏更换长度"],
    ]);
    const headed = told("产出指标（50分）：", "浮桥检修座数（10分）：年度指标值≥8座，实际完成值9座，自评得分10分。");
    expect(headed.indicators.map((r) => [r.level1, r.level3, r.weight?.value])).toEqual([["产出指标", "浮桥检修座数", "10"]]);
  });
});

describe("lists of completed and uncompleted indicators", () => {
  it("reads paths with their completion rates", () => {
    const facts = told(
      "绩效目标完成的指标有2个：产出～数量指标～浮桥检修座数（完成率为100.00%)、产出一质量指标．检修、验收合格率（完成率为 105.50%)。",
      "绩效目标没有完成的指标有1个：效益・社会效益指标・群众出行便利程度。主要原因有：汛期延长。",
    );
    expect(facts.completions.map((entry) => [entry.level3, entry.completed, entry.completionRate?.value ?? null])).toEqual([
      ["浮桥检修座数", true, "100.00"],
      ["检修、验收合格率", true, "105.50"],
      ["群众出行便利程度", false, null],
    ]);
  });

  it("reads plain names under a head", () => {
    const facts = told(
      "1.绩效目标完成的指标",
      "浮桥检修座数；检修、验收合格率；群众满意度。",
      "2.没有完成绩效目标的指标",
      "物资到货及时率。",
    );
    expect(facts.completions.map((entry) => [entry.level3, entry.completed])).toEqual([
      ["浮桥检修座数", true],
      ["检修、验收合格率", true],
      ["群众满意度", true],
      ["物资到货及时率", false],
    ]);
  });
});

describe("sentences that tell what was done before the marks", () => {
  it("name the indicator by the deed behind its level, whatever decimals and commas follow", () => {
    const { indicators } = told("数量指标：检修浮桥12座，实际完成12.6公里护栏，完成率105%，指标分值15分，自评得分15分。");
    expect(indicators.map(({ level2, level3, weight, score }) => [level2, level3, weight?.value, score?.value])).toEqual([
      ["数量指标", "检修浮桥", "15", "15"],
    ]);
  });

  it("leave marks over where there is no name, so that no row is called absent", () => {
    const { indicators, unnamed } = told("2022年11月底前完工，实际于10月28日完工，分值10分，得10分。");
    expect(indicators).toEqual([]);
    expect(unnamed.map(({ value }) => value)).toEqual(["10"]);
  });
});

it("takes a level's heading with its marks for the level, and goes on below it", () => {
  const facts = told(
    "1.产出指标完成情况分析（权重50分，得分48分）",
    "（1）质量指标：护栏完好率，年度指标值≥98%，全年完成值98.6%，分值20分，得分20分。",
    "2.满意度指标完成情况分析（权重10分，得分10分）",
    "服务对象满意度指标：船民满意度，年度指标值基本满意，全年完成值基本满意，分值10分，得分10分。",
  );
  expect(facts.indicators.map(({ level1, level2, level3, target }) => [level1, level2, level3, target])).toEqual([
    ["产出指标", "质量指标", "护栏完好率", "≥98%"],
    ["满意度指标", "服务对象满意度指标", "船民满意度", "基本满意"],
  ]);
  expect(facts.statedScores.map(({ scope, name, score, fullMarks }) => [scope, name, score?.value, fullMarks?.value])).toEqual([
    ["level1", "产出指标", "48", "50"],
    ["level1", "满意度指标", "10", "10"],
  ]);
});
