import { describe, expect, it } from "vitest";
import { readProse } from "../../../src/normalize/prose/read-prose.js";
import { paragraph } from "./told.js";

/** What the sentences tell of a project of this name, besides its title. */
function told(projectName: string) {
  const texts = [
    `临汐县2022年度${projectName}项目绩效自评报告`,
    `${projectName}项目年初预算100万元，全年预算120万元，实际支出110万元，预算执行率91.67%。`,
    `${projectName}项目设置绩效指标10个，已完成9个。`,
    `${projectName}项目自评得分95.5分，评价等级为优。`,
  ];
  return readProse(
    texts.map((text, i) => paragraph(text, i + 1)),
    { flow: "flowed", projectName },
  );
}

describe("the words of a project's name are not the sentence's", () => {
  it.each([
    "少数民族发展",
    "低收入家庭救助",
    "设备购置",
    "减灾救灾能力提升",
    "招标采购平台运维",
    "水质监测站运行",
    "一般债券支出",
    "追加投资奖补",
    "先进个人表彰",
    "义务教育三年行动",
    "质量强县建设",
    "节约型机关创建",
  ])("%s", (name) => {
    const { amounts, rates, counts, statedScores, grades } = told(name);
    expect(amounts.map(({ field, money }) => `${field} ${money.value}`)).toEqual([
      "initialBudget 100",
      "adjustedBudget 120",
      "executed 110",
    ]);
    expect(rates.map(({ rate }) => rate.value)).toEqual(["91.67"]);
    expect(counts.map(({ of, count }) => `${of} ${count}`)).toEqual(["indicators 10", "completed 9"]);
    expect(statedScores.map(({ score }) => score?.value)).toEqual(["95.5"]);
    expect(grades.map(({ raw }) => raw)).toEqual(["优"]);
  });

  it("is quoted as it is printed", () => {
    const [score] = told("少数民族发展").statedScores;
    expect(score?.evidence[0]?.quote).toBe("自评得分95.5分");
  });

  it("that is made of a report's own words is read as they are", () => {
    expect(told("绩效评价").statedScores.map(({ score }) => score?.value)).toEqual(["95.5"]);
  });
});

describe("a project's name that the sentence shortens", () => {
  it.each([
    ["市级森林防火物资补助", "森林防火物资经费", 1],
    ["市级森林防火物资补助", "河道防火物资经费", 0],
    ["市级森林防火物资补助", "森林防火物资仓库经费", 0],
  ])("%s as %s", (name, said, count) => {
    const { amounts } = readProse(
      [`临汐县2022年度${name}经费项目绩效自评报告`, `2022年度${said}支出75万元。`].map((text, i) => paragraph(text, i + 1)),
      { flow: "flowed", projectName: `${name}经费项目` },
    );
    expect(amounts).toHaveLength(count);
  });
});
