import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const form = (project: string, indicator: string, score: string) =>
  tableOf([
    ["项目名称", "<", project, "<", "<", "<", "<"],
    ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
    ["产出指标", "数量指标", indicator, "≥10个", "10个", "100", score],
    ["总分", "<", "<", "<", "<", "100", score],
  ]);
const prose = (title: string, subject: string, score: string) => [
  title,
  "一、基本情况",
  `${subject}由溪口县相关单位实施，年度任务按计划推进。`,
  "二、自评结论",
  `自评得分${score}分。`,
];
const ANNEX = ["项目支出绩效自评表", "（2022年度）"];
const BENCHES = form("公园座椅更换项目", "更换座椅数", "97");
const CARDS = form("图书借阅证制作", "制证数", "92");
const told = (...blocks: Parameters<typeof documentOf>) =>
  normalize(documentOf(...blocks)).map(({ report, statedScores }) => [report.title, statedScores.map(({ score }) => score?.value)]);

describe("prose and annexed form of several projects", () => {
  const first = ["公园座椅更换项目支出绩效自评报告", ["97", "97"]];
  const second = ["图书借阅证制作绩效自评报告", ["92", "92"]];
  const ofBenches = prose("公园座椅更换项目支出绩效自评报告", "公园座椅更换项目", "97");
  const ofCards = prose("图书借阅证制作绩效自评报告", "图书借阅证制作", "92");

  it("stay together where each form stands behind its prose", () => {
    expect(told(...ofBenches, ...ANNEX, BENCHES, ...ofCards, ...ANNEX, CARDS)).toEqual([first, second]);
  });

  it("stay together where all forms stand behind all prose", () => {
    expect(told(...ofBenches, ...ofCards, ...ANNEX, BENCHES, ...ANNEX, CARDS)).toEqual([first, second]);
  });

  it("stay together where the form stands before its prose", () => {
    const [a, b] = told(BENCHES, ...ofBenches, CARDS, ...ofCards);
    expect([a![1], b![1]]).toEqual([
      ["97", "97"],
      ["92", "92"],
    ]);
  });

  it("stay together under titles that name no project", () => {
    const plain = (subject: string, score: string) => prose("项目支出绩效自评报告", subject, score);
    const scores = told(...plain("公园座椅更换项目", "97"), ...ANNEX, BENCHES, ...plain("图书借阅证制作", "92"), ...ANNEX, CARDS);
    expect(scores.map(([, stated]) => stated)).toEqual([
      ["97", "97"],
      ["92", "92"],
    ]);
  });

  it("stay together where a table of the prose stands before the form", () => {
    const funds = tableOf([
      ["资金来源（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率"],
      ["年度资金总额", "30", "30", "27", "90%"],
    ]);
    const drafts = normalize(documentOf(...ofBenches, ...ANNEX, BENCHES, ...ofCards, funds, ...ANNEX, CARDS));
    expect(drafts.map(({ funds: told }) => told.length)).toEqual([0, 1]);
  });
});
