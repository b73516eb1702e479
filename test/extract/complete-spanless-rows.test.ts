import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/core/extracted.js";
import { completeSpanlessRows } from "../../src/extract/complete-spanless-rows.js";

const WIDTH = 7;
/** A text, or a text and how many columns it reaches over; what is missing of a row is holes. */
type Said = string | readonly [string, number];

const cellsOf = (rows: readonly (readonly Said[])[], rowSpan = 1) =>
  rows.flatMap((said, row) => {
    let column = 0;
    const cells = said.map((one): Cell => {
      const [text, colSpan] = typeof one === "string" ? [one, 1] : one;
      column += colSpan;
      return { row, column: column - colSpan, rowSpan, colSpan, text, evidence: [{ line: 1 }] };
    });
    const holes = Array.from(
      { length: WIDTH - column },
      (_, i): Cell => ({ row, column: column + i, rowSpan: 1, colSpan: 1, text: "", evidence: [] }),
    );
    return [...cells, ...holes];
  });
const completed = (rows: readonly (readonly Said[])[], rowSpan?: number) =>
  completeSpanlessRows({ columnCount: WIDTH, cells: cellsOf(rows, rowSpan), isHole: ({ evidence }) => evidence.length === 0 });
const startOf = (cells: readonly Cell[], text: string) => cells.find((cell) => cell.text === text)?.column;

const ROWS: readonly (readonly Said[])[] = [
  ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
  ["产出指标", "数量指标", "保洁河段", "≥12段", "12段", "25", "25"],
  ["打捞船只", "≥4艘", "4艘", "25", "25"],
  ["效益指标", "社会效益指标", "受益居民", "≥900人", "950人", "50", "48"],
];

describe("a table that lost its spans over rows", () => {
  it("has the cells of its short rows below their heads", () => {
    const cells = completed(ROWS);
    expect(startOf(cells, "打捞船只")).toBe(2);
    expect(cells.filter(({ row }) => row === 2).map(({ text }) => text)).toEqual(["", "", "打捞船只", "≥4艘", "4艘", "25", "25"]);
  });

  it("has the second row of its head below the heads that reach over several columns", () => {
    const cells = completed([
      ["编号", ["指标", 3], ["评分", 2], "说明"],
      ["一级", "二级", "三级", "分值", "得分"],
      ["1", "产出", "数量", "保洁河段", "25", "25", "无"],
    ]);
    expect(["一级", "分值", "得分"].map((text) => startOf(cells, text))).toEqual([1, 4, 5]);
  });

  it("has the rates of its rows below their head, though it gives nothing else away", () => {
    const cells = completed([
      ["资金情况", "资金来源", "预算数", "调整数", "执行数", "执行率", "备注"],
      ["中央资金", "80.00", "80.00", "60.00", "75.00", "无"],
      ["省级资金", "20.00", "20.00", "20.00", "100.00", "无"],
    ]);
    expect(startOf(cells, "75.00")).toBe(5);
  });

  it("stays as it is where it has a span over rows", () => {
    expect(startOf(completed(ROWS, 2), "打捞船只")).toBe(0);
  });

  it("goes on behind a row that only names the rows below it", () => {
    const cells = completed([...ROWS.slice(0, 3), ["按效益分"], ...ROWS.slice(3), ["清运次数", "≥9次", "9次", "5", "5"]]);
    expect([startOf(cells, "按效益分"), startOf(cells, "清运次数")]).toEqual([0, 2]);
  });
});
