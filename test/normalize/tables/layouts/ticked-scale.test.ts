import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const read = (rows: string[][]) =>
  normalize(documentOf("2022年度河道保洁项目绩效自评表", tableOf(rows)))[0]!.indicators.map(({ level3, weight, score }) => [
    level3,
    weight?.value,
    score?.value,
  ]);
const scale = (first: string[], second: string[], third: string[]) => [
  ["评价维度", "评价指标", "分值", "评定档次（打√）", "<", "<"],
  ["^", "^", "^", "优秀50分", "良好40分", "合格30分"],
  ["组织", "领导重视情况", "50", ...first],
  ["^", "方案编制深度", "50", ...second],
  third,
];
const WHOLE = ["合计得分", "<", "<", "90", "<", "<"];

describe("a scale of grades with their marks", () => {
  it("gives each row the marks that are ticked", () => {
    expect(read(scale(["√", "", ""], ["", "√", ""], WHOLE))).toEqual([
      ["领导重视情况", "50", "50"],
      ["方案编制深度", "50", "40"],
    ]);
    expect(read(scale(["☑", "□", "□"], ["□", "□", "☑"], WHOLE)).map(([, , score]) => score)).toEqual(["50", "30"]);
  });

  it("is none where a row has two ticks", () => {
    expect(read(scale(["√", "√", ""], ["", "√", ""], WHOLE)).every(([, , score]) => score === undefined)).toBe(true);
  });
});

describe("marks alone, under heads of an office's own", () => {
  const rows = (weight: string) => [
    ["题号", "板块", "自查问题", "自查结论（打√）", "本题满分", "自打分", "情况说明"],
    ["1", "组织管理", "是否成立工作专班？", "☑已落实□未落实", "40", "40", ""],
    ["2", "^", "是否签订责任书？", "□已落实☑未落实", weight, "20", "年底补签"],
    ["合计", "<", "<", "<", "100", "60", ""],
  ];

  it("are those of the names beside them where they sum to a whole", () => {
    expect(read(rows("60"))).toEqual([
      ["是否成立工作专班？", "40", "40"],
      ["是否签订责任书？", "60", "20"],
    ]);
    expect(read(rows("55"))).toEqual([]);
  });

  it("are no indicators' where the levels' own are told once more", () => {
    const summary = [
      ["序号", "得分汇总", "所在工作表", "满分", "得分", "备注"],
      ["1", "产出指标", "表2", "60", "60", ""],
      ["2", "效益指标", "表3", "40", "38", ""],
      ["合计", "<", "<", "100", "98", ""],
    ];
    expect(read(summary)).toEqual([]);
  });
});
