import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/core/extracted.js";
import { shiftShortRows } from "../../../src/extract/html/shift-short-rows.js";

const HOLE = "\0";
const shifted = (...rows: string[][]) => {
  const columnCount = rows[0]!.length;
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column): Cell => ({ row, column, rowSpan: 1, colSpan: 1, text: text === HOLE ? "" : text, evidence: [] })),
  );
  const holes = new Set(cells.filter(({ row, column }) => rows[row]![column] === HOLE));
  const told = shiftShortRows({ columnCount, cells, isHole: (cell) => holes.has(cell) });
  return rows.map((_, row) =>
    told
      .flatMap((cell) => (cell.row === row ? [[cell.column, cell.text] as const] : []))
      .sort((a, b) => a[0] - b[0])
      .map(([, text]) => text),
  );
};

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROW = ["产出指标", "数量指标", "保洁河段", "≥12段", "12段", "15", "15"];
const OTHER = ["效益指标", "社会效益指标", "受益居民", "≥900人", "950人", "30", "28.5"];

describe("a row that ends before its table does", () => {
  it("is moved to the edge where its cells are then of the columns' kinds: a span above it was lost", () => {
    const told = shifted(
      HEAD,
      ROW,
      ["打捞船只", "≥4艘", "4艘", "10", "10", HOLE, HOLE],
      ["质量指标", "合格率", "≥95%", "96%", "15", "15", HOLE],
      OTHER,
    );
    expect(told[2]).toEqual(["", "", "打捞船只", "≥4艘", "4艘", "10", "10"]);
    expect(told[3]).toEqual(["", "质量指标", "合格率", "≥95%", "96%", "15", "15"]);
    expect([told[1], told[4]]).toEqual([ROW, OTHER]);
  });

  it("stays where its cells are of the columns' kinds as they stand, and where no whole rows tell these", () => {
    const open = ["产出指标", "时效指标", "及时率", "=100%", "98%", HOLE, HOLE];
    const blank = (row: string[]) => row.map((text) => (text === HOLE ? "" : text));
    expect(shifted(HEAD, ROW, open, OTHER)[2]).toEqual(blank(open));
    const short = ["打捞船只", "≥4艘", "4艘", "10", "10", HOLE, HOLE];
    expect(shifted(HEAD, short)[1]).toEqual(blank(short));
  });
});
