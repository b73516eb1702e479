import { describe, expect, it } from "vitest";
import { withLabelledFunds } from "../../../../src/normalize/flattened/written/labelled-funds.js";
import { paragraph } from "../../prose/told.js";

const tables = (...lines: string[]) =>
  withLabelledFunds(lines.map((line, i) => paragraph(line, i + 1))).flatMap((block) => {
    if (block.type !== "table") return [];
    const rows = Array.from({ length: block.rowCount }, () => [] as string[]);
    for (const { row, text } of block.cells) rows[row]!.push(text);
    return [rows];
  });

describe("a line that tells a row of money", () => {
  it("has each figure behind its name, below the line that tells their unit", () => {
    expect(
      tables(
        "二、资金情况（单位：万元）：",
        "年度资金总额：年初预算数3,200.5，全年预算数3,300，全年执行数3,300，执行率100%，得分10",
        "其中：财政拨款：年初预算数：3000；全年预算数：3100；全年执行数：3100；执行率：100%",
      ),
    ).toEqual([
      [
        ["二、资金情况（单位：万元）", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"],
        ["年度资金总额", "3,200.5", "3,300", "3,300", "100%", "10"],
        ["财政拨款", "3000", "3100", "3100", "100%", ""],
      ],
    ]);
  });

  it("may have the unit in the names, also where a narrow column broke the first one", () => {
    const table = [
      ["", "全年预算数（万元）", "全年执行数（万元）", "预算执行率"],
      ["年度资金总额", "455.2", "441.5", "96.99%"],
    ];
    const rest = "全年执行数（万元） 441.5 预算执行率 96.99%";
    expect(tables(`全年预算数（万元） 455.2 ${rest}`)).toEqual([table]);
    expect(tables("全年预算数（万", "元）", `455.2 ${rest}`)).toEqual([table]);
    expect(tables("全年预算数", "（万元） 455.2", rest)).toEqual([]);
    expect(tables("全年预算数 455.2 全年执行数（万元） 441.5")).toEqual([]);
  });

  it("is none where nothing tells the unit, or it says anything else", () => {
    expect(tables("资金情况：", "年度资金总额：年初预算数3200，全年预算数3200，全年执行数3200")).toEqual([]);
    expect(tables("资金情况（万元）：", "年初预算数3200，全年预算数3200，主要用于补贴")).toEqual([]);
    expect(tables("资金情况（万元）：", "道路工程：年初预算数3200，全年预算数3200，全年执行数3200")).toEqual([]);
  });

  it("is sought once in a run of lines, however many of them tell no unit", () => {
    const lines = Array.from({ length: 5000 }, () => "年度资金总额：年初预算数3200，全年预算数3200，全年执行数3200");
    const { user } = process.cpuUsage();
    expect(tables(...lines)).toEqual([]);
    expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(8);
  });
});
