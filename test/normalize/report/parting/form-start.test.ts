import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const table = (name: string, count: string) =>
  tableOf([
    ["项目名称", name, "<", "实施单位", "溪口县园林所"],
    ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
    ["产出指标", "数量指标", `${name}数量`, `≥${count}处`, `${count}处`, "100", "100"],
  ]);
const told = (...lines: [string, string]) =>
  normalize(
    documentOf(
      "项目支出绩效自评表",
      lines[0],
      table("公园座椅更换", "30"),
      "填表人：王某 审核人：卫某某 联系电话：0000-5543991",
      "项目支出绩效自评表",
      lines[1],
      table("街角绿地新建", "6"),
    ),
  ).map(({ report }) => [report.title, report.reportDate]);

describe("a long line of labels between two forms", () => {
  it("begins the second where it tells when, and not where persons stand first", () => {
    expect(
      told(
        "填报日期：2022年4月15日　　评价年度：2021年　　金额单位：万元",
        "评价年度：2021年　　填报日期：2022年3月24日　　金额单位：万元",
      ),
    ).toEqual([
      ["项目支出绩效自评表", "2022-04-15"],
      ["项目支出绩效自评表", "2022-03-24"],
    ]);
  });
});

describe("a result between two forms", () => {
  it("is of the one above, where the one below has its title first", () => {
    const drafts = normalize(
      documentOf(
        "项目支出绩效自评表",
        table("公园座椅更换", "30"),
        "自评总分：98分　　自评等级：优",
        "项目支出绩效自评表",
        "综合得分：84",
        table("街角绿地新建", "6"),
      ),
    );
    expect(drafts.map(({ statedScores, grade }) => [statedScores.map(({ score }) => score?.value), grade?.raw])).toEqual([
      [["98"], "优"],
      [["84"], undefined],
    ]);
  });

  it("is of the one below, where the first has its own above", () => {
    const form = (score: string, name: string) => [`自评总分：${score}分`, "项目支出绩效自评表", table(name, "30")];
    const drafts = normalize(documentOf(...form("95", "公园座椅更换"), ...form("88", "街角绿地新建")));
    expect(drafts.map(({ statedScores }) => statedScores.map(({ score }) => score?.value))).toEqual([["95"], ["88"]]);
  });
});
