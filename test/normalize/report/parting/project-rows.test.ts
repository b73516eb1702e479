import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const told = (...rows: string[][]) =>
  normalize(documentOf("2024年度青石县水利局项目支出绩效自评一览表", tableOf(rows))).map(
    ({ report, funds, indicators, statedScores, grade }) => ({
      name: report.projectName,
      funds: funds.map(({ adjustedBudget, executed, score }) => [adjustedBudget?.value, executed?.value, score?.value]),
      rows: indicators.map(({ level1, level2, level3, target, actual, weight, score }) =>
        [level1, level2, level3, target, actual, weight?.value, score?.value].join("/"),
      ),
      totals: statedScores.map(({ score }) => score?.value),
      grade: grade?.raw,
    }),
  );

describe("a list of projects with their indicators beside them", () => {
  const values = ["目标值", "完成值", "分值", "得分"];
  const span = (text: string, width: number) => [text, ...Array.from({ length: width - 1 }, () => "<")];

  it("is a report for each row", () => {
    const records = told(
      ["项目名称", "实施单位", ...span("预算执行", 5), ...span("产出指标", 5), ...span("效益指标", 5), "总分", "评价等级"],
      ["^", "^", ...["^", "<", "<", "<", "<"], ...span("数量指标", 5), ...span("社会效益指标", 5), "^", "^"],
      ["^", "^", "全年预算数", "全年执行数", "执行率", "分值", "得分", "指标内容", ...values, "指标内容", ...values, "^", "^"],
      [
        "河堤加固",
        "河道所",
        "60.00",
        "54.00",
        "90%",
        "10",
        "9",
        "加固河堤",
        "≥12公里",
        "12公里",
        "50",
        "50",
        "受益居民",
        "≥900人",
        "950人",
        "40",
        "40",
        "99",
        "优",
      ],
      [
        "水库除险",
        "水库所",
        "20.00",
        "20.00",
        "100%",
        "10",
        "10",
        "除险水库",
        "≥2座",
        "1座",
        "50",
        "25",
        "受益村数",
        "≥4个",
        "4个",
        "40",
        "40",
        "75",
        "中",
      ],
    );
    expect(records).toEqual([
      {
        name: "河堤加固",
        funds: [["60.00", "54.00", "9"]],
        rows: ["产出指标/数量指标/加固河堤/≥12公里/12公里/50/50", "效益指标/社会效益指标/受益居民/≥900人/950人/40/40"],
        totals: ["99"],
        grade: "优",
      },
      {
        name: "水库除险",
        funds: [["20.00", "20.00", "10"]],
        rows: ["产出指标/数量指标/除险水库/≥2座/1座/50/25", "效益指标/社会效益指标/受益村数/≥4个/4个/40/40"],
        totals: ["75"],
        grade: "中",
      },
    ]);
  });

  it("names the indicators by their heads where all projects have the same", () => {
    const records = told(
      ["项目名称", ...span("加固长度", 4), ...span("居民满意度", 4), "总分"],
      ["^", ...values, ...values, "^"],
      ["河堤加固", "≥12公里", "12公里", "60", "60", "≥90%", "93%", "40", "40", "100"],
      ["水库除险", "≥2公里", "1公里", "60", "30", "≥90%", "95%", "40", "40", "70"],
    );
    expect(records.map(({ name, rows, totals }) => [name, rows, totals])).toEqual([
      ["河堤加固", ["//加固长度/≥12公里/12公里/60/60", "//居民满意度/≥90%/93%/40/40"], ["100"]],
      ["水库除险", ["//加固长度/≥2公里/1公里/60/30", "//居民满意度/≥90%/95%/40/40"], ["70"]],
    ]);
  });
});
