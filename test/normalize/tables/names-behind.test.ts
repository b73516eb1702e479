import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const HEADS = ["评价维度", "评价内容", "评价要点", "目标值", "实际值", "权重", "得分"];

function namesOf(rows: readonly (readonly string[])[]) {
  const [draft] = normalize(documentOf("2023年度部门整体支出绩效自评表", tableOf([HEADS, ...rows])));
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
