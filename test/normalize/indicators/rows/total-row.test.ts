import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "原因"];
const ROW = ["产出指标", "数量指标", "栽植苗木", "≥3000株", "3022株", "100", "96.5", ""];

function totals(row: readonly string[]) {
  const [draft] = normalize(documentOf("造林项目2021年度绩效自评表", tableOf([HEAD, ROW, row])));
  const scores = draft!.statedScores.map(({ scope, name, score, fullMarks }) => [scope, name, fullMarks?.value, score?.value].join(" "));
  return [...scores, draft!.grade?.raw];
}

describe("a total's row", () => {
  it.each([
    [["总分", "<", "<", "总分值", "100", "总得分", "96.5", "优"]],
    [["总分", "<", "满分", "100", "<", "自评得分", "96.5", "优"]],
    [["总分", "<", "<", "总得分", "96.5", "总分值", "100", "优"]],
    [["总分", "<", "<", "<", "<", "100", "96.5", "（优）"]],
  ])("%j tells full marks and score by the labels before them, else by their columns", (row) => {
    expect(totals(row)).toEqual(["total 总分 100 96.5", "优"]);
  });

  it.each([
    [["满分", "100", "自评总得分", "<", "96.5", "自评等级", "优", "<"]],
    [["自评等级", "优", "自评总得分", "<", "96.5", "满分", "100", "<"]],
    [["总分值", "<", "100分", "自评总得分", "<", "96.5分", "自评等次", "优"]],
    [["满分", "100", "自评总得分", "96.5", "复核得分", "96", "等级", "优"]],
    [["满分：100", "<", "自评总得分：96.5", "<", "<", "自评等级：优", "<", "<"]],
    [["权重合计", "<", "100", "自评总得分", "<", "96.5", "评价结论", "优"]],
  ])("%j is labels of the result with their values", (row) => {
    expect(totals(row).slice(-2)).toEqual(["total 自评总得分 100 96.5", "优"]);
  });

  it("is none that names both levels of the rows below, with the second's marks", () => {
    const head = ["序号", "三级指标", "指标值", "完成值", "分值", "得分"];
    const across = (text: string) => [text, ...head.slice(1).map(() => "<")];
    const rows = [
      across("产出指标—数量指标（60分）"),
      ["1", "栽植苗木", "≥3000株", "3022株", "60", "58"],
      ["", "产出·质量", "", "", "", ""],
      ["2", "苗木成活率", "≥90%", "92%", "30", "30"],
      across("满意度指标-服务对象满意度指标（10分，得9分）"),
      ["3", "村民满意度", "≥90%", "85%", "10", "9"],
      ["4", "产出-质量管理次数", "≥2次", "2次", "0", "0"],
    ];
    const [draft] = normalize(documentOf("造林项目2021年度绩效自评表", tableOf([head, ...rows])));
    expect(draft!.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3].join("/"))).toEqual([
      "产出指标/数量指标/栽植苗木",
      "产出/质量/苗木成活率",
      "满意度指标/服务对象满意度指标/村民满意度",
      "满意度指标/服务对象满意度指标/产出-质量管理次数",
    ]);
    const parts = draft!.statedScores.map(({ scope, name, score, fullMarks }) => [scope, name, fullMarks?.value, score?.value].join(" "));
    expect(parts).toEqual(["level2 数量指标 60 ", "level2 服务对象满意度指标 10 9"]);
  });

  it("takes no number of a row for a score, nor does a level's", () => {
    const head = ["指标类型", "指标名称", "序号", "指标值", "完成值", "分值", "得分"];
    const rows = [
      head,
      ["产出指标（50分）", "", "1"],
      ["数量指标", "栽植苗木", "2", "≥3000株", "3022株", "50", "48"],
      ["合计", "", "3", "", "", "50", "48"],
    ];
    const [draft] = normalize(documentOf("造林项目2021年度绩效自评表", tableOf(rows)));
    expect(draft!.statedScores.map(({ name, score, fullMarks }) => [name, fullMarks?.value, score?.value])).toEqual([
      ["产出指标", "50", undefined],
      ["合计", "50", "48"],
    ]);
  });

  it("is known by its marks where its label lies in two cells, one of them misread", () => {
    expect(totals(["", "合", "+", "", "", "100", "96.5", "优"])).toEqual(["total 合 100 96.5", "优"]);
    expect(totals(["效益指标", "数量指标", "栽种", "≥3株", "3株", "100", "96.5", "优"])).toEqual([undefined]);
  });

  it("may tell score and grade in one cell", () => {
    expect(totals(["自评得分", "<", "96.5（优）", "<", "<", "<", "<", "<"])).toEqual(["total 自评得分  96.5", "优"]);
  });

  it("may have the score behind the grade's label, which is then the grade's place", () => {
    expect(totals(["合计", "<", "<", "<", "<", "100", "96.5", "自评等级：96.5"])).toEqual(["total 合计 100 96.5", "96.5"]);
  });

  it("may have the score once more in the grade's place, where the grid keeps its spans", () => {
    expect(totals(["总分", "<", "<", "<", "<", "100", "96.5", "96.5"])).toEqual(["total 总分 100 96.5", "96.5"]);
    expect(totals(["总分", "", "", "", "", "100", "96.5", "96.5"])).toEqual(["total 总分 100 96.5", undefined]);
    expect(totals(["总分", "<", "<", "<", "<", "100", "96.5", "3.5"])).toEqual(["total 总分 100 96.5", undefined]);
    expect(totals(["总分", "<", "<", "<", "<", "100", "96.5", "<"])).toEqual(["total 总分 100 96.5", undefined]);
  });

  it("below all levels is the sum of the indicators without the execution's marks", () => {
    const rows = [
      ["产出指标", "数量指标", "栽植苗木", "≥3000株", "3022株", "50", "50", ""],
      ["效益指标", "生态效益", "覆盖率", "≥30%", "27%", "40", "36", "干旱"],
      ["小计", "<", "<", "<", "<", "90", "86", ""],
    ];
    const [draft] = normalize(documentOf("造林项目2021年度绩效自评表", tableOf([HEAD, ...rows])));
    expect(draft!.statedScores).toMatchObject([{ scope: "section", name: "小计", score: { value: "86" }, fullMarks: { value: "90" } }]);
  });
});
