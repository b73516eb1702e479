import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEADS = ["评价维度", "评价内容", "评价要点", "目标值", "实际值", "权重", "得分"];

function namesOf(rows: readonly (readonly string[])[], heads: readonly string[] = HEADS) {
  const [draft] = normalize(documentOf("2023年度部门整体支出绩效自评表", tableOf([heads, ...rows])));
  return draft!.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3]);
}

describe("points beside contents", () => {
  it("are the indicators where several, each with marks, stand beside one content", () => {
    const rows = [
      ["履职效能", "工作完成情况", "审结复议案件数", "≥130件", "141件", "30", "30"],
      ["履职效能", "工作完成情况", "公证办件量", "≥900件", "900件", "30", "30"],
      ["管理效率", "资产管理", "固定资产在用率", "≥92%", "95%", "40", "40"],
    ];
    expect(namesOf(rows)).toEqual(rows.map((row) => row.slice(0, 3)));
  });

  it("only explain where each content has one of them", () => {
    const rows = [
      ["履职效能", "审结复议案件数", "考核案件办理", "≥130件", "141件", "30", "30"],
      ["履职效能", "公证办件量", "考核公证办理", "≥900件", "900件", "30", "30"],
      ["管理效率", "固定资产在用率", "考核资产使用", "≥92%", "95%", "40", "40"],
    ];
    expect(namesOf(rows).map(([, , name]) => name)).toEqual(rows.map(([, name]) => name));
  });
});

describe("a head whose words for levels and names are the office's own", () => {
  const ROWS = [
    ["投入产出", "数量", "图书采购册数", "≥2.6万册", "2.6万册", "30", "30"],
    ["投入产出", "质量", "图书加工差错率", "≤1%", "0.8%", "30", "30"],
    ["实施效益", "社会效益", "到馆读者人次", "≥32万人次", "34万人次", "40", "40"],
  ];

  it.each([
    ["维度", "类别", "要点"],
    ["考核板块", "考核分项", "考核要求"],
    ["层级一", "层级二", "层级三"],
    ["方向", "内容", "指标"],
  ])("gives names and levels by where they stand: %s | %s | %s", (...names) => {
    expect(namesOf(ROWS, [...names, "年度目标", "年度结果", "标准分", "自评分"])).toEqual(ROWS.map((row) => row.slice(0, 3)));
  });

  it("also behind the rows' numbers and with one level", () => {
    const rows = ROWS.map(([first, , ...others], i) => [`${i + 1}`, first!, ...others]);
    expect(namesOf(rows, ["编号", "方面", "要点", "计划达到", "年末达到", "满分", "自评"])).toEqual(
      ROWS.map(([first, , name]) => [first, "", name]),
    );
  });

  it("heads nothing where money is told, or no marks", () => {
    const money = ROWS.map((row) => [row[0]!, row[2]!, "120.00", "118.00", "10"]);
    expect(namesOf(money, ["任务", "内容", "全年预算数", "全年执行数", "得分"])).toEqual([]);
    const plain = ROWS.map((row) => row.slice(0, 5));
    expect(namesOf(plain, ["维度", "类别", "要点", "年度目标", "年度结果"])).toEqual([]);
  });
});
