import { describe, expect, it } from "vitest";
import { readProse } from "../../../../src/normalize/prose/read-prose.js";
import { paragraph, told } from "../told.js";

const counts = (text: string) => told(text).counts.map((entry) => [entry.of, entry.count ?? `${entry.share}%`]);

describe("how many indicators there are, and how many were met", () => {
  it("takes what a department as a whole has set itself for the report's own where the report is on it, and not on one project", () => {
    const sentence = "部门整体支出共设置三级指标11个，自评得分96分。";
    const ofDepartment = ["临汐县交通局2022年度部门整体支出绩效自评报告", sentence].map((text, i) => paragraph(text, i + 1));
    expect(readProse(ofDepartment, { flow: "flowed" }).counts).toMatchObject([{ of: "indicators", count: "11" }]);
    expect(told(sentence).counts).toEqual([]);
    expect(told("项目绩效目标与部门整体绩效目标相衔接，共设置绩效指标12个，完成11个。").counts).toHaveLength(2);
    expect(told("评价方式：部门（单位）绩效自评", "部门整体绩效目标设置指标28个，完成26个。").counts).toEqual([]);
  });

  it.each([
    ["本次自评共设置三级指标8个（含预算执行率），自评总得分98.82分。", true],
    ["项目共设置绩效指标12个，其中包括预算执行率指标1个。", true],
    ["此次评价共设三级指标12项（不含预算执行率），均已完成。", false],
    ["共设置12个三级指标（预算执行率除外）。", false],
    ["除预算执行率外，共设置三级绩效指标12个。", false],
    ["项目除“预算执行率”指标外共设置绩效指标12个，其中完成11个。", false],
    ["项目共设置三级绩效指标12个，涵盖产出、效益和满意度三个方面。", false],
    ["项目共设置三级绩效指标12个，涵盖预算执行、产出、效益和满意度四个方面。", undefined],
    ["项目共设置绩效指标12个，已完成11个，预算执行率98%。", undefined],
  ])("tells whether budget execution is one of them: %s", (text, included) => {
    expect(told(text).counts[0]).toMatchObject({ of: "indicators" });
    expect(told(text).counts[0]!.execution).toBe(included);
  });

  it.each([
    [
      "项目共设置12个三级指标均已完成（含预算执行率）。",
      [
        ["indicators", "12"],
        ["completed", "12"],
      ],
    ],
    [
      "项目设置绩效指标10个，已全部完成，分别为浮桥检修、护栏更换。",
      [
        ["indicators", "10"],
        ["completed", "10"],
      ],
    ],
    [
      "本项目共设置绩效指标15个，其中得满分的指标13个，扣分的指标2个。扣分的指标为：资金支出率。",
      [
        ["indicators", "15"],
        ["completed", "13"],
        ["uncompleted", "2"],
      ],
    ],
    ["项目支出评价指标体系共设置三级指标19个。", [["indicators", "19"]]],
    [
      "共设三级指标6项，其中5项得满分，1项未得满分。",
      [
        ["indicators", "6"],
        ["completed", "5"],
        ["uncompleted", "1"],
      ],
    ],
    [
      "项目共设置三级绩效指标9个，其中全面完成的指标8个，未完成的指标1个。",
      [
        ["indicators", "9"],
        ["completed", "8"],
        ["uncompleted", "1"],
      ],
    ],
    [
      "围绕履职效能、管理效率、社会效应和可持续发展能力共设置三级绩效指标11个，其中已完成10个，未完成1个。",
      [
        ["indicators", "11"],
        ["completed", "10"],
        ["uncompleted", "1"],
      ],
    ],
    [
      "9个三级指标中，完成4个，完成率为55.56%。",
      [
        ["indicators", "9"],
        ["completed", "4"],
        ["completed", "55.56%"],
      ],
    ],
    ["产出、效益指标共设置10个。", []],
    ["主要扣分指标有2个，数量指标满分的有3个。", []],
    ["产出指标60分、效益指标30分、满意度指标10分，共设三级指标11项。", [["indicators", "11"]]],
    [
      "项目设置绩效指标12个，已完成11个。",
      [
        ["indicators", "12"],
        ["completed", "11"],
      ],
    ],
    [
      "本项目共设置三级绩效指标 11 个，其中完成年度目标的 9 个。",
      [
        ["indicators", "11"],
        ["completed", "9"],
      ],
    ],
    [
      "对照预算时绩效指标设置，共设立绩效目标10个，目标全部完成的项目个数有7个、未完成项目个数有3个；未完成指标的项目占总目标数的30%。",
      [
        ["indicators", "10"],
        ["completed", "7"],
        ["uncompleted", "3"],
        ["uncompleted", "30%"],
      ],
    ],
    [
      "项目共设定三级指标15项，其中14项指标完成，1项指标未完成。",
      [
        ["indicators", "15"],
        ["completed", "14"],
        ["uncompleted", "1"],
      ],
    ],
    [
      "12个三级指标全部完成。",
      [
        ["indicators", "12"],
        ["completed", "12"],
      ],
    ],
    ["绩效目标没有完成的指标有 3 个：产出～数量指标～浮桥检修座数。", [["uncompleted", "3"]]],
  ])("%s", (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });

  it("are those of the report's year where the sentence begins with one", () => {
    const title = "公园座椅更换项目2023年度绩效自评报告";
    const told = (year: string) =>
      readProse(
        [title, `${year}年共设定三级指标12个，已完成12个，未完成0个。`].map((text, i) => paragraph(text, i + 1)),
        { flow: "flowed", fiscalYear: 2023 },
      ).counts.map(({ of, count }) => `${of} ${count}`);
    expect(told("2023")).toEqual(["indicators 12", "completed 12", "uncompleted 0"]);
    expect(told("2022")).not.toContain("indicators 12");
  });

  it("tells counts of goals apart, which may have several indicators each", () => {
    expect(told("本项目共设立绩效目标12个，其中完成10个、未完成2个。").counts.map(({ of, inGoals }) => [of, inGoals])).toEqual([
      ["indicators", true],
      ["completed", true],
      ["uncompleted", true],
    ]);
  });

  it("reads shares by bands of completion", () => {
    const facts = told("绩效指标完成80％以上的项目占总目标数的90%、完成60-80％的占比10%、完成60％以下的占比0%。");
    expect(facts.counts.map((entry) => [entry.band, entry.share])).toEqual([
      [[80, 100], "90"],
      [[60, 80], "10"],
      [[0, 60], "0"],
    ]);
  });

  it.each([
    ["全年完成浮桥检修8个，新增停靠点5个。"],
    ["产出指标6个、效益指标3个、满意度指标1个。"],
    ["设置三个“运行稳定”指标。"],
    ["较年初新增指标2个。"],
    ["我局共有项目5个，绩效指标60个，完成58个。"],
    ["其中3个指标未设置目标值。"],
    ["围绕12个绩效指标开展自评。"],
    ["年内召开推进会12个批次，完成任务8项。"],
    ["绩效指标设置欠完善，共涉及3个方面。"],
    ["（一）产出指标满分60分，自评得分59分，涉及7项三级指标。"],
    ["效益指标30分，得28分，共设三级指标3项。"],
  ])("nothing in: %s", (text) => {
    expect(counts(text)).toEqual([]);
  });
});

describe("how many indicators a level has", () => {
  it.each([
    ["（一）产出指标", "共设3项三级指标。"],
    ["（二）效益指标", "可持续影响指标方面，设有1项三级指标。"],
    ["三、完成情况", "管理效率指标方面，设有1项三级指标。"],
  ])("is no count of all: %s %s", (head, text) => {
    expect(told(head, text).counts).toEqual([]);
  });

  it("is one of all where the sentence speaks of the project", () => {
    expect(told("（一）产出指标", "本项目共设8个三级指标。").counts.map(({ count }) => count)).toEqual(["8"]);
  });
});

describe("every indicator completed, without their number", () => {
  it.each([
    ["2022年度项目各项绩效指标均已完成。", [["completed", "100%"]]],
    ["本项目各项指标全部完成，自评等级为优。", [["completed", "100%"]]],
    ["项目实施顺利，各项绩效指标均已达标。", [["completed", "100%"]]],
    ["2021年度各项绩效指标均已完成。", []],
    ["2021年度，各项绩效指标均已完成。", []],
    ["经第三方检测，各项指标均达标。", []],
    ["各项指标均达标。", []],
    ["出水水质稳定，各项指标均已达标。", []],
    ["出水水质稳定，各项指标均已完成。", []],
    ["各项绩效指标均已完成，其中清淤河段数因汛期略低于目标值。", []],
    ["各项绩效指标均已完成，但清淤河段数有差距。", []],
    ["各项绩效指标均已完成。其中清淤河段数因汛期略低于目标值。", []],
    ["产出指标方面，各项指标全部完成。", []],
    ["除浮桥检修座数外，各项指标均已完成。", []],
    ["下一步将加快进度，确保各项绩效指标全部完成。", []],
    ["各项工作全部完成。", []],
    ["各项指标基本全部完成。", []],
  ])("%s", (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });
});
