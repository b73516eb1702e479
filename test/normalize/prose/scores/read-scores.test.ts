import { describe, expect, it } from "vitest";
import { readProse } from "../../../../src/normalize/prose/read-prose.js";
import { paragraph, told } from "../told.js";

const totals = (text: string) =>
  told(text)
    .statedScores.filter((score) => score.scope === "total")
    .map((score) => [score.name, score.score?.value ?? null, score.fullMarks?.value ?? null]);

describe("a total that is told behind what it was summed from", () => {
  it.each(["各项指标汇总后最终得分95.62分。", "汇总后最终得分95.62分。", "以上各项自评得分汇总后最终得分为95.62分。"])("%s", (text) => {
    expect(totals(text)).toEqual([["最终得分", "95.62", null]]);
  });

  it.each(["产出指标各项汇总后得分48分。", "各项产出指标汇总后得分48分。"])("%s is a part's", (text) => {
    expect(totals(text)).toEqual([]);
  });
});

describe("a total that the execution's score is in", () => {
  it.each([
    ["加上预算执行后总得分为95.75分，等级为优。", "总得分", "95.75"],
    ["计入预算执行率得分后总分为94.2分。", "总分", "94.2"],
    ["各指标得分合计85.75分，加上预算执行后总得分为95.75分。", "总得分", "95.75"],
    ["自评得分86.5分，加上预算执行率得分9.25分，总分95.75分。", "总分", "95.75"],
    ["自评得分97分，扣除档案缺失2分，最终得分95分。", "最终得分", "95"],
  ])("%s", (text, name, score) => {
    expect(totals(text)).toEqual([[name, score, null]]);
  });

  it("leaves the adding word out of the execution's name", () => {
    const { statedScores } = told("自评得分86.5分，加上预算执行率得分9.25分，总分95.75分。");
    expect(statedScores.filter(({ scope }) => scope !== "total").map(({ name }) => name)).toEqual(["预算执行率"]);
  });

  it("keeps both of two that nothing was added between", () => {
    expect(totals("自评得分95分，等级为优。经汇总，最终得分94分。")).toHaveLength(2);
  });
});

describe("the total, in the words reports use", () => {
  it.each([
    ["综合考虑产出和效益，渡口浮桥养护经费绩效自评价结果为:总得分93.56分，属于“优”。", "总得分", "93.56"],
    ["根据设定的绩效目标，自评得分为 98.36 分。", "自评得分", "98.36"],
    ["本项目自评分为100分，评价等级为优秀等级。", "自评分", "100"],
    ["对照指标，该项目自评分数为96.11分，自评结果为优。", "自评分数", "96.11"],
    ["自评结论：总体得分99.65分，等级为优。", "总体得分", "99.65"],
    ["经综合评定，渡口浮桥养护经费自评得分99.67分，评价等级为“优”。", "自评得分", "99.67"],
    ["经自评，本项目自评总分为92.5分，等级为优。", "自评总分", "92.5"],
    ["综上所述，2022年度渡口浮桥养护经费项目综合评价得分为88分，评价等级为良。", "综合评价得分", "88"],
    ["3.1 项目自评得分为98.89分。", "自评得分", "98.89"],
    ["项目最终得分95.2分。", "最终得分", "95.2"],
    ["自评工作小组评定本项目总得分为95.2分，等次为优。", "总得分", "95.2"],
    ["依据评价指标体系，项目绩效自评得分：97.4分。", "绩效自评得分", "97.4"],
    ["通过自评，我单位2022年渡口浮桥养护经费绩效评价总得分为９１．３分，评价结果为优。", "绩效评价总得分", "91.3"],
    ["按照评分标准逐项打分，综合得分90分", "综合得分", "90"],
    ["绩效自评综合评分86.75分，自评等次为良。", "综合评分", "86.75"],
    ["经自评得94.8分，自评等级为优。", "自评得", "94.8"],
    ["经评价，项目得分为99分，绩效等级“优秀”。", "得分", "99"],
    ["自评结果为95分，等级为优。", "自评结果", "95"],
    ["以上合计79.90分，自评等级为“良”。", "合计", "79.90"],
    ["上述各项指标合计为99.75分，属于优秀等次。", "合计", "99.75"],
    ["以上各项加起来，这个项目一共得100分，等级为优。", "一共得", "100"],
    ["各项得分加在一起，总共是96.5分，属于优秀档次。", "总共", "96.5"],
    ["以上指标共得96.5分，为优秀等次。", "共得", "96.5"],
    ["前述各项得分汇总为97分，达到优秀档次。", "得分", "97"],
    ["评价结果：优（95分）。", "评价结果", "95"],
    ["自评总得分=98分，等级为优。", "自评总得分", "98"],
    ["经汇总，自评计分 98.01 分，等次：优。", "自评计分", "98.01"],
    ["得到分总计99.67分，达到优秀等次。", "得到分总计", "99.67"],
    ["资金获分10分，指标获分89.71分，合计自评获分99.71分。", "合计自评获分", "99.71"],
    ["政策总体得分98.27分，属于优。", "总体得分", "98.27"],
    ["上述两部分相加，总计判得98.88分，等级为优。", "总计", "98.88"],
    ["（一）自评得分：95.2分。", "自评得分", "95.2"],
    ["自评得分（分）：98", "自评得分", "98"],
    ["2021年度自评得分90分，2022年度自评得分为95分。", "自评得分", "95"],
    ["评价组认为，项目自评分99分，核定得分为97分。", "自评分", "99"],
    ["项目综合绩效评价得分89.5分，绩效评价结果等级为“良”。", "绩效评价得分", "89.5"],
    ["2021年起实施的本项目管理规范，自评得分95分。", "自评得分", "95"],
  ])("%s", (text, name, score) => {
    expect(totals(text)).toEqual([[name, score, null]]);
  });

  it.each([
    ["按照《关于开展2024年度项目支出绩效自评工作的通知》要求，我局对渡口浮桥养护经费开展自评，自评得分97分，自评等级为优。", "97"],
    ["按照《关于开展2024年度项目支出绩效自评工作的通知》要求，自评得分97分，自评等级为优。", "97"],
    ["根据2023年度绩效自评工作通知，本项目自评得分97分，自评等级为优。", "97"],
    ["根据县财政局要求，经综合评价，得分96分，评价等级为优。", "96"],
    ["对照县财政局下达的绩效目标，得分96分，评价等级为优。", "96"],
    ["总体来看项目实施较好，自评得分95分，自评等级为优。", "95"],
    ["我们认为该项目实施规范，自评得分95分，自评等级为优。", "95"],
  ])("behind an opening that asks or judges: %s", (text, score) => {
    expect(totals(text).map(([, value]) => value)).toEqual([score]);
    expect(told(text).grades).toMatchObject([{ raw: "优" }]);
  });

  it("is the sum of the levels told before it, where the execution is among them or it has a grade", () => {
    expect(totals("预算执行得10分、产出得49分、效益得28分、满意度得10分，合计97分。")).toEqual([["合计", "97", null]]);
    expect(totals("产出指标得49分、效益指标得28分、满意度指标得10分，合计87分，自评等级良。")).toEqual([["合计", "87", null]]);
    expect(totals("产出指标得49分、效益指标得28分、满意度指标得10分，合计87分。")).toEqual([]);
    expect(totals("预算执行得10分、产出得49分，合计69分。")).toEqual([]);
  });

  it("is the score behind the marks of several levels", () => {
    const scores = (text: string) => told(text).statedScores.map(({ scope, score, fullMarks }) => [scope, score?.value, fullMarks?.value]);
    expect(
      scores("绩效指标设产出指标50分，效益指标40分，满意度指标10分，自评得分98分。").filter(
        ([scope, score]) => scope === "total" || score === "98",
      ),
    ).toEqual([["total", "98", undefined]]);
    expect(scores("产出指标50分，自评得分52分。")).toEqual([["level1", "52", "50"]]);
  });

  it.each([
    "河道治理项目预算200万元，支出198万元，自评得分98分。",
    "（二）河道治理项目自评得分88分，等级为良。",
    "财政局对2021年度项目重点评价后，评价得分85分。",
    "县财政局组织重点评价，得分88分，等级为良。",
    "根据评价方案，县财政局组织了评价，得分88分，等级为良。",
    "按照县财政局重点评价结果，得分88分，等级为良。",
    "根据2021年度项目实施情况，2021年度自评得分88分，等级为良。",
    "2021年该项目预算180万元，支出150万元，自评得分88分，等级为良。",
    "总体来看河道治理项目，自评得分88分，等级为良。",
    "河道治理项目支出198万元，自评得分98分，等级为优。",
    "综合考评得分93分，居全市第一。",
    "绩效培训在总会场和45分会场同步举行，自评45分组进行。",
  ])("is not another project's, or another year's: %s", (text) => {
    expect(totals(text)).toEqual([]);
    expect(told(text).grades).toEqual([]);
  });

  it("takes the full marks that the same sentence names", () => {
    expect(totals("本次自评满分100分，自评得分96分。")).toEqual([["自评得分", "96", "100"]]);
    expect(totals("评价总分为100分，本项目自评得分为93.2分，等级为优。")).toEqual([["自评得分", "93.2", "100"]]);
  });

  it("takes a round total for the full marks of no level told behind it", () => {
    const text = "项目自评总分为100分，等级为优。其中：产出指标60分、效益指标30分、满意度指标10分。";
    expect(told(text).statedScores.map(({ name, score, fullMarks }) => [name, score?.value, fullMarks])).toEqual([
      ["自评总分", "100", null],
      ["产出指标", "60", null],
      ["效益指标", "30", null],
      ["满意度指标", "10", null],
    ]);
  });

  it("is not misled by words of others in the project's own name", () => {
    const blocks = ["2022年度评审机构能力提升项目绩效自评报告", "经综合评定，评审机构能力提升项目自评得分95分。"].map((text, i) =>
      paragraph(text, i + 1),
    );
    expect(readProse(blocks, { flow: "flowed" }).statedScores.map((score) => score.score?.value)).toEqual(["95"]);
  });

  it("keeps the decimals as printed", () => {
    expect(told("自评得分为97.00分。").statedScores[0]!.score).toMatchObject({ raw: "97.00", value: "97.00" });
  });
});

describe("a name that holds words of sentences", () => {
  it("leaves the total the whole's, also where only the title tells it", () => {
    const texts = ["南泽县2023年度水土流失治理工程绩效自评报告", "经综合评定，水土流失治理工程绩效自评结果为：总得分96分，属于“优”。"];
    const facts = readProse(
      texts.map((text, i) => paragraph(text, i + 1)),
      { flow: "flowed" },
    );
    expect(facts.statedScores.map(({ name, score }) => [name, score?.value])).toEqual([["总得分", "96"]]);
  });
});

describe("what is no total", () => {
  it.each([
    ["预算执行率得分9.5分，扣0.5分。"],
    ["该项指标标准分值为5分，实际得分5分。"],
    ["得分率为95%。"],
    ["因进度滞后扣3分。"],
    ["评分标准：每少一项扣2分，扣完为止。"],
    ["上年度自评发现的问题已整改，群众满意度调查平均得分高于90分的占八成。"],
    ["渡口设10个分值。"],
    ["全县渡口安全考核得分为92分。"],
    ["全市平均得分85分。"],
    ["县财政局评价得分88分，第三方机构评价得分90分。"],
    ["7个项目自评得分均在90分以上。"],
    ["自评得分90分以上的项目占八成。"],
    ["浮桥检修座数指标分值10分，自评得分10分；护栏更换长度指标分值8分，自评得分7.5分。"],
    ["绩效自评得分由预算执行率（10分）、产出指标（50分）、效益指标（30分）构成，合计100分。"],
  ])("%s", (text) => {
    expect(totals(text)).toEqual([]);
  });
});

describe("subtotals", () => {
  it("reads the parts that follow a total as sections, by the names they are given", () => {
    expect(
      told("该项目自评分数为93.25分，自评结果为优。其中绩效产出58.75分、绩效效益26.5分、社会满意度8分。具体如下：")
        .statedScores.filter((score) => score.scope === "section")
        .map((score) => [score.name, score.score!.value]),
    ).toEqual([
      ["绩效产出", "58.75"],
      ["绩效效益", "26.5"],
      ["社会满意度", "8"],
    ]);
  });

  it("reads a level by its name as level1, with its full marks where told", () => {
    const scores = told("产出指标得分48分，效益指标得分29分。", "满意度指标（满分10分）得10分。").statedScores;
    expect(scores.map((score) => [score.scope, score.name, score.score?.value ?? null, score.fullMarks?.value ?? null])).toEqual([
      ["level1", "产出指标", "48", null],
      ["level1", "效益指标", "29", null],
      ["level1", "满意度指标", "10", "10"],
    ]);
  });

  it("reads what each level could get, before or behind what it got", () => {
    const text =
      "该项目满分100分，自评得分97.3分，其中产出指标48.3分（满分50分），效益指标（30分）得29分，满意度指标得分10分，预算执行率10分（满分10分）。";
    expect(
      told(text).statedScores.map((score) => [score.scope, score.name, score.score?.value ?? null, score.fullMarks?.value ?? null]),
    ).toEqual([
      ["total", "自评得分", "97.3", "100"],
      ["level1", "产出指标", "48.3", "50"],
      ["level1", "效益指标", "29", "30"],
      ["level1", "满意度指标", "10", null],
      ["level1", "预算执行率", "10", "10"],
    ]);
  });

  it("never takes a deduction for a score", () => {
    expect(told("自评得分96分，其中产出指标扣3分、效益指标扣1分。").statedScores.map((score) => score.score?.value)).toEqual(["96"]);
  });
});

it("reads the score of a level whose marks and rows are told before it", () => {
  expect(told("产出指标共设12项，权重50分，自评得分48分；综合得分95分。").statedScores).toMatchObject([
    { scope: "level1", name: "产出指标", score: { value: "48" }, fullMarks: { value: "50" } },
    { scope: "total", name: "综合得分", score: { value: "95" } },
  ]);
});

describe("a heading that names a level with its marks", () => {
  it("states the level's full marks", () => {
    for (const head of ["产出指标（共50分）", "产出指标（总分50分）", "2.产出指标（合计50分）：数量指标中“检修座数”目标≥12座，完成12座"])
      expect(told(head).statedScores).toMatchObject([{ scope: "level1", name: "产出指标", score: null, fullMarks: { value: "50" } }]);
    expect(told("（一）产出指标（50分）").statedScores).toMatchObject([
      { scope: "level1", name: "产出指标", score: null, fullMarks: { value: "50" } },
    ]);
    expect(told("产出指标共安排50分的任务。").statedScores).toEqual([]);
  });
});

describe("levels and their marks", () => {
  const levels = (text: string) =>
    told(text).statedScores.map(({ scope, name, score, fullMarks }) => [
      scope === "total" ? scope : name,
      score?.value ?? null,
      fullMarks?.value ?? null,
    ]);

  it.each([
    ["产出指标总分50分，得分48分，得分率96%。", [["产出指标", "48", "50"]]],
    ["预算执行率满分10分，按支出率折算得9.5分。", [["预算执行率", "9.5", "10"]]],
    ["产出指标共60分，自评得58分。", [["产出指标", "58", "60"]]],
    ["产出指标总计50分，自评47.5分。", [["产出指标", "47.5", "50"]]],
    ["产出类指标计50分，评得47.5分。", [["产出", "47.5", "50"]]],
    ["项目从产出、效益、满意度方面评价，满分100分，自评得分95分。", [["total", "95", "100"]]],
    ["产出指标50分，效益指标40分，满意度指标10分，自评得分98分。", [["total", "98", null]]],
    [
      "绩效自评满分100分，其中产出指标50分，效益指标30分。",
      [
        ["产出指标", null, "50"],
        ["效益指标", null, "30"],
      ],
    ],
    [
      "自评总分96.5分（满分100分），其中产出指标49分、效益指标28分。",
      [
        ["total", "96.5", "100"],
        ["产出指标", "49", null],
        ["效益指标", "28", null],
      ],
    ],
    [
      "决策类指标分值20分，得18分；产出类指标分值50分，得48分。",
      [
        ["决策", "18", "20"],
        ["产出", "48", "50"],
      ],
    ],
    [
      "其中产出指标50分、满意度指标9分，总分98分。",
      [
        ["产出指标", "50", null],
        ["满意度指标", "9", null],
        ["total", "98", null],
      ],
    ],
    [
      "满意度指标得分9.5分，预算执行率得分10分，自评总得分95.5分。",
      [
        ["满意度指标", "9.5", null],
        ["预算执行率", "10", null],
        ["total", "95.5", null],
      ],
    ],
  ])("%s", (text, expected) => {
    expect(levels(text)).toEqual(expected);
    expect(told(text).indicators).toEqual([]);
  });
});

describe("a total in a row of a sheet that holds nothing else", () => {
  const inRow = (text: string) => {
    const cell = { row: 0, column: 0, rowSpan: 1, colSpan: 4, text, evidence: [{ table: 0, row: 0, column: 0 }] };
    const table = {
      type: "table",
      index: 0,
      rowCount: 1,
      columnCount: 4,
      cells: [cell],
      origin: "markup",
      confidence: 1,
      evidence: [],
    } as const;
    const { statedScores } = readProse([table], { flow: "flowed", projectName: null });
    return statedScores.map(({ name, score }) => [name, score?.value]);
  };

  it("is read, however short", () => {
    expect(inRow("自评得分：99.65分")).toEqual([["自评得分", "99.65"]]);
  });

  it.each(["数量指标：10分", "得分：", "自评得分"])("%s is none", (text) => {
    expect(inRow(text)).toEqual([]);
  });

  it("is not that of a project that the report does not name, and is that of its own under a shorter name", () => {
    expect(totals("河道治理项目实施完成，自评得分95分。")).toEqual([]);
    expect(totals("浮桥养护项目实施完成，自评得分95分。")).toEqual([["自评得分", "95", null]]);
  });

  it("is not the execution's score", () => {
    const scores = (text: string) => told(text).statedScores.map(({ scope, name, score }) => [scope, name, score?.value]);
    expect(scores("预算执行率94.44%，得9.44分。")).toEqual([["level1", "预算执行率", "9.44"]]);
    expect(scores("其中预算执行率指标分值10分，得9.5分。")).toEqual([["level1", "预算执行率指标", "9.5"]]);
    expect(scores("预算执行率100%，自评得分98分。")).toEqual([["total", "自评得分", "98"]]);
  });
});

it("a level in brackets that opens its line has the marks behind it; behind a name they are the indicator's", () => {
  const levels = (text: string) =>
    told("（一）产出", text).statedScores.map(({ scope, name, score, fullMarks }) => [scope, name, score?.value, fullMarks?.value]);
  expect(levels("【产出数量】分值25分，得23.5分。")).toEqual([["level2", "产出数量", "23.5", "25"]]);
  expect(levels("1.【产出质量】16分，得16分。")).toEqual([["level2", "产出质量", "16", "16"]]);
  expect(levels("渡口照明完好率【产出质量】16分，得16分。")).toEqual([]);
});

it("服务对象满意度 below the head 满意度 is its part", () => {
  const facts = told("（三）满意度", "【服务对象满意度】分值10分，得9分。");
  expect(facts.statedScores).toMatchObject([{ scope: "level2", name: "服务对象满意度", score: { value: "9" } }]);
});

it("what the items sum to beside the execution's score is no total, in one sentence or in several", () => {
  const values = (...texts: string[]) =>
    told(...texts)
      .statedScores.filter(({ scope }) => scope === "total")
      .map(({ score }) => score?.value);
  expect(values("以上8项得分88分，预算执行得9.95分，自评总分97.95分。")).toEqual(["97.95"]);
  expect(values("以上8项得分88分。", "预算执行率90%，得9.95分。", "自评总分97.95分。")).toEqual(["97.95"]);
});

it("an execution's score is told behind how it was found, too", () => {
  const facts = told("年初预算37.2万元，全年支出33.48万元，执行率90%，按规定得9分。");
  expect(facts.statedScores).toMatchObject([{ scope: "level1", name: "执行率", score: { value: "9" } }]);
});

describe("a level by the report's own name", () => {
  it.each([
    ["〔部门履职〕", "→", "应达≥210件，实达231件"],
    ["《部门履职》", " → ", "要求≥210件，实绩231件"],
    ["一级指标“部门履职”", "＞", "须达≥210件，实完成231件"],
    ["部门履职", "—", "应达到≥210件，实达到231件"],
  ])("%s has the marks told beside it, where paths name it", (level, sign, results) => {
    const { statedScores, indicators } = told(
      `${level}满分40分，自评得分39分。`,
      `部门履职${sign}履职目标${sign}目标填报件数：${results}，分值40分，得39分。`,
    );
    expect(statedScores).toMatchObject([{ scope: "level1", name: "部门履职", score: { value: "39" }, fullMarks: { value: "40" } }]);
    expect(indicators).toMatchObject([
      { level1: "部门履职", level2: "履职目标", level3: "目标填报件数", target: "≥210件", actual: "231件", weight: { value: "40" } },
    ]);
  });
});

it("takes the day on a cover for none of the year that is told of", () => {
  const cover = ["既有住宅加装电梯补助项目", "绩效自评报告", "二〇二三年五月", "2022年年初预算540万元，实际支付520.56万元。"];
  const { amounts } = readProse(
    cover.map((text, i) => paragraph(text, i + 1)),
    { flow: "flowed" },
  );
  expect(amounts.map(({ field }) => field)).toEqual(["initialBudget", "executed"]);
});
