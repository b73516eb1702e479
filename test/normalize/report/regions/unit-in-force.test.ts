import { describe, expect, it } from "vitest";
import { readText } from "../../../../src/extract/text/read-text.js";
import { normalize } from "../../../../src/normalize/normalize.js";

const FORM = ["| 项目名称 | 渡口养护 |", "|---|---|", "| 实施单位 | 云岭县航道站 |", ""];
const FUNDS = [
  "|  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |",
  "|---|---|---|---|---|---|---|",
  "| 年度资金总额 | 180,000.00 | 235,051.00 | 225,383.35 | 10 | 95.89% | 9.59 |",
  "",
];
const units = (lines: readonly string[]) =>
  normalize(readText(Buffer.from(lines.join("\n\n").replaceAll("|\n\n|", "|\n|"), "utf8")))[0]!.funds.map(({ executed }) => executed?.unit);

describe("the unit in force in a table of funds", () => {
  it("is announced above the form's other tables", () => {
    expect(
      units(["# 2023年度项目支出绩效自评表", "金额单位：元", ...FORM, "一、预算执行", "执行情况如下。", "详见下表。", "（略）", ...FUNDS]),
    ).toEqual(["元"]);
  });

  it("is that in which sentences tell the same amounts, where none is announced", () => {
    expect(units(["# 2023年度项目支出绩效自评表", "全年预算235,051.00元，实际支出225383.35元。", ...FORM, ...FUNDS])).toEqual(["元"]);
    expect(units(["# 2023年度项目支出绩效自评表", "全年预算235,052.00元。", ...FORM, ...FUNDS])).toEqual(["万元"]);
  });
});
