import { describe, expect, it } from "vitest";
import { completeShortRows } from "../../../../../src/extract/text/tables/tabs/complete-short-rows.js";

const rows = (texts: readonly (readonly string[])[]) => texts.map((row) => row.map((text) => ({ text, line: 1 })));
const completed = (texts: readonly (readonly string[])[]) => completeShortRows(rows(texts)).map((row) => row.map(({ text }) => text));
const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];

describe("rows that lack the cells merged with those above", () => {
  it("are filled up from the left, so that figures stand below figures", () => {
    const table = [
      HEAD,
      ["产出指标", "数量指标", "修建水窖数量", "≥30口", "30口", "30", "30"],
      ["铺设管道长度", "≥8公里", "9公里", "20", "20"],
      ["质量指标", "水质达标率", "≥95%", "96%", "20", "20"],
      ["社会效益指标", "取水方便程度", "明显改善", "明显改善", "20", "18"],
      ["满意度指标", "服务对象满意度指标", "村民满意度", "≥90%", "95%", "10", "10"],
    ];
    expect(completed(table)).toEqual(table.map((row) => [...Array.from({ length: 7 - row.length }, () => ""), ...row]));
  });

  it("are filled up where marks stand below marks, though targets are words or figures", () => {
    const table = [
      ["一级指标", "指标内容", "指标值", "完成值", "分值", "得分", "偏差原因"],
      ["产出指标", "修建水窖数量", "≥30口", "30口", "40", "40", ""],
      ["管护机制", "健全", "健全", "20", "20", ""],
      ["效益指标", "取水方便程度", "明显改善", "明显改善", "30", "28", ""],
      ["满意度指标", "村民满意度", "≥90%", "95%", "10", "10", ""],
    ];
    expect(completed(table)).toEqual(table.map((row) => [...Array.from({ length: 7 - row.length }, () => ""), ...row]));
  });

  it("keep their number before them", () => {
    const table = [
      ["序号", "一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["01", "产出指标", "数量指标", "修建水窖数量", "≥30口", "30口", "40", "40"],
      ["02", "铺设管道长度", "≥8公里", "9公里", "20", "20"],
      ["03", "质量指标", "水质达标率", "≥95%", "96%", "30", "30"],
      ["04", "满意度指标", "服务对象满意度指标", "村民满意度", "≥90%", "95%", "10", "10"],
      ["合计", "100", "100"],
    ];
    const filled = (row: readonly string[]) => Array.from({ length: 8 - row.length }, () => "");
    const [head, ...below] = completed(table);
    expect([head, ...below]).toEqual([
      table[0],
      ...table.slice(1, 5).map((row) => [row[0], ...filled(row), ...row.slice(1)]),
      [...filled(table[5]!), ...table[5]!],
    ]);
  });

  it("stay as they are where their cells stand well from the left", () => {
    const table = [
      ["资金来源", "年初预算", "全年预算", "执行数", "说明"],
      ["财政资金", "10.00", "10.00", "9.00", "结转"],
      ["其他资金", "5.00", "5.00", "5.00"],
    ];
    expect(completed(table)).toEqual(table);
  });

  it("stand below a head's words where the head leaves a cell empty", () => {
    const table = [
      ["项目资金（万元）", "", "年初预算数", "全年预算数", "执行数"],
      ["年度资金总额", "15.00", "15.00", "14.00"],
      ["其他资金", "5.00", "5.00", "5.00"],
    ];
    expect(completed(table).slice(1)).toEqual(table.slice(1).map((row) => ["", ...row]));
    expect(completed(table.slice(0, 2)).slice(1)).toEqual([["", ...table[1]!]]);
  });

  it("have a head that lacks its first cells itself, where only so rates stand below their head", () => {
    const table = [
      ["年初预算数", "全年预算数", "全年执行数", "执行率"],
      ["", "年度资金总额", "60.00", "60.00", "54.00", "90.00%"],
      ["其中：财政资金", "60.00", "60.00", "54.00", "90.00%"],
    ];
    expect(completed(table)).toEqual(table.map((row) => [...Array.from({ length: 6 - row.length }, () => ""), ...row]));
  });

  it("lack their first cells where only so quotients stand below 率, to half a hundredth of a percent", () => {
    const head = ["资金来源", "项目", "预算数", "执行数", "执行率"];
    const rowsOf = (executed: string) => [head, ["财政资金", "2,000.00", executed, "12.35"], ["其他资金", "50.00", "40.00", "80"]];
    const [first, ...rest] = rowsOf("246.9");
    expect(completed([first!, ...rest])).toEqual([head, ...rest.map((row) => ["", ...row])]);
    expect(completed(rowsOf("246.8999"))).toEqual(rowsOf("246.8999"));
  });
});
