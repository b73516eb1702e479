import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordTable } from "../../src/core/record.js";
import { goalsOf } from "../../src/warehouse/rows/goals.js";

/** Cells as `text`, `text>n` over n columns, `text^n` over n rows. */
function table(...rows: string[][]): RecordTable {
  const cell = (written: string) => {
    const { text, across, down } = /^(?<text>.*?)(?:\^(?<down>\d+))?(?:>(?<across>\d+))?$/s.exec(written)!.groups!;
    return { text: text!, rowSpan: Number(down ?? 1), colSpan: Number(across ?? 1) };
  };
  return { page: 2, caption: "", rows: rows.map((row) => row.map(cell)) };
}
const told = (...tables: RecordTable[]) => goalsOf(tables).map(({ target, actual }) => [target, actual]);

describe("the goals of a form", () => {
  it("stand below their heads, with the place of each text", () => {
    const form = table(
      ["项目名称", "河道清淤>9"],
      ["年度总体目标^2", "预期目标>4", "实际完成情况>5"],
      ["清淤十二公里，保障行洪安全。>4", "清淤十二公里，汛期无险情。>5"],
      ["绩效指标^2", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因>2"],
    );
    expect(told(form)).toEqual([["清淤十二公里，保障行洪安全。", "清淤十二公里，汛期无险情。"]]);
    expect(goalsOf([table(["单位"]), form])[0]!.evidence).toEqual([
      { page: 2, table: 1, row: 2, column: 1, quote: "清淤十二公里，保障行洪安全。" },
      { page: 2, table: 1, row: 2, column: 5, quote: "清淤十二公里，汛期无险情。" },
    ]);
  });

  it("are several where the label reaches over several rows", () => {
    const form = table(
      ["年度总体\n目标^3", "年初设定目标", "全年实际完成情况"],
      ["新建泵站两座", "建成两座"],
      ["培训管护人员", "培训两期"],
      ["总分", "100", "98"],
    );
    expect(told(form)).toEqual([
      ["新建泵站两座", "建成两座"],
      ["培训管护人员", "培训两期"],
    ]);
  });

  it("stand in one row, each behind its head", () => {
    expect(told(table(["年度总体目标>2", "更新苗圃>2", "完成情况：", "已更新>2"]))).toEqual([["更新苗圃", "已更新"]]);
  });

  it("are told where the label is not merged, or missing", () => {
    expect(told(table(["年度目标", "预期目标", "实际完成情况"], ["", "修渠", "修成"], ["", "别的", "别的"]))).toEqual([["修渠", "修成"]]);
    expect(told(table(["预期目标（年初）", "实际完成情况"], ["修渠", ""]))).toEqual([["修渠", ""]]);
  });

  it("are told once of a form that is printed twice", () => {
    const form = table(["年度总体目标", "修渠", "完成情况", "修成"]);
    expect(told(form, form)).toEqual([["修渠", "修成"]]);
  });

  it.each([
    ["the head of an indicator table", table(["一级指标", "三级指标", "年度目标", "完成情况"], ["产出指标", "里程", "5公里", "5公里"])],
    ["an indicator table of three columns", table(["指标名称", "年度目标", "完成情况"], ["里程", "5公里", "5公里"])],
    ["texts that do not stand under the heads", table(["年度总体目标^2", "预期目标>2", "实际完成情况>2"], ["修", "渠>2", "修成"])],
    ["empty cells", table(["年度总体目标^2", "预期目标", "实际完成情况"], ["", " "])],
    ["the attainment alone", table(["年度目标完成情况", "已完成"])],
  ])("are not made up from %s", (_, form) => {
    expect(told(form)).toEqual([]);
  });

  it("are only what stands in cells, whatever spans claim", () => {
    const text = fc.constantFrom("年度总体目标", "预期目标", "实际完成情况", "完成情况", "甲", "乙", "");
    const span = fc.constantFrom(1, 1, 1, 2, 3, 1_000_000_000);
    const rows = fc.array(fc.array(fc.record({ text, rowSpan: span, colSpan: span }), { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (cells) => {
        for (const { target, actual, evidence } of goalsOf([{ caption: "", rows: cells }])) {
          const texts = evidence.map(({ row }) => cells[row!]!.map((cell): string => cell.text));
          expect([texts[0]!.includes(target), texts[1]!.includes(actual)]).toEqual([true, true]);
        }
      }),
    );
  });
});
