import { describe, expect, it } from "vitest";
import { withWrittenColumns } from "../../../src/normalize/flattened/written-columns.js";
import { paragraph } from "../prose/told.js";

const tables = (...lines: string[]) =>
  withWrittenColumns(lines.map((line, i) => paragraph(line, i + 1))).flatMap((block) => {
    if (block.type !== "table") return [];
    const rows = Array.from({ length: block.rowCount }, () => [] as string[]);
    for (const { row, text } of block.cells) rows[row]!.push(text);
    return [rows];
  });

describe("a table that a text writes column by column", () => {
  it("has a head above the cells of each", () => {
    const columns = [
      "一级指标 产出指标 效益指标",
      "三级指标 检修座数 渡运人次",
      "目标值 ≥12座 ≥5万人次",
      "完成值 12座 6万人次",
      "分值 10 20",
      "得分 10 20",
    ];
    expect(tables("二、指标", ...columns.flatMap((column) => column.split(" ")), "总分：30分")).toEqual([
      [
        ["一级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
        ["产出指标", "检修座数", "≥12座", "12座", "10", "10"],
        ["效益指标", "渡运人次", "≥5万人次", "6万人次", "20", "20"],
      ],
    ]);
  });

  it("is none where heads stand together, or have different numbers of cells", () => {
    expect(tables("三级指标", "目标值", "完成值", "分值", "检修座数", "≥12座", "12座", "10")).toEqual([]);
    expect(tables("三级指标", "检修座数", "渡运人次", "目标值", "≥12座", "完成值", "12座", "分值", "10")).toEqual([]);
  });

  it("may be the one row of the money, each label with its amount on a line or on two", () => {
    const row = [
      ["项目资金", "年初预算数（万元）", "全年预算数（万元）", "全年执行数（万元）", "执行率"],
      ["年度资金总额", "40.00", "40.00", "38.40", "96.00%"],
    ];
    expect(tables(...row[0]!.flatMap((head, i) => [head, row[1]![i]!]))).toEqual([row]);
    expect(tables("资金来源：年度资金总额", "年初预算数：40.00", "全年预算数：40.00", "全年执行数：38.40", "执行率：96.00%")).toEqual([
      [["资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率"], row[1]],
    ]);
    // Sentences tell amounts with their units.
    expect(tables("年初预算数：40万元", "全年预算数：40万元", "全年执行数：38万元", "执行率：95%")).toEqual([]);
  });
});
