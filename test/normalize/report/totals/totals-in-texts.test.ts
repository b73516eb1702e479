import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { readTotalText } from "../../../../src/normalize/report/totals/total-in-text.js";
import { documentOf, paragraph, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROWS = [
  ["产出指标", "数量指标", "修复路面面积", "≥120平方米", "126平方米", "60", "60"],
  ["效益指标", "社会效益指标", "出行方便程度", "明显提高", "明显提高", "40", "35.5"],
];
const over = (text: string) => [text, ...HEAD.slice(1).map(() => "<")];
const read = (...blocks: Parameters<typeof documentOf>) => normalize(documentOf("青石镇道路修复项目绩效自评表", ...blocks))[0]!;
const totals = (record: ReturnType<typeof read>) =>
  record.statedScores.filter(({ scope }) => scope === "total").map(({ score, fullMarks }) => [score?.value, fullMarks?.value]);

describe("a total whose label and figures are one text", () => {
  it("has its score, full marks and grade", () => {
    for (const [text, score, fullMarks, grade] of [
      ["总分 95.5", "95.5"],
      ["总分95.5分", "95.5分"],
      ["合计 100 95.5", "95.5", "100"],
      ["总分 100 100.55", "100.55", "100"],
      ["总分 98.5 100", "98.5", "100"],
      ["总分 100 95.5 优", "95.5", "100", "优"],
      ["总得分：95.5（优）", "95.5", undefined, "优"],
      ["合计（满分100分）95.5分", "95.5分", "100"],
      ["总分：95.5/100", "95.5", "100"],
      ["满分 100 总得分 98.89", "98.89", "100"],
      ["自评总分：95.5 自评等级：优", "95.5", undefined, "优"],
    ] as const) {
      const total = readTotalText(text);
      expect([total?.score, total?.fullMarks, total?.grade], text).toEqual([score, fullMarks, grade]);
    }
  });

  it("is none where it names what can be got, several results, or anything else", () => {
    for (const text of ["总分 100", "自评总分（100分）", "总分 95.5 自评得分 94", "总分 100 95.5 95", "自评得分 9.5", "产出 60 55"])
      expect(readTotalText(text), text).toBeUndefined();
  });

  it("and its grade end where the next label of their line begins; characters that blanks part are one word", () => {
    const graded = (line: string) => read(paragraph(line), tableOf([HEAD, ...ROWS])).grade?.raw;
    expect(graded("项目名称 道路修复 实施单位 青石镇人民政府 自评得分 95.5分 自评等级 优 填报日期 2023年3月20日")).toBe("优");
    expect(graded("项目名称 道路修复 实施单位 青石镇人民政府 自评得分 95.5分 自评等级 优 秀 填报日期 2023年3月20日")).toBe("优秀");
  });

  it("is read in a table's foot, in a form above and on a line below", () => {
    for (const text of ["总分 95.5", "合计：95.5分", "自评得分95.5分，评定等级为优", "总分（100分）：95.5分"]) {
      expect(totals(read(tableOf([HEAD, ...ROWS, over(text)])))[0]?.[0], text).toBe("95.5");
      const form = tableOf([
        ["项目名称", "道路修复", "主管部门", text],
        ["实施单位", "青石镇", "<", "<"],
      ]);
      expect(totals(read(form, tableOf([HEAD, ...ROWS]))), text).toHaveLength(1);
      expect(totals(read(tableOf([HEAD, ...ROWS]), paragraph(text))), text).toHaveLength(1);
    }
  });

  it("is said to be lost where it is not understood", () => {
    const { statedScores, completeness } = read(tableOf([HEAD, ...ROWS, over("总分 100 95.5 95")]));
    expect(statedScores).toEqual([]);
    expect(completeness.indicators).toBe("doubtful");
  });

  it("is none among amounts", () => {
    const funds = tableOf([
      ["资金来源", "预算数（万元）", "执行数（万元）"],
      ["县级财政", "100", "95.5"],
      ["合计 100 95.5", "<", "<"],
    ]);
    expect(totals(read(funds, tableOf([HEAD, ...ROWS])))).toEqual([]);
  });
});

describe("what can be got, told in a sentence before the score", () => {
  it("is the full marks of the total", () => {
    for (const text of ["本项目总分为100分。自评得分95.5分。", "总分：100分；自评得分：95.5分。", "自评总分（100分）：95.5分。"])
      expect(totals(read(paragraph(text))), text).toEqual([["95.5", "100"]]);
  });
});
