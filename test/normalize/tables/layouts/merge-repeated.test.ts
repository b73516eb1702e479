import { describe, expect, it } from "vitest";
import type { Table } from "../../../../src/core/extracted.js";
import { normalize } from "../../../../src/normalize/normalize.js";
import { mergeRepeated } from "../../../../src/normalize/tables/layouts/merge-repeated.js";
import { documentOf, tableOf } from "../../table-of.js";

/** Rows of cells; a cell over several columns tells how many. */
function shown(rows: readonly (readonly string[])[]): string[][] {
  const [block] = mergeRepeated(documentOf(tableOf(rows))).blocks;
  const { cells, rowCount } = block as Table;
  return Array.from({ length: rowCount }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text, colSpan, rowSpan }) => `${text}${colSpan > 1 ? `<${colSpan}` : ""}${rowSpan > 1 ? `^${rowSpan}` : ""}`),
  );
}

const FORM = [
  ["项目名称", "路灯节能改造", "路灯节能改造", "路灯节能改造", "路灯节能改造", "路灯节能改造", "路灯节能改造"],
  ["自评总分", "97.5", "97.5", "97.5", "97.5", "97.5", "97.5"],
  ["绩效指标", "三级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["绩效指标", "更换路灯", "更换路灯", "≥300盏", "310盏", "60", "60"],
  ["绩效指标", "市民夜行感受", "市民夜行感受", "有所改善", "有所改善", "40", "37.5"],
  ["合计", "合计", "合计", "合计", "合计", "100", "97.5"],
];

describe("a table that repeats its merged cells", () => {
  it("has them merged again, and columns of their own heads left apart", () => {
    expect(shown(FORM)).toEqual([
      ["项目名称", "路灯节能改造<6"],
      ["自评总分", "97.5<6"],
      ["绩效指标^3", "三级指标<2", "年度指标值", "实际完成值", "分值", "得分"],
      ["更换路灯<2", "≥300盏", "310盏", "60", "60"],
      ["市民夜行感受<2", "有所改善", "有所改善", "40", "37.5"],
      ["合计<5", "100", "97.5"],
    ]);
  });

  it("states each figure once", () => {
    const [draft] = normalize(documentOf("2023年度项目支出绩效自评表", tableOf(FORM)));
    expect(draft!.indicators.map(({ level3, weight, score }) => [level3, weight?.value, score?.value])).toEqual([
      ["更换路灯", "60", "60"],
      ["市民夜行感受", "40", "37.5"],
    ]);
    expect(draft!.statedScores.map(({ score, fullMarks }) => [score?.value, fullMarks?.value])).toEqual([
      ["97.5", undefined],
      ["97.5", "100"],
    ]);
  });

  it("is none where cells only happen to say the same, or spans are told", () => {
    const rows = [
      ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "原因"],
      ["产出指标", "巡查", "按期完成", "按期完成", "50", "50", "无"],
      ["产出指标", "清淤", "≥3公里", "3公里", "50", "50", "无"],
    ];
    expect(shown(rows)).toEqual(rows);
    const told = [...FORM.slice(0, 5), ["合计", "<", "<", "<", "<", "100", "97.5"]];
    expect(shown(told)[3]).toEqual(FORM[3]);
  });

  it("keeps a source's amounts apart, alike as they may be", () => {
    const form = [
      ["资金情况", "资金情况", "资金情况", "资金情况", "资金情况"],
      ["资金来源", "资金来源", "全年预算数", "到位数", "支出数"],
      ["合计", "合计", "8.00", "8.00", "7.50"],
      ["市级财政", "市级财政", "0.00", "0.00", "0.00"],
      ["其他资金", "其他资金", "0.00", "0.00", "0.00"],
      ["自评结论", "自评结论", "自评结论", "自评结论", "自评结论"],
    ];
    expect(shown(form)[3]).toEqual(["市级财政<2", "0.00", "0.00", "0.00"]);
  });

  it("takes what stands beside a label over several columns for one cell, though the label may name a source elsewhere", () => {
    const form = [...FORM.slice(0, 5), ["其他需要说明的事项", "其他需要说明的事项", "其他需要说明的事项", "无", "无", "无", "无"]];
    expect(shown(form).at(-1)?.at(-1)).toBe("无<4");
  });
});
