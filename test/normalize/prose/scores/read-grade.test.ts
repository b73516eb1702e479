import { describe, expect, it } from "vitest";
import { readProse } from "../../../../src/normalize/prose/read-prose.js";
import { paragraph, told } from "../told.js";

const grades = (text: string) => told(text).grades.map((grade) => [grade.raw, grade.band]);

describe("the grade, in the words reports use", () => {
  it("leaves another year's grade alone, unless this one's is told behind it", () => {
    expect(grades("上年度自评结果为96.5分，评价等级为“优”。")).toEqual([]);
    expect(grades("上年度自评得分96.5分，本年度自评得分84分，评价等级为“良”。")).toEqual([["良", "good"]]);
    expect(grades("本项目自评得分84分，比上年提高2分，评价等级为“良”。")).toEqual([["良", "good"]]);
  });

  it.each([
    ["总得分93.56分，属于“优”。", "优", "excellent"],
    ['总得分91分，属于"优秀"。', "优秀", "excellent"],
    ["本项目自评分为100分，评价等级为优秀等级，达到预期绩效目标。", "优秀", "excellent"],
    ["该项目自评分数为96.11分，自评结果为优。", "优", "excellent"],
    ["综合得分78分，评定为“中”。", "中", "fair"],
    ["自评等次：优。", "优", "excellent"],
    ["绩效自评得分58分，绩效等级为差。", "差", "poor"],
    ["自评得分86分，评级为良好。", "良好", "good"],
    ["经自评，项目综合得分95分，达到优秀等级。", "优秀", "excellent"],
    ["综合评价等级为“较好”。", "较好", "good"],
    ["绩效评定结果为“优”。", "优", "excellent"],
    ["自评等级：优☑ 良□ 中□ 差□", "优", "excellent"],
    ["自评等级：□优 ☑良 □中 □差", "良", "good"],
    ["自评得分：98.9分（优）", "优", "excellent"],
    ["自评等次：良填报时间：2023年4月", "良", "good"],
    ["自评等级：98分", "98", null],
    ["自评得分98分，对应等级为“优”。", "优", "excellent"],
    ["自评总分88分，其中产出44分、效益30分，相应等次为良。", "良", "good"],
    ["自评得分88分，按评分标准等级为良。", "良", "good"],
    ["上述指标合计99.75分，属于优秀等次。", "优秀", "excellent"],
    ["总体得分98.27分，属于优。", "优", "excellent"],
    ["得到分总计99.67分，达到优秀等次。", "优秀", "excellent"],
    ["以上各项加起来，这个项目一共得86分，为良好等次。", "良好", "good"],
    ["以上7项三级指标全部完成，自评合计100分，结论为“优”。", "优", "excellent"],
    ["总得分92分，结论为优秀。", "优秀", "excellent"],
    ["渡口运行平稳，沿线水质稳定达标，评价等级为优。", "优", "excellent"],
    ["设备运行良好，自评得分93分，等级为优。", "优", "excellent"],
    ["自评综合得分97分，产出指标得分48分，效益指标得分30分，评价等级优。", "优", "excellent"],
    ["项目自评结果为优等，得分95分。", "优", "excellent"],
    ["项目得分95分，绩效评价为优秀。", "优秀", "excellent"],
    ["评价结果为良好，得分85分。", "良好", "good"],
    ["自评结论：该政策综合得分96.34分，绩效等级为“96.34”。", "96.34", null],
    ["自评结果较好等级，得分85分。", "较好", "good"],
  ])("%s", (text, raw, band) => {
    expect(grades(text)).toEqual([[raw, band]]);
  });

  it.each([
    ["全县空气质量等级为优。"],
    ["断面水质监测全部达标，评价等级为优。"],
    ["设备运行良好，等级为优。"],
    ["评价等级分为优、良、中、差四个等级，90分及以上为优。"],
    ["养护员被评为优秀共产党员。"],
    ["路面平整度评定为良。"],
    ["工程质量验收各项得分合计97分，为优秀等级。"],
    ["自评认为路面平整度得分97分，结果为优。"],
    ["自评认为水质结果为优。"],
    ["产出指标自评得分48分，等级为优。"],
    ["工程质量评定得分97分，评定等级为合格。"],
    ["2021年度该项目绩效评价等级为良。"],
    ["路况属于良好状态。"],
    ["自评等级为“优”的项目有8个，占比80%。"],
    ["项目推进情况良好，群众反映较好。"],
    ["确保养护质量达到优良率95%。"],
    ["自评得分95分，财政评价得分88分，评价等级为良。"],
    ["完善绩效评价制度，评价工作质量中等偏上的单位予以通报。"],
    ["绩效自评情况良好，自评得分95分。"],
    ["自评结果较好，自评得分95分。"],
    ["预算编制质量较高，完成预算目标，总体评价良好。"],
  ])("none in: %s", (text) => {
    expect(grades(text)).toEqual([]);
  });
});

describe("the grade of a whole department", () => {
  const SENTENCE = "本部门整体支出绩效自评得分86分，自评等级为良。";

  it("is the report's own where the report is on the department, and another matter where it is on a project", () => {
    const facts = readProse(
      ["临汐县交通局2022年度部门整体支出绩效自评报告", SENTENCE].map((text, i) => paragraph(text, i + 1)),
      { flow: "flowed" },
    );
    expect(facts.grades.map(({ raw }) => raw)).toEqual(["良"]);
    expect(facts.statedScores.map(({ score }) => score?.value)).toEqual(["86"]);
    expect(told(SENTENCE).grades).toEqual([]);
    expect(told(SENTENCE).statedScores).toEqual([]);
  });

  it("is not that of whoever else is named last before it", () => {
    expect(grades("自评等级为优，主管部门评定等级为良。")).toEqual([["优", "excellent"]]);
  });
});

describe("a grade behind its scale", () => {
  const grades = (text: string) => told(text).grades.map(({ raw }) => raw);

  it("is read where the report's own score is told with it", () => {
    const scale = "按照90分（含）以上为优、80（含）-90分为良、60（含）-80分为中、60分以下为差的标准，";
    expect(grades(`${scale}本项目得分94.2分，绩效评级为优。`)).toEqual(["优"]);
    expect(grades(`${scale}得分由高到低排列。`)).toEqual([]);
  });
});
