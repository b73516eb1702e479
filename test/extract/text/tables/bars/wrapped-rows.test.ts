import { describe, expect, it } from "vitest";
import { wrappedRows } from "../../../../../src/extract/text/tables/bars/wrapped-rows.js";

const rows = (...lines: string[]) => lines.map((line) => line.split("|"));
const HEAD = "一级指标|三级指标|目标值|完成值|分值|得分";

describe("rows that only go on with the one above", () => {
  it("stand behind nearly every row, with words below words", () => {
    const table = rows(
      HEAD,
      "产出指标|检修浮|≥12座|12座|10|10",
      "（20分）|桥座数||||",
      "|验收合|≥95%|98%|10|10",
      "|格率||||",
      "效益|渡运人|≥5万|6万|20|20",
      "指标|次||||",
    );
    expect([...wrappedRows(table)]).toEqual([2, 4, 6]);
  });

  it("are none where only some rows lack their figures", () => {
    const table = rows(
      HEAD,
      "产出指标|检修座数|≥12座|12座|10|10",
      "|验收合格率||||",
      "|完工率|≥95%|98%|10|10",
      "效益指标|渡运人次|≥5万|6万|20|20",
    );
    expect([...wrappedRows(table)]).toEqual([]);
  });

  it("may be brackets alone", () => {
    expect([...wrappedRows(rows("项目资金|年初预算数|全年预算数|全年执行数", "（万元）|||", "年度资金总额|85|85|84"))]).toEqual([1]);
  });
});
