import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const record = (...texts: string[]) => normalize(documentOf("2022年度水利设施项目绩效自评报告", ...texts))[0]!;
const told = (...texts: string[]) => {
  const { statedScores, grade } = record(...texts);
  return [...statedScores.map(({ score }) => score?.value), grade?.raw];
};

describe("a result told with another year than the report's", () => {
  it("is the report's own where it is what the report says elsewhere, or all that it says", () => {
    expect(told("自评总分93.5分。", "2021年度自评得分93.5分，等级为优。")).toEqual(["93.5", "93.5", "优"]);
    expect(told("自评总分93.5分。", "2021年度本项目自评得分93.5分，等级为优。隐患数同比下降。")).toEqual(["93.5", "93.5", "优"]);
    expect(told("经自评，2021年度本项目绩效自评得分93.5分，自评等级“优”。")).toEqual(["93.5", "优"]);
  });

  it("compares where the report has another one", () => {
    expect(told("自评总分93.5分。", "2021年度自评得分91.2分，等级为优。")).toEqual(["93.5", undefined]);
    expect(told("自评总分93.5分。", "2021年度本项目自评得分93.5分。今年与上年持平。")).toEqual(["93.5", undefined]);
    expect(told("本项目2022年度自评得分93.5分，较2021年度自评得分91分提高2.5分。")).toEqual(["93.5", undefined]);
  });

  it("is its rows' sum where the report states none", () => {
    const rows = tableOf([
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["产出指标", "数量指标", "整治渠道长度", "≥12公里", "12公里", "60", "60"],
      ["满意度指标", "服务对象满意度指标", "村民满意度", "≥90%", "84%", "40", "37.3"],
    ]);
    const stated = (text: string) => normalize(documentOf("2022年度水利设施项目绩效自评报告", text, rows))[0]!.statedScores;
    expect(stated("2021年度本项目绩效自评得分97.3分。").map(({ score }) => score?.value)).toEqual(["97.3"]);
    expect(stated("2021年度本项目绩效自评得分91.2分。")).toEqual([]);
  });
});

describe("money told with another year than the report's", () => {
  const years = (text: string) => {
    const funds = tableOf([
      ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率"],
      ["年度资金总额", "120.00", "118.60", "115.25", "97.18%"],
    ]);
    const { claims } = normalize(documentOf("2022年度水利设施项目绩效自评报告", text, funds))[0]!;
    return new Set(claims.years.map(({ year }) => year));
  };

  it("names a year of the report where it is the report's own money, and else was another year's", () => {
    expect(years("2021年该项目全年预算118.6万元，实际支出115.25万元，预算执行率97.18%。")).toEqual(new Set([2022, 2021]));
    expect(years("2021年该项目全年预算96.4万元，实际支出90.11万元，预算执行率93.48%。")).toEqual(new Set([2022]));
  });
});

describe("a paragraph that begins with another year", () => {
  const years = (text: string) =>
    normalize(documentOf("2022年度水利设施项目绩效自评报告", "三、绩效目标完成情况", text))[0]!.claims.years.map(({ year }) => year);

  it("names an evaluated year where it tells what was done, and none where it plans", () => {
    expect(years("2021年，项目完成渠道整治12公里，全部验收合格。")).toContain(2021);
    expect(years("2021年，项目按计划完成渠道整治12公里，全部验收合格。")).toContain(2021);
    expect(years("2023年，中心获评省级示范单位。")).not.toContain(2023);
    expect(years("2023年，该项目计划继续实施，预计整治渠道9公里。")).not.toContain(2023);
  });
});

describe("a result of another assessment", () => {
  it.each([
    "在全市年度综合考核中，我单位得分97.8分，被评为优秀等次。",
    "单位年度综合考核得分为95.6分，考核等次为优秀。",
    "参加省级技能竞赛，综合得分92分，获团体第三名。",
    "经信用评价，中标单位信用等级为优，得分91分。",
    "县审计局对资金开展审计，综合评价得分87分，等次为良。",
    "内部控制自我评价得分96分，评价等级为优。",
    "部门整体支出绩效自评得分95.8分，等级为优。",
  ])("is no result of the self-evaluation: %s", (text) => expect(told(text)).toEqual([undefined]));

  it.each([
    "部门整体支出自评得分95.8分，本项目自评得分97.8分，等级为优。",
    "我单位将该项目纳入单位整体绩效管理，经自评综合得分97.8分，等级为优。",
    "受益群众及用人单位整体评价较好，自评得分97.8分，等级为优。",
    "根据年度绩效考核办法，经自评，项目综合得分97.8分，等级为优。",
    "项目经公开评标确定施工单位，年末自评得分97.8分，等级为优。",
  ])("does not take the self-evaluation's from it: %s", (text) => expect(told(text)).toEqual(["97.8", "优"]));
});
